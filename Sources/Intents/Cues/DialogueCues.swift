/// Greetings, answers and everything that holds a conversation together.
enum DialogueCues {
  static let words: [(Cue, String)] = [
    (
      .undo,
      "undo revert rollback अनडू अंडू | take it back | take that back | undo karo | mage ghe | mage ghya | mage ghyaa | मागे घे | मागे घ्या | wapas lo | वापस लो | वापस ले लो | wapas le lo | cancel last | reverse it | reverse that | last entry | last wala | pichli entry | aakhri entry | akhri entry | आखिरी एंट्री | आख़िरी एंट्री | शेवटची नोंद | shevatchi nond | shevatchi entry | शेवटची एंट्री | पिछली एंट्री | last one | jo abhi kiya | abhi wala | आत्ताची नोंद | attachi nond | abhi jo | जो अभी किया | previous entry"
    ),
    (.takeBack, "wapas vapas parat back mage वापस परत मागे radd रद्द cancel कैंसल कैंसिल कॅन्सल revert"),
    (
      .mistake,
      "galti galat mistake wrong wrongly chuk chukla chukun chukli chukicha accidentally mistakenly गलती गलत ग़लत oops oh-no चूक चुकलं चुकला चुकून चुकीचा चुकली error galtise by-mistake"
    ),
    (
      .last,
      "last aakhri akhri aakhiri pichla pichli shevat shevatcha shevatchi आखिरी आख़िरी पिछली पिछला शेवट शेवटची शेवटचा magcha magchi magche मागचा मागची मागचे मागील magil abhi अभी आत्ता entry nond नोंद एंट्री previous latest"
    ),
    (.help, "help madad madat sahayata मदद मदत सहायता हेल्प guide menu options instructions commands sahayya"),
    (
      .canDo,
      "| what can you do | what can i | kya kaam karte | kya kam karte | क्या काम करते | kya karte ho | क्या करते हो | kay kartos | kay karta tumhi | काय करतोस | काय करता | what do you do | what all can | kya kar sakte | kya kya kar | kya kya likh | kya likh sakta | kya kar sakta | kya kya kar sakte | क्या कर सकते | क्या कर सकता | क्या क्या कर | काय करू शकता | काय काय करू | काय करता येतं | kay karu shakta | kay karu shakto | kay kay karu | kay karta yete | kaise use | kaise istemal | how to use | how do i use | how does this work | kasa vapraycha | कसं वापरायचं | कैसे चलाना | kaise chalana | kaise chalta | kaise kaam karta | features"
    ),
    (
      .greet,
      "hi hello hey hii helo namaste namaskar namaskaar namasthe salaam salam adaab pranam ramram hlo good-morning gm नमस्ते नमस्कार हेलो हैलो हॅलो प्रणाम सलाम राम-राम हाय | good morning | good evening | good afternoon | good night | ram ram | राम राम | jai hind | jai maharashtra | jay maharashtra | suprabhat | shubh prabhat | सुप्रभात | शुभ प्रभात | jai shri | जय महाराष्ट्र | kaise ho | kasa ahes | kem cho | how are you | जय हिंद | शुभ संध्या | shubh sakal | शुभ सकाळ"
    ),
    (
      .thanks,
      "thanks thank thankyou thanx thx ty tysm dhanyawad dhanyavad dhanyavaad shukriya shukria abhari aabhari aabhar meherbani धन्यवाद शुक्रिया आभारी आभार मेहरबानी थैंक्स थँक्स थैंक थँक्यू थैंक्यू | thank you | khup chan | बहुत बढ़िया | bahut badhiya | great job | well done"
    ),
    (
      .yes,
      "yes haan ha han haa haanji hanji ji yep yeah yup ok okay okey okk sure ho hoy hoye chalel confirm confirmed right sahi theek thik barobar done pakka हाँ हां हा जी हो होय ओके ठीक सही चालेल बरोबर पक्का 👍 ✅ 👌 k kk bilkul बिल्कुल nakki नक्की | thik hai | theek hai | ठीक है | ठीक आहे | thik ahe | go ahead | do it | kar do | कर दो | हो चालेल | haan kar | yes karo | sahi hai | barobar ahe"
    ),
    (
      .no,
      "no nahi nahin nai nope na naa nako nay galat wrong नहीं नही ना नाही नको ग़लत गलत 👎 ❌ चूक chuk incorrect nahii | galat hai | not right | not correct | chukicha ahe"
    ),
    (
      .cancel,
      "cancel cancle chhodo chhod chod chodo rehne rahne rahu stop exit quit radd skip leave कैंसल कैंसिल कॅन्सल छोड़ो छोड़ रहने राहू रद्द सोड soda sod सोडा jane जाने | forget about it | forget this | leave it | drop it | skip it | let it be | jau de | jau dya | jaude | जाऊ दे | जाऊ द्या | rehne do | rahne do | रहने दो | jaane do | jane do | जाने दो | chhod do | छोड़ दो | rahu de | rahu dya | राहू दे | राहू द्या | sodun de | sodun dya | सोडून दे | सोडून द्या | never mind | nevermind | forget it | nako rahu | abhi nahi | not now | baad me | बाद में | nantar | नंतर | later"
    ),
    (.right, "correct right sahi barobar सही बरोबर theek thik ठीक perfect"),
    (
      .ordinal,
      "first second third fourth fifth pehla pehli pehle pahla pahli pahle dusra dusri dusre doosra doosri tisra tisri teesra teesri chautha pahila pahili pahile paila tisra chavtha pachva पहला पहली पहले दूसरा दूसरी दूसरे तीसरा तीसरी चौथा पहिला पहिली पहिले पहिलं दुसरा दुसरी दुसरे दुसरं तिसरा तिसरी तिसरे तिसरं चौथा 1st 2nd 3rd st nd rd last aakhri शेवटचा आखिरी option number no nambar नंबर क्रमांक"
    ),
    (.oneOf, "option number nambar wala wali wale वाला वाली वाले one नंबर क्रमांक choose select"),
    (.about, "| what about | how about | and for | and what about | uska kya | इसका क्या | उसका क्या"),
  ]
}
