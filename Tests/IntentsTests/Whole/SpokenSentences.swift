/// Speech as a transcription gives it, in all five voices: no punctuation, numbers in words.
enum SpokenSentences {
  static let all = WholeSentence.read(text)

  private static let text = """
    sale_record sugar 5 kg ; customer ramesh | sold five kilos of sugar to ramesh
    sale_record maggi 12 packet =168 | twelve packets of maggi sold for one hundred sixty eight
    stock_add atta 25 kg ; period today | twenty five kilos of atta came in today
    stock_add maggi 2 box ; supplier mahavir | received two boxes of maggi from mahavir
    price_set sugar @48 | change the price of sugar to forty eight rupees
    credit_add ; customer sonu ; amount 220 | write two hundred twenty rupees udhaar for sonu
    stock_reduce egg 4 ; reason damaged | four eggs got broken
    threshold_set rice 20 kg | tell me when rice goes below twenty kilos
    stock_check moong_dal | how much moong dal is left with us
    sales_summary ; period last_7_days | what were the sales in the last seven days
    sale_record sugar 5 kg ; customer रमेश | रमेश को पाँच किलो चीनी बेच दी
    sale_record maggi 12 packet =168 | बारह पैकेट मैगी एक सौ अड़सठ में बेची
    sale_record rice 2.5 kg, sugar 1 kg | ढाई किलो चावल और एक किलो चीनी बेची
    sale_record toor_dal 1.25 kg ; customer नेहा ; credit | नेहा को सवा किलो तूर दाल उधार पर दी
    sale_record egg 1 dozen, maggi 3 packet | एक दर्जन अंडे और तीन पैकेट मैगी बिकी
    stock_add atta 25 kg ; period today | आज पच्चीस किलो आटा आ गया
    stock_add maggi 2 box ; supplier महावीर | महावीर से दो पेटी मैगी आई है
    price_set sugar @48 | चीनी का रेट अड़तालीस रुपये कर दो
    credit_receive ; customer नेहा ; amount 750 | नेहा ने साढ़े सात सौ रुपये जमा किए
    credit_add ; customer सोनू ; amount 220 | सोनू के खाते में दो सौ बीस रुपये लिख दो
    stock_reduce egg 4 ; reason damaged | चार अंडे टूट गए हैं
    threshold_set rice 20 kg | चावल बीस किलो से कम हो तो बताना
    stock_check moong_dal | मूंग दाल कितनी बची है अपने पास
    sales_summary ; period last_7_days | पिछले सात दिन में कितनी बिक्री हुई
    sale_record sugar 5 kg ; customer ramesh | ramesh ko paanch kilo chini bech di
    sale_record maggi 12 packet =168 | barah packet maggi ek sau adsath me bechi
    sale_record rice 2.5 kg, sugar 1 kg | dhai kilo chawal aur ek kilo chini bechi
    sale_record toor_dal 1.25 kg ; customer neha ; credit | neha ko sava kilo toor dal udhaar par di
    sale_record egg 1 dozen, maggi 3 packet | ek darjan ande aur teen packet maggi biki
    stock_add atta 25 kg ; period today | aaj pachees kilo aata aa gaya
    stock_add maggi 2 box ; supplier mahavir | mahavir se do peti maggi aayi hai
    price_set sugar @48 | chini ka rate adtalis rupay kar do
    credit_receive ; customer neha ; amount 750 | neha ne sadhe saat sau rupay jama kiye
    credit_add ; customer sonu ; amount 220 | sonu ke khate me do sau bees rupay likh do
    stock_reduce egg 4 ; reason damaged | chaar ande toot gaye hain
    threshold_set rice 20 kg | chawal bees kilo se kam ho to batana
    stock_check moong_dal | moong dal kitni bachi hai apne paas
    sales_summary ; period last_7_days | pichle saat din me kitni bikri hui
    sale_record sugar 5 kg ; customer रमेश | रमेशला पाच किलो साखर विकली
    sale_record maggi 12 packet =168 | बारा पाकिटं मॅगी एकशे अडुसष्टला विकली
    sale_record rice 2.5 kg, sugar 1 kg | अडीच किलो तांदूळ आणि एक किलो साखर विकली
    sale_record toor_dal 1.25 kg ; customer नेहा ; credit | नेहाला सव्वा किलो तूर डाळ उधारीवर दिली
    sale_record egg 1 dozen, maggi 3 packet | एक डझन अंडी आणि तीन पाकिटं मॅगी विकली
    stock_add atta 25 kg ; period today | आज पंचवीस किलो कणीक आली
    stock_add maggi 2 box ; supplier महावीर | महावीरकडून दोन पेट्या मॅगी आली
    price_set sugar @48 | साखरेचा भाव अठ्ठेचाळीस रुपये करा
    credit_receive ; customer नेहा ; amount 750 | नेहाने साडेसातशे रुपये जमा केले
    credit_add ; customer सोनू ; amount 220 | सोनूच्या खात्यात दोनशे वीस रुपये लिहा
    stock_reduce egg 4 ; reason damaged | चार अंडी फुटली आहेत
    threshold_set rice 20 kg | तांदूळ वीस किलोपेक्षा कमी झाला की सांगा
    stock_check moong_dal | मूग डाळ किती शिल्लक आहे आपल्याकडे
    sales_summary ; period last_7_days | मागच्या सात दिवसात किती विक्री झाली
    sale_record sugar 5 kg ; customer ramesh | rameshla pach kilo sakhar vikli
    sale_record rice 2.5 kg, sugar 1 kg | adich kilo tandul ani ek kilo sakhar vikli
    sale_record toor_dal 1.25 kg ; customer neha ; credit | nehala savva kilo tur dal udharivar dili
    stock_add atta 25 kg ; period today | aaj panchvis kilo kanik ali
    stock_add maggi 2 box ; supplier mahavir | mahavir kadun don petya maggi ali
    price_set sugar @48 | sakhrecha bhav atthechalis rupaye kara
    credit_add ; customer sonu ; amount 220 | sonuchya khatyat donshe vis rupaye liha
    stock_reduce egg 4 ; reason damaged | char andi futli ahet
    threshold_set rice 20 kg | tandul vis kilo peksha kami zala ki sanga
    stock_check moong_dal | mug dal kiti shillak ahe aplyakade
    sales_summary ; period last_7_days | magchya sat divsat kiti vikri zali
    sale_record sugar 2.25 kg =101 | sava do kilo chini ek sau ek rupaye me bechi
    sale_record onion 7 kg ; period today | aaj saat kilo pyaz bika
    stock_set peanut 11 kg | shengdane akra kilo ahet ata
    sale_record besan 1.5 kg ; customer sonu ; payment upi | sonu ne dedh kilo besan liya upi se diya
    stock_add jaggery 40 kg =2400 | चालीस किलो गुड़ चौबीस सौ में आया
    expense_add ; amount 4500 | दुकान का किराया साढ़े चार हजार दिया
    expense_add ; amount 4500 | दुकानाचं भाडं साडेचार हजार दिलं
    profit ; period this_month | या महिन्यात नफा किती झाला सांगा
    sale_return besan 0.5 kg | aadha kilo besan wapas aaya grahak se
    price_check toor_dal | तूर डाळीचा आजचा भाव काय चालू आहे
    stock_reduce onion 3 kg ; reason damaged | तीन किलो प्याज सड़ गया
    sale_record rice 15 kg ; customer ramesh | ramesh bought fifteen kilos of rice
    sale_record sugar 0.25 kg | quarter kilo sugar sold
    stock_add onion 30 kg =600 | thirty kilos onion bought for six hundred
    stock_set maida 14 kg | maida stock is fourteen kilos now
    sale_record rice 15 kg ; customer रमेश | रमेश को पंद्रह किलो चावल बेचा
    stock_add onion 30 kg =600 | तीस किलो प्याज छह सौ में लिया
    stock_set maida 14 kg | मैदा अब चौदह किलो है स्टॉक में
    sale_record cumin 100 g | सौ ग्राम जीरा बिका
    sale_record turmeric 0.25 kg =60 | पाव किलो हल्दी साठ रुपये में बेची
    sale_record rice 15 kg ; customer ramesh | ramesh ko pandrah kilo chawal becha
    stock_add onion 30 kg =600 | tees kilo pyaz chhe sau me liya
    stock_set maida 14 kg | maida ab chaudah kilo hai stock me
    sale_record cumin 100 g | sau gram jeera bika
    sale_record turmeric 0.25 kg =60 | pav kilo haldi saath rupay me bechi
    sale_record rice 15 kg ; customer रमेश | रमेशला पंधरा किलो तांदूळ विकला
    stock_add onion 30 kg =600 | तीस किलो कांदे सहाशेला घेतले
    stock_set maida 14 kg | मैदा आता चौदा किलो आहे
    sale_record cumin 100 g | शंभर ग्रॅम जिरे विकले
    sale_record turmeric 0.25 kg =60 | पाव किलो हळद साठ रुपयांना विकली
    sale_record rice 15 kg ; customer ramesh | rameshla pandhara kilo tandul vikla
    stock_set maida 14 kg | maida ata chauda kilo ahe
    sale_record cumin 100 g | shambhar gram jire vikle
    credit_receive ; customer सोनू ; amount 1500 | सोनूने दीड हजार रुपये परत दिले उधारीचे
    """
}
