/// What owners write in English.
enum EnglishSentences {
  static let all = WholeSentence.read(text)

  private static let text = """
    sale_record sugar 2 kg ; customer neha ; credit | gave neha 2 kg sugar on credit
    sale_record rice 5 kg ; customer ramesh ; credit | wrote 5 kg rice in ramesh's khata
    sale_record maggi 4 packet =56 ; payment upi | sold 4 packets maggi for 56, he paid by upi
    sale_record atta 10 kg ; payment cash | 10 kg atta sold, cash
    sale_record sugar 3 kg, rice 2 kg ; customer sonu | sold 3 kg sugar and 2 kg rice to sonu
    sale_record turmeric 250 g ; period yesterday | sold 250 g turmeric yesterday
    sale_record egg 30 | sold 30 eggs just now
    sale_record cashew 0.5 kg @900 | sold half kg cashew at 900 per kg
    sale_record maida 2 kg, besan 1 kg, maggi 6 packet | sold 2 kg maida, 1 kg besan and 6 packets maggi
    sale_return sugar 1 kg ; customer neha | neha returned 1 kg sugar
    sale_return maggi 2 packet | customer brought back 2 packets of maggi
    credit_add ; customer ramesh ; amount 500 | add 500 to ramesh's credit
    credit_add ; customer sonu ; amount 1250 | put 1,250 on sonu's account
    credit_receive ; customer sonu ; amount 300 | sonu paid back 300
    credit_balance ; customer neha | how much does neha owe me
    credit_balance ; customer ramesh | ramesh's pending balance?
    credit_list | who all owe me money
    credit_remind ; customer sonu | send sonu a payment reminder
    stock_add rice 50 kg ; supplier mahavir | got 50 kg rice from mahavir
    stock_add maggi 3 box ; period today | 3 boxes of maggi arrived today
    stock_add sugar 2 sack =3600 | bought 2 sacks of sugar for 3600
    stock_add mustard_oil 10 l @150 | received 10 litres mustard oil at 150 a litre
    stock_set onion 18 kg | onion stock is actually 18 kg
    stock_set poha 7 kg | correct the poha stock to 7 kg
    stock_reduce egg 6 ; reason damaged | 6 eggs broke in the tray
    stock_reduce poha 2 kg ; reason expired | 2 kg poha expired, throw it out of stock
    stock_reduce cashew 1 kg ; reason theft | 1 kg cashew got stolen
    stock_reduce sugar 1 kg ; reason own_use | took 1 kg sugar home for own use
    price_set rice +2 | raise rice by 2 rupees
    price_set maggi -1 | bring maggi down by 1 rupee
    price_set atta @38 ; price_kind cost | atta cost price is now 38
    price_check cumin | what rate do we sell cumin at
    price_check maggi ; price_kind mrp | mrp of maggi?
    threshold_set sugar 10 kg | warn me when sugar falls below 10 kg
    stock_check jaggery | is any jaggery left
    stock_check toor_dal | how much toor dal do we have
    stock_list ; category spice | show me all the spices in stock
    sales_summary ; period today | total sales of today please
    sales_summary ; period last_month | how much did we sell last month
    sales_summary sugar ; period this_week | sugar sales this week
    profit ; period yesterday | what profit did we make yesterday
    top_items ; n 5 ; period this_week | top 5 items of this week
    slow_items | which items are not moving at all
    expense_add ; amount 2500 | paid the electricity bill of 2500
    supplier_order rice 100 kg ; supplier mahavir | order 100 kg rice from mahavir
    report_request ; period last_month ; format pdf | send last month's report as pdf
    item_delete bajra | remove bajra from my list
    competitor_price sugar @44 | the shop opposite sells sugar at 44
    """
}
