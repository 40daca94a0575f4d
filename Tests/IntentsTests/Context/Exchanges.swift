/// “last frame | what we asked | message | verdict | both together”, in all five voices.
enum Exchanges {
  static let all = Exchange.read(text)

  private static let text = """
    sale_record sugar 5 kg | sure | no, make it 15 | amended | sale_record sugar 15 kg
    sale_record sugar 5 kg | sure | not 5, 15 kg | amended | sale_record sugar 15 kg
    sale_record maggi 3 packet =42 | sure | no 4 packets | amended | sale_record maggi 4 packet
    sale_record sugar 5 kg | sure | नहीं 15 किलो | amended | sale_record sugar 15 kg
    sale_record rice 10 kg | sure | 10 नहीं 12 किलो | amended | sale_record rice 12 kg
    sale_record sugar 5 kg | sure | 5 nahi 15 | amended | sale_record sugar 15 kg
    sale_record sugar 5 kg | sure | nahi 3 kilo | amended | sale_record sugar 3 kg
    sale_record maida 2 kg | sure | arre maida nahi besan | amended | sale_record besan 2 kg
    sale_record sugar 5 kg | sure | 5 नाही 15 किलो | amended | sale_record sugar 15 kg
    sale_record sugar 2 kg | sure | नाही, 4 किलो | amended | sale_record sugar 4 kg
    sale_record sugar 5 kg | sure | 5 nahi 7 kilo hoti | amended | sale_record sugar 7 kg
    sale_record jaggery 1 kg | sure | nahi re gul navhe sakhar | amended | sale_record sugar 1 kg
    sale_record sugar 2 kg, maggi 5 packet | sure | no 3 maggi | amended | sale_record sugar 2 kg, maggi 3 packet
    sale_record sugar 2 kg, maggi 5 packet | sure | nahi chini 4 kilo | amended | sale_record sugar 4 kg, maggi 5 packet
    sale_record sugar 5 kg ; customer Ramesh | sure | ramesh nahi sonu | amended | sale_record sugar 5 kg ; customer sonu
    sale_record sugar 5 kg ; customer Ramesh | sure | रमेश नाही सोनू | amended | sale_record sugar 5 kg ; customer सोनू
    sale_record sugar 5 kg | sure | aur 2 maggi | amended | sale_record sugar 5 kg, maggi 2
    sale_record sugar 5 kg | sure | and 2 packets maggi | amended | sale_record sugar 5 kg, maggi 2 packet
    sale_record sugar 5 kg | sure | आणि 2 मॅगी | amended | sale_record sugar 5 kg, maggi 2
    sale_record sugar 5 kg | sure | और 2 पैकेट मैगी | amended | sale_record sugar 5 kg, maggi 2 packet
    stock_add rice 20 kg | sure | no, 25 kg | amended | stock_add rice 25 kg
    stock_add rice 20 kg | sure | नाही 25 किलो | amended | stock_add rice 25 kg
    credit_receive ; customer Ramesh ; amount 500 | sure | nahi 300 | amended | credit_receive ; customer ramesh ; amount 300
    credit_receive ; customer Ramesh ; amount 500 | sure | 500 नहीं 300 रुपये | amended | credit_receive ; customer ramesh ; amount 300
    price_set maggi @16 | sure | nahi 15 | amended | price_set maggi @15
    price_set maggi @16 | sure | 16 नाही 15 रुपये | amended | price_set maggi @15
    sale_record sugar 5 kg |  | nahi 4 kilo | amended | sale_record sugar 4 kg
    sale_record sugar 5 kg |  | no, 4 kg | amended | sale_record sugar 4 kg
    sale_record sugar 5 kg |  | 5 नहीं 4 किलो | amended | sale_record sugar 4 kg
    sale_record sugar 5 kg |  | नाही 4 किलो | amended | sale_record sugar 4 kg
    price_set maggi @16 |  | nahi 15 | amended | price_set maggi @15
    sale_record sugar | quantity | 15 kilo | completed | sale_record sugar 15 kg
    sale_record sugar | quantity | 15 kg | completed | sale_record sugar 15 kg
    sale_record sugar | quantity | ढाई किलो | completed | sale_record sugar 2.5 kg
    sale_record sugar | quantity | dhai kilo | completed | sale_record sugar 2.5 kg
    sale_record sugar | quantity | अडीच किलो | completed | sale_record sugar 2.5 kg
    sale_record sugar | quantity | adich kilo | completed | sale_record sugar 2.5 kg
    sale_record maggi | quantity | don packet | completed | sale_record maggi 2 packet
    stock_add rice | quantity | दो बोरी | completed | stock_add rice 2 sack
    stock_add rice | quantity | two sacks | completed | stock_add rice 2 sack
    sale_record sugar kg | quantity | 7 | completed | sale_record sugar 7 kg
    price_set sugar | price | 46 rupay | completed | price_set sugar @46
    price_set sugar | price | 46 रुपये किलो | completed | price_set sugar @46
    price_set sugar | price | at 46 | completed | price_set sugar @46
    price_set sugar | price | ४६ रुपये | completed | price_set sugar @46
    sale_record - 5 kg | item | toor dal | completed | sale_record toor_dal 5 kg
    sale_record - 5 kg | item | चीनी | completed | sale_record sugar 5 kg
    sale_record - 5 kg | item | साखर | completed | sale_record sugar 5 kg
    sale_record - 5 kg | item | sakhar 6 kilo | completed | sale_record sugar 6 kg
    credit_add ; amount 500 | customer | ramesh ko | completed | credit_add ; customer ramesh ; amount 500
    credit_add ; amount 500 | customer | रमेशला | completed | credit_add ; customer रमेश ; amount 500
    credit_add ; amount 500 | customer | to neha | completed | credit_add ; customer neha ; amount 500
    stock_check sugar |  | aur maggi? | again | stock_check maggi
    stock_check sugar |  | and rice? | again | stock_check rice
    stock_check sugar |  | what about maida | again | stock_check maida
    stock_check sugar |  | और मैगी? | again | stock_check maggi
    stock_check sugar |  | आणि तांदूळ? | again | stock_check rice
    stock_check sugar |  | ani tandul? | again | stock_check rice
    price_check sugar ; price_kind mrp |  | aur maggi ka? | again | price_check maggi ; price_kind mrp
    sales_summary ; period today |  | aur kal ka? | again | sales_summary ; period yesterday
    sales_summary ; period today |  | and last week? | again | sales_summary ; period last_week
    sales_summary ; period today |  | और परसों का? | again | sales_summary ; period day_before_yesterday
    sales_summary ; period today |  | आणि परवाचं? | again | sales_summary ; period day_before_yesterday
    sales_summary ; period today |  | ani kalcha? | again | sales_summary ; period yesterday
    sales_summary sugar ; period today |  | aur kal ka? | again | sales_summary sugar ; period yesterday
    forecast sugar ; period today |  | aur kal ka? | again | forecast sugar ; period tomorrow
    forecast sugar ; period today |  | और परसों का? | again | forecast sugar ; period day_after_tomorrow
    credit_balance ; customer Ramesh |  | aur sonu ka? | again | credit_balance ; customer sonu
    credit_balance ; customer Ramesh |  | आणि सोनूची? | again | credit_balance ; customer सोनू
    sale_record sugar 5 kg ; customer Neha ; credit |  | aur 2 packet maggi | again | sale_record maggi 2 packet ; customer neha ; credit
    sale_record sugar 5 kg |  | ani 2 packet maggi | again | sale_record maggi 2 packet
    sale_record sugar 5 kg |  | uska rate kya hai | whole | price_check sugar
    sale_record sugar 5 kg |  | iski kimat kya hai | whole | price_check sugar
    sale_record sugar 5 kg, maggi 2 |  | what is its price | whole | price_check maggi
    stock_check rice |  | उसका रेट क्या है | whole | price_check rice
    stock_check rice |  | त्याचा भाव काय आहे | whole | price_check rice
    stock_check rice |  | tyacha bhav kay ahe | whole | price_check rice
    credit_receive ; customer Ramesh ; amount 500 |  | uska kitna udhaar baki hai | whole | credit_balance ; customer ramesh
    sale_record sugar 5 kg |  | chini kitni bachi hai | whole | stock_check sugar
    stock_add sugar 5 kg ; supplier Mahavir |  | aur 2 packet maggi | again | stock_add maggi 2 packet ; supplier mahavir
    stock_add sugar 5 kg |  | आणि 2 पाकिटं मॅगी | again | stock_add maggi 2 packet
    stock_check sugar |  | 15 kilo | unresolved
    sale_record sugar | quantity | toor dal | again | sale_record toor_dal
    """
}
