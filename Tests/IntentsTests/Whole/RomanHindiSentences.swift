/// What owners write in Hindi, in roman letters.
enum RomanHindiSentences {
  static let all = WholeSentence.read(text)

  private static let text = """
    sale_record sugar 2 kg ; customer neha ; credit | neha ko 2 kilo chini udhaar di
    sale_record rice 5 kg ; customer ramesh ; credit | 5 kilo chawal ramesh ke khate me likh do
    sale_record maggi 4 packet =56 ; payment upi | maggi 4 packet 56 me bechi, upi aaya
    sale_record atta 10 kg ; payment cash | 10 kilo aata becha nagad
    sale_record sugar 3 kg, rice 2 kg ; customer sonu | sonu ko 3 kilo chini aur 2 kilo chawal becha
    sale_record turmeric 250 g ; period yesterday | kal 250 gram haldi bechi thi
    sale_record egg 2.5 dozen | dhai darjan ande bike
    sale_record cashew 0.5 kg @900 | aadha kilo kaju becha 900 rupay kilo ke hisab se
    sale_record moong_dal 3.5 kg | sadhe teen kilo moong dal bechi
    sale_return sugar 1 kg ; customer neha | neha ne 1 kilo chini wapas kar di
    sale_return maggi 2 packet | grahak 2 packet maggi lauta gaya
    credit_add ; customer ramesh ; amount 500 | ramesh ke naam 500 udhaar likho
    credit_add ; customer sonu ; amount 1250 | sonu ke khate me sadhe barah sau chadha do
    credit_receive ; customer sonu ; amount 300 | sonu ne 300 jama kiye
    credit_balance ; customer neha | neha ka kitna udhaar hai
    credit_list | kis kis ka udhaar baki hai
    credit_remind ; customer sonu | sonu ko paise ki yaad dila do
    stock_add rice 50 kg ; supplier mahavir | mahavir se 50 kilo chawal aaya
    stock_add maggi 3 box ; period today | aaj maggi ki 3 peti aayi
    stock_add sugar 2 sack =3600 | chini ki 2 bori 3600 me kharidi
    stock_set onion 18 kg | pyaz ka stock 18 kilo kar do
    stock_set poha 7 kg | gin ke dekha poha 7 kilo hi hai
    stock_reduce egg 6 ; reason damaged | 6 ande toot gaye
    stock_reduce poha 2 kg ; reason expired | 2 kilo poha expire ho gaya
    stock_reduce cashew 1 kg ; reason theft | 1 kilo kaju chori ho gaya
    stock_reduce sugar 1 kg ; reason own_use | ghar ke liye 1 kilo chini nikali
    price_set sugar @46 | chini ka bhav 46 rupay kar do
    price_set rice +2 | chawal 2 rupay mehnga karo
    price_set maggi -1 | maggi 1 rupaya sasti kar do
    price_set atta @38 ; price_kind cost | aate ka kharid rate ab 38 hai
    price_check cumin | jeere ka kya bhav hai
    price_check maggi ; price_kind mrp | maggi ki mrp kitni hai
    threshold_set sugar 10 kg | chini 10 kilo se kam ho jaye to batana
    stock_check jaggery | gud bacha hai kya
    stock_check toor_dal | toor dal kitni padi hai
    sales_summary ; period today | aaj total kitna becha
    sales_summary ; period last_month | pichle mahine kitni bikri hui
    profit ; period yesterday | kal kitna munafa hua
    top_items ; n 5 ; period this_week | is hafte ke top 5 item batao
    slow_items | kaunsa maal bilkul nahi bik raha
    forecast rice ; period next_week | agle hafte chawal kitna bikega
    expense_add ; amount 2500 | bijli ka bill 2500 bhara
    supplier_order rice 100 kg ; supplier mahavir | mahavir se 100 kilo chawal mangwao
    report_request ; period last_month ; format excel | pichle mahine ki report excel me bhejo
    item_delete bajra | bajra list se nikal do
    competitor_price sugar @44 | samne wali dukan me chini 44 ki hai
    """
}
