import Testing

@testable import Intents

@Suite struct RomanMarathiTests {
  @Test(arguments: sentences)
  func `Marathi in roman letters is understood`(_ said: Said) {
    #expect(said.understood == said.meaning)
  }

  private static let sentences: [Said] = [
    Said("suresh la 5 kilo atta udharivar dila", "sale_record; atta 5 kg; customer suresh; credit yes"),
    Said("sakalpasun 12 andi ani 3 bread vikle", "sale_record; egg 12; bread 3"),
    Said("pannas kilo sakhar aali", "stock_add; sugar 50 kg"),
    Said("pohe kiti rahile ahet", "stock_check; poha"),
    Said("konta mal sampat alay", "low_stock"),
    Said("sagla stock dakhva", "stock_list"),
    Said("colgate mojle 17 nighale", "stock_set; colgate 17"),
    Said("4 batlya phenyl futlya", "stock_reduce; phenyl 4 bottle; reason damaged"),
    Said("rajmyacha kay bhav ahe", "price_check; rajma"),
    Said("tur dalicha dar 165 kara", "price_set; toor_dal @165"),
    Said("gul 5 kilochya khali gela tar kalva", "threshold_set; jaggery 5 kg"),
    Said("chukun zala, mage ghya", "undo"),
    Said("tumhi kay kay karu shakta", "help"),
    Said("khup dhanyavad", "thanks"),
    Said("ho barobar ahe", awaiting: .confirmation, "yes"),
    Said("nako rahu de", awaiting: .confirmation, "cancel"),
    Said("tisra", awaiting: .choice, "choose; n 3"),
    Said("aaj kiti vikri zali", "sales_summary; period today"),
    Said("ganesh kade kiti baki ahe", "credit_balance; customer ganesh"),
    Said("ramesh la 200 udhar", "credit_add; customer ramesh; amount 200"),
    Said("light bill 2300 bharla", "expense_add; amount 2300"),
    Said("mukhyamantri kon ahe", "oos"),
    Said("badam ahet ka", by: .customer, "product_search; almond"),
    Said("don kilo batate pathva", by: .customer, "cart_edit; potato 2 kg; op add"),
    Said("undarani 2 kilo shengdane khalle", "stock_reduce; peanut 2 kg; reason damaged"),
    Said("kaju kontya bhavane vikave", "price_suggest; cashew"),
    Said("sarvat jast viknarya 5 vastu", "top_items; n 5"),
    Said("diwalila dudh kiti lagel", "forecast; milk; period festival_diwali"),
    Said("gupta agency la 10 goni mith pathvayla sanga", "supplier_order; salt 10 sack; supplier gupta agency"),
    Said("konakonache paise baki ahet", "credit_list"),
    Said("mazyashi hindit bola", "settings; setting language; value hi"),
    Said("nokracha pagar 8000 dila", "expense_add; amount 8000"),
    Said("shejarchya dukanat sakhar 41 rupaye ahe", "competitor_price; sugar @41"),
    Said("2 lux aani 3 dove vikle, nahi 4 dove", "sale_record; lux 2; dove 4"),
  ]
}
