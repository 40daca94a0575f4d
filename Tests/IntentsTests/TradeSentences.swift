/// Goods that come and goods that are sold, as owners write it.
enum TradeSentences {
  static let all = Sentence.read(text)

  private static let text = """
    stock_add | got 5 litre mustard oil today | mustard_oil 5
    stock_add | 20 packets of maggi came in | maggi 20
    stock_add | received 50 kg rice from the wholesaler | rice 50
    stock_add | put 10 kg poha into stock | poha 10
    stock_add | sugar arrived | sugar
    stock_add | आज 10 किलो बेसन आया है | besan 10
    stock_add | मंडी से 2 बोरी गेहूं लाए | wheat 2
    stock_add | 5 पैकेट मैगी और आ गई | maggi 5
    stock_add | चीनी खरीदी | sugar
    stock_add | 25 किलो चावल स्टॉक में जोड़ दो | rice 25
    stock_add | aaj 12 kilo maida mangwaya tha woh aa gaya | maida 12
    stock_add | maggi ke 24 packet liye 288 me | maggi 24 =288
    stock_add | do bori chini utari hai | sugar 2
    stock_add | kaju 2 kilo mila supplier se | cashew 2
    stock_add | poha aaya hai | poha
    stock_add | आज दहा किलो रवा आला | rava 10
    stock_add | साखर 50 किलो घेतली | sugar 50
    stock_add | मॅगीचे 30 पुडे आले | maggi 30
    stock_add | दुकानात 5 किलो शेंगदाणे भरले | peanut 5
    stock_add | 20 kilo tandul alet aaj | rice 20
    stock_add | tur dal 15 kilo kharedi keli | toor_dal 15
    stock_add | besan 10 kilo add kar | besan 10
    sale_record | sold sugar | sugar
    sale_record | 2 kg rice and 1 kg sugar gone to ramesh | rice 2, sugar 1
    sale_record | customer took 3 maggi | maggi 3
    sale_record | sale: 5 kg wheat at 42 | wheat 5 @42
    sale_record | i have sold four packets of poha | poha 4
    sale_record | just now sold 250 gm cashew for 220 | cashew 250 =220
    sale_record | बासमती बेची | basmati
    sale_record | अभी 2 किलो चीनी बेच दी | sugar 2
    sale_record | शर्मा जी को 5 किलो आटा दिया | atta 5
    sale_record | एक ग्राहक ने 3 मैगी लीं | maggi 3
    sale_record | आधा किलो बेसन बिक गया | besan 0.5
    sale_record | basmati bechi | basmati
    sale_record | aaj subah se 10 kilo chawal bik chuka hai | rice 10
    sale_record | dedh kilo poha diya ramu ko | poha 1.5
    sale_record | bech diya 4 packet maggi | maggi 4
    sale_record | likho 3 kilo gehu becha 120 me | wheat 3 =120
    sale_record | customer 2 kilo maida le gaya | maida 2
    sale_record | साखर विकली | sugar
    sale_record | दोन किलो रवा विकला आत्ता | rava 2
    sale_record | पाटील काकूंना अर्धा किलो शेंगदाणे दिले | peanut 0.5
    sale_record | गिऱ्हाईक 4 मॅगी घेऊन गेलं | maggi 4
    sale_record | 5 kilo tandul vikla | rice 5
    sale_record | dada la 2 kilo sakhar dili | sugar 2
    sale_record | poha vikle | poha
    sale_record | adich kilo besan gela | besan 2.5
    sale_record | chini 3 kilo, aata 5 kilo, maggi 2 becha | sugar 3, atta 5, maggi 2
    sale_record | chini bechi | sugar
    sale_record | sugar sold | sugar
    stock_add | maggi aaya | maggi
    stock_add | received 5 kg sugar | sugar 5
    stock_add | साखर आली 5 किलो | sugar 5
    stock_add | sakhar ali 5 kilo | sugar 5
    stock_add | chini 5 kilo mila | sugar 5
    stock_add | 5 kilo chini liya | sugar 5
    sale_record | 5 kilo chini | sugar 5
    stock_add | add 12 packets of maggi | maggi 12
    stock_add | fresh stock came: 30 kg rice | rice 30
    stock_add | delivery of 10 kg maida reached | maida 10
    stock_add | purchased 6 kg cashew at 780 per kg | cashew 6 @780
    stock_add | दुकान में 40 किलो चीनी और मंगवाई | sugar 40
    stock_add | पोहा आ गया | poha
    stock_add | gaadi se 3 katte chawal utre | rice 3
    stock_add | besan kharid liya 15 kilo | besan 15
    stock_add | maggi ka carton aa gaya 48 packet | maggi 48
    stock_add | rice 20 kilo daal do stock me | rice 20
    stock_add | रवा आलाय पाच किलो | rava 5
    stock_add | होलसेलवाल्याकडून 10 किलो साखर घेतली | sugar 10
    stock_add | maggi che 12 pudke milale | maggi 12
    stock_add | 25 kilo gahu anle aaj | wheat 25
    sale_record | maggi sold | maggi
    sale_record | 3 packets maggi sold to neha | maggi 3
    sale_record | gave sharma ji 2 kg sugar on udhaar | sugar 2
    sale_record | write 1 kg jaggery sale | jaggery 1
    sale_record | गुड़ बिका | jaggery
    sale_record | तीन मैगी और एक किलो पोहा बेचा | maggi 3, poha 1
    sale_record | मेहता जी डेढ़ किलो बेसन ले गए | besan 1.5
    sale_record | maggi bik gayi | maggi
    sale_record | saade teen kilo chawal becha 160 rupay me | rice 3.5 =160
    sale_record | raju ko udhar me 2 kilo aata diya | atta 2
    sale_record | abhi abhi pav kilo kaju nikla | cashew 0.25
    sale_record | मॅगी विकली गेली | maggi
    sale_record | जोशींना 3 किलो साखर उधारीवर दिली | sugar 3
    sale_record | पावशेर काजू विकले | cashew 0.25
    sale_record | rava vikla ardha kilo | rava 0.5
    sale_record | kaku 2 kilo pohe gheun gelya | poha 2
    sale_record | gul vikla | jaggery
    stock_add | we received 24 maggi packets this morning | maggi 24
    stock_add | 15 kg poha has come | poha 15
    stock_add | increase stock of besan by 5 kg | besan 5
    stock_add | गोदाम में 10 किलो मैदा और रखा | maida 10
    stock_add | थोक वाले से 30 किलो चीनी ली | sugar 30
    stock_add | rice laya hu 10 kilo | rice 10
    stock_add | besan aa gaya | besan
    stock_add | वीस किलो गहू भरला दुकानात | wheat 20
    stock_add | पोहे मिळाले 8 किलो | poha 8
    stock_add | stock madhe 6 kilo gul vadhva | jaggery 6
    stock_add | kaju magavle hote te ale 3 kilo | cashew 3
    sale_record | customer bought 2 kg besan for 190 | besan 2 =190
    sale_record | sold off 10 kg wheat | wheat 10
    sale_record | jaggery sold today | jaggery
    sale_record | काजू बेचे | cashew
    sale_record | सोनू को दो मैगी दी | maggi 2
    sale_record | 5 kilo chawal ek customer le gaya 250 diya | rice 5 =250
    sale_record | bik gaya 2 kilo gud | jaggery 2
    sale_record | wheat 10 kilo bech diye hai | wheat 10
    sale_record | poha bech diya | poha
    sale_record | ताईंना 2 किलो गूळ दिला | jaggery 2
    sale_record | don maggi viklya | maggi 2
    sale_record | kaju vikle 500 gram | cashew 500
    stock_add | rice ki 2 bori aa chuki hai | rice 2
    stock_add | stocked up 10 packets of poha | poha 10
    stock_add | कालच्या गाडीतून 20 किलो मैदा उतरला | maida 20
    stock_add | sakharechi 1 goni ali | sugar 1
    stock_add | नया माल आया है 15 किलो बेसन | besan 15
    stock_add | cashew 4 kg arrived from supplier | cashew 4
    sale_record | one kg cashew sold to meena for 950 | cashew 1 =950
    sale_record | sugar 2 kg sold | sugar 2
    sale_record | आज 12 मैगी बिकी | maggi 12
    sale_record | neha didi ko paanch kilo atta de diya | atta 5
    sale_record | सकाळी 6 किलो तांदूळ विकला गेला | rice 6
    sale_record | shinde kakana 1 kilo tur dal dili udhar | toor_dal 1
    sale_record | kaju vikla gela | cashew
    stock_add | aaj bees kilo gehu aaya hai | wheat 20
    stock_add | we bought 6 packets of tata tea | tata_tea 6
    stock_add | पोहा 5 किलो और आया | poha 5
    stock_add | तूर डाळ 10 किलो खरेदी केली | toor_dal 10
    stock_add | maida ala 15 kilo | maida 15
    stock_add | cashew 3 kilo kharida 2400 me | cashew 3 =2400
    stock_add | add 4 kg jaggery to stock | jaggery 4
    stock_add | आज मॅगी आली | maggi
    sale_record | sold 2 kg sugar and 1 kg rice | sugar 2, rice 1
    sale_record | rice sold 3 kg to suresh | rice 3
    sale_record | चार किलो आटा बेच दिया | atta 4
    sale_record | गुप्ता जी को मैगी दी 6 पैकेट | maggi 6
    sale_record | ek kilo kaju becha 900 ka | cashew 1 =900
    sale_record | aaj poha khub bika 7 kilo | poha 7
    sale_record | besan bika | besan
    sale_record | अडीच किलो बेसन विकलं | besan 2.5
    sale_record | पोहे विकले | poha
    sale_record | ek girhaik 3 maggi gheun gele | maggi 3
    sale_record | vikli 2 kilo sakhar | sugar 2
    """
}
