import Testing

@testable import Intents

@Suite struct HindiTests {
  @Test(arguments: sentences)
  func `Hindi is understood`(_ said: Said) {
    #expect(said.understood == said.meaning)
  }

  private static let sentences: [Said] = [
    Said("सुरेश जी को पाँच किलो आटा उधारी पर दिया", "sale_record; atta 5 kg; customer सुरेश; credit yes"),
    Said("ढाई किलो प्याज़ बत्तीस के भाव बेची", "sale_record; onion 2.5 kg @32"),
    Said("महालक्ष्मी ट्रेडर्स से दस पेटी ओरियो आई", "stock_add; oreo 10 box; supplier महालक्ष्मी ट्रेडर्स"),
    Said("पचास किलो चीनी और बीस किलो बेसन आ गया", "stock_add; sugar 50 kg; besan 20 kg"),
    Said("पोहा कितना पड़ा है", "stock_check; poha"),
    Said("कौन सा सामान ख़त्म हो रहा है", "low_stock"),
    Said("सारा स्टॉक दिखाइए", "stock_list"),
    Said("गिनती में कोलगेट सत्रह निकले", "stock_set; colgate 17"),
    Said("चार बोतल फिनाइल फूट गई", "stock_reduce; phenyl 4 bottle; reason damaged"),
    Said("राजमा का क्या रेट है", "price_check; rajma"),
    Said("तूर दाल का दाम एक सौ पैंसठ कर दीजिए", "price_set; toor_dal @165"),
    Said("लक्स तीन रुपये सस्ता कर दो", "price_set; lux -3"),
    Said("नया सामान जोड़ो ड्रैगन फ्रूट अस्सी रुपये", "item_create; ?ड्रैगन फ्रूट @80"),
    Said("गुड़ पाँच किलो से नीचे जाए तो मुझे बताना", "threshold_set; jaggery 5 kg"),
    Said("वापस ले लो", "undo"),
    Said("आप क्या क्या कर सकते हैं", "help"),
    Said("राम राम", "greet"),
    Said("बहुत बहुत शुक्रिया", "thanks"),
    Said("हाँ ठीक है", awaiting: .confirmation, "yes"),
    Said("नहीं गलत है", awaiting: .confirmation, "no"),
    Said("जाने दीजिए", awaiting: .confirmation, "cancel"),
    Said("तीसरा", awaiting: .choice, "choose; n 3"),
    Said("आज का धंधा कितना हुआ", "sales_summary; period today"),
    Said("गणेश पर कितना बाकी है", "credit_balance; customer गणेश"),
    Said("गणेश ने तीन सौ रुपये लौटाए", "credit_receive; customer गणेश; amount 300"),
    Said("बिजली का बिल तेईस सौ भरा", "expense_add; amount 2300"),
    Said("प्रधानमंत्री कौन है", "oos"),
    Said("बादाम है क्या", by: .customer, "product_search; almond"),
    Said("दो किलो आलू चाहिए", by: .customer, "cart_edit; potato 2 kg; op add"),
    Said("ग्राहक पैसे वापस मांगे तो क्या करें", by: .staff, "info_question"),
    Said("मेरा पार्सल कहाँ तक पहुँचा", by: .customer, "order_status"),
    Said("कार्ट में क्या क्या है", by: .customer, "cart_view"),
    Said("ओरियो निकाल दीजिए", by: .customer, "cart_edit; oreo; op remove"),
    Said("दुकान रविवार को खुली रहती है क्या", by: .customer, "info_question"),
    Said("चूहों ने दो किलो मूंगफली खा ली", "stock_reduce; peanut 2 kg; reason damaged"),
    Said("काजू किस रेट पर बेचना ठीक रहेगा", "price_suggest; cashew"),
    Said("सबसे कम क्या बिकता है", "slow_items"),
    Said("पाँच सबसे ज़्यादा बिकने वाली चीज़ें", "top_items; n 5"),
    Said("दिवाली पर कितना दूध लगेगा", "forecast; milk; period festival_diwali"),
    Said("गुप्ता एजेंसी को दस बोरी नमक भेजने को कहो", "supplier_order; salt 10 sack; supplier गुप्ता एजेंसी"),
    Said("किस किस का उधार बाकी है", "credit_list"),
    Said("मुझसे मराठी में बात करो", "settings; setting language; value mr"),
    Said("नौकर की तनख्वाह आठ हज़ार दी", "expense_add; amount 8000"),
    Said("बगल वाली दुकान में चीनी इकतालीस की है", "competitor_price; sugar @41"),
    Said("डोसा बनाने की विधि बताओ", "oos"),
  ]
}
