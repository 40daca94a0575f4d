/// Prices, credit and money.
enum MoneyCues {
  static let words: [(Cue, String)] = [
    (
      .price,
      "price prices rate rates bhav bhaav bhao bhaw daam dam dar kimat keemat kimmat mulya मूल्य दाम भाव दर कीमत क़ीमत किंमत रेट प्राइस प्राईस pricing costs charge किमत bhavat mrp lagao lagado lagana lagavo लगाओ लगाना"
    ),
    (
      .priceAsk,
      "kitnekaa kitila kitilaa kevdhyala केवढ्याला कितीला कितीचा कितीची कितीचे kiticha kitichi | kaise kilo | kasa kilo | kashi kilo | kase kilo | kaise diya | kaise dete | kaise diye | कैसे किलो | कसा किलो | कशी किलो | कसे किलो | कैसे दिया | कैसे देते | kya lagta | kitna lagta | kitne ka | kitne ki | kitne ke | kitne me | kitne mein | kitne rupay | कितने रुपये | कितने रुपए | किती रुपये | kiti la | किती ला | कितने का | कितने की | कितने के | कितने में | for how much | how much is | how much for | how much are | kay rate | kya rate | kya bhav | kay bhav | kya daam | kiti rupaye | what does | cost of | kya rate hai | rate kya"
    ),
    (
      .cost,
      "khareed kharid kharedi purchase cost costprice landing lagat buying laagat ख़रीद खरीद खरेदी लागत कॉस्ट | cost price | buying price | purchase rate | purchase price | kharid rate | khareed ka | khareedi"
    ),
    (.mrp, "mrp एमआरपी chhapil छापील"),
    (
      .raise,
      "mehnga mehngi mehenga mahanga mahngi mahag mahaag badhao badha badhado badhaye increase raise hike vadhav vadhva vadva vadhao jyada zyada up more महंगा महंगी महंगे बढ़ाओ बढ़ा बढ़ाना वाढव वाढवा वाढवून महाग ज़्यादा ज्यादा जास्त add increased plus jast"
    ),
    (
      .lower,
      "sasta sasti saste swast svasta kam kami decrease reduce lower cheaper ghatao ghata down cut utaro drop सस्ता सस्ती सस्ते स्वस्त कम कमी घटाओ घटा उतारो less minus decreased swasta"
    ),
    (
      .shouldSell,
      "vikave vikava vikavi vikayla vikaychi vikaycha विकावे विकावा विकावी विकावं विकायचे bechu bechun bechoon viku vikaycha rakhu rakhun thevu lagau lagaun lavu बेचूं बेचूँ विकू विकायचा विकायला रखूं रखूँ ठेवू लगाऊं लावू | should i sell | should i charge | should be | bechna chahiye | बेचना चाहिए | right price | best price | what price | sahi daam | sahi rate | sahi bhav | yogya bhav | kya rakhu | kis bhav | kis rate | किस भाव | किस रेट | suggest price | price suggest"
    ),
    (
      .sales,
      "sale sales bikri vikri dhandha dhanda galla gala karobar business revenue turnover collection kamai dhande vyapar बिक्री विक्री धंधा धंदा गल्ला कारोबार व्यापार सेल सेल्स टर्नओवर उलाढाल uladhal kamaai earning earnings takings till counter हिसाब"
    ),
    (
      .profit,
      "profit munafa munaafa fayda faida fayada nafa naphaa margin loss nuksan nuksaan tota kamai kamaya kamayi earn earned net मुनाफा मुनाफ़ा फायदा फ़ायदा नफा मार्जिन नुकसान तोटा प्रॉफिट कमाई कमाया kamavla kamavle kamaavle | did we make | did i make | we made | i made | bachat"
    ),
    (
      .loss,
      "loss nuksan nuksaan ghata ghaata ghate tota totyat नुकसान घाटा घाटे तोटा तोट्यात | lost money | loses money | losing money"
    ),
    (.profit, "ghata ghaata ghate totyat घाटा घाटे तोट्यात | lost money | loses money | losing money"),
    (
      .expense,
      "kharcha kharch expense expenses kiraya bhada rent bijli salary pagar tankhwah tankha transport tempo hamali majduri lightbill electricity wages tea-expense maintenance repair petrol diesel conveyance freight खर्चा खर्च किराया भाड़ा भाडं भाडे बिजली तनख्वाह पगार पगारी टेम्पो टेंपो हमाली मजदूरी मजुरी वेतन वीज वीजबिल veej recharge internet wifi cleaning municipal packing stationery | light bill | bijli bill | chai pani | चाय पानी | चहा पाणी | shop rent | बिजली का बिल | गाडी भाडं | phone bill | लाईट बिल | लाइट बिल | वीज बिल | पाणी बिल | paani bill | water bill"
    ),
    (
      .money,
      "paise paisa money amount rakam rakkam payment पैसे पैसा पैशांची पैसों रक्कम रकम पैशाचे पैशांचे पेमेंट paisay paishachi paishanchi"
    ),
    (
      .rupees,
      "rupees rupee rs rupay rupaye rupaya rupye ruppe rupya inr rupayani rupayancha rupayala रुपये रुपए रुपया रुपयांनी रुपयांना रुपयाला रुपयांचा रु रुपयां रुपयांत रुपयात रुपयांमध्ये rupayat rupayant rupyat rupyant rupe taka bucks ₹ rupayanni rupayanna"
    ),
    (.cash, "cash nakad nagad rokh rokad rokda नकद नगद रोख रोकड कैश कॅश"),
    (
      .upi,
      "upi gpay googlepay phonepe paytm bhim online qr scan यूपीआई गूगलपे फोनपे फोनपेवर पेटीएम जीपे ऑनलाइन ऑनलाईन यूपीआय gpayला | google pay | phone pe | gpay pe | पेटीएम पर"
    ),
    (.card, "card debit swipe कार्ड"),
    (
      .discount,
      "discount discounts chhoot chhut chhutt choot छूट छुट डिस्काउंट डिस्कॉउंट डिस्काऊंट sut soot सूट सुट सवलत savlat savalat sawlat riyayat रियायत concession rebate"
    ),
    (
      .total,
      "total kul ekun ekoon altogether overall sum कुल एकूण टोटल sagle mila milun मिलाकर मिळून sab poori puri poora sagli सगळी सगळे पूरी"
    ),
    (
      .credit,
      "credit udhar udhaar udhari udhaari udhar udhaari udharichi khata khate khatyat khatyavar tab उधार उधारी उधारीची उधारवाल्यांची उधारवाले खाते खाता खात्यात खात्यावर खात्या खातं क्रेडिट udharvale udharwale udhaarwale baki baaki बाकी बाक़ी due dues pending owes owe owed outstanding udhariver udhariwar udharivar उधारीवर उधारीत yena yene येणं येणे येणी"
    ),
    (
      .account,
      "khata khate khatyat khatyavar vahit vahi-khata bahikhata वहीत वहीवर account tab खाता खाते खात्यात खात्यावर khatyala naam nave | khate me | ke naam | नावावर"
    ),
    (
      .paid,
      "paid pay jama chukaya chukayi chukaye chuka chukta repaid repay fedle fedla deposited deposit bharle bharla cleared settled diye dile जमा चुकाया चुकाए चुका चुकता फेडले फेडला भरले दिए दिये दिले clear vasool vasul वसूल returned | de gaya | de gayi | de diye | दे गया | paise diye | paise dile | pay kiya | chuka diya"
    ),
    (
      .balance,
      "balance baki baaki hisab hisaab due dues pending owe owes khata udhari बाकी बाक़ी हिसाब हिशोब hishob बैलेंस बॅलन्स total kul ekun"
    ),
    (
      .remind,
      "vasuli वसुली remind reminder yaad athvan aathvan takada taqaza tagada याद आठवण तगादा तकाज़ा रिमाइंडर रिमाइंड | yaad dilao | याद दिलाओ | athvan kar | आठवण करून | pay up | message bhejo | msg bhejo | मैसेज भेजो | मेसेज पाठवा | message pathva | send message | paise mango | पैसे माग"
    ),
    (
      .competitor,
      "competitor competitors bazar bajar बाज़ार बाजारात samnewala dmart d-mart jiomart reliance bigbasket blinkit samorcha samorchya samorche bajarat bazaar padosi shejari shejarchya समोरचा समोरच्या समोरचे शेजारचा शेजारच्या पड़ोसी प्रतिस्पर्धी"
    ),
    (
      .competitor,
      "| samne wala | samne wali | samne wale | saamne wala | saamne wali | सामने वाला | सामने वाली | सामने वाले | dusri dukan | doosri dukan | दूसरी दुकान | दुसरी दुकान | dusrya dukanat | दुसऱ्या दुकानात | bagal wala | bagal wali | बगल वाला | बगल वाली | shop opposite | opposite shop | other shop | other shops | next door | another shop | shop next | nearby shop | across the | bajar madhe | बाजारात | दुसरीकडे | baju wala | बाजूचा | बाजूवाला | baaju wala"
    ),
  ]
}
