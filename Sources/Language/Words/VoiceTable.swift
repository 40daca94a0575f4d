/// Words that only one of the languages has. Words of two of them (kal, ka, do, saat) stay out.
enum VoiceTable {
  static let hindi = WordSet(
    """
    hai hain hu hoon tha thi kya kyu kyun kitna kitne kitni kaun kaunsa kab kaise kaisa mera meri mere mujhe humko
    hamara aap tum uska uski iska iski unka ko ke ne se mein pe aur nahin mat karo karna kardo diya
    dijiye de dena bikri hafte mahine pichle pichhle munafa fayda dikhao dikha batao bata bataiye becha bechi beche bechna bika biki bike aaya aayi aaye gaya gayi gaye hua
    hui hue liya liye lena likho likh jodo hatao nikalo bhejo chahiye milega chalega rakho rakhna wala wali wale abhi
    udhaar chini shakkar pyaz haan theek thik achha bhai yaar jama chuka rupay rupaye sabse jyada kam khatam bacha
    bachi bache hota hoga hogi honge dukan saman galti wapas namaste shukriya madad chhod rahne pehla pehle
    है हैं हूं हूँ था थी थे क्या क्यों कितना कितने कितनी कौन कौनसा कब कैसे कैसा मेरा मेरी मेरे मुझे हमारा आप तुम उसका उसकी इसका इसकी को की के से में पे और मत
    करो करना कर दो दिया दी दीजिए दे देना दिखाओ बताओ बताइए बता बेचा बेची बेचे बिका बिकी बिके आया आई आए गया गई गए हुआ हुई हुए लिया लिए ली
    लेना लिखो जोड़ो हटाओ हटा निकालो भेजो चाहिए मिलेगा रखो वाला वाली वाले अभी हाँ हां ठीक अच्छा जमा रुपए सबसे ज्यादा ख़त्म खत्म बचा बची होगा होगी सामान
    वापस मदद रहने पहला जी सही का
    bhaiya bhai bahut bhot rehne rahne chhodo jaane bilkul dhanyavaad dhanyawaad pranam achhi kripya zara phir fir ab
    raha rahi rahe hamare apna apne apni aapka karta karte karti chhutta bolo dikhana batana bataana likhna isko usko
    yeh woh kuch kisi koi saara saare sara pura poora baaki ginti asli dudh doodh pyaaz aloo galat chalate jodna
    kitnaa teen dus bees tees chalees pachaas pachas dedh dhai aadha adha paune saadhe nau paanch chaar
    अब तो बताना बोलना याद रह जाए जाये कम से बहुत शुक्रिया फिर अपना अपने अपनी कुछ कोई सारा पूरा यार भैया तीसरा दूसरा गलत रहा रही रहे हुई लगे लग इसे उसे कीजिए
    नमस्ते डेढ़ ढाई पाँच पांच दस बीस तीस चालीस पचास नौ छह आधा पौने साढ़े
    नहीं
    """)

  static let marathi = WordSet(
    """
    ahe aahe ahet aahet nahit hota hoti hote kay kaay kiti kitila kon konta konti konte kadhi kasa kashi kuthe maza mazi
    maze majha majhi mala amhala aamhala tumhi tuza tyacha tyachi hyacha la cha chi che chya chya kade kadun sathi madhe ani aani pan nako nahiye kara karun taka dya de dila dili dile ghya ghe ghetla ghetle ghetli dakhav dakhava dakhva
    sang sanga vikla vikli vikle vik vikri vikle ala aala aali ali aale gela geli gele zala zali zale jhala jhali urla urli
    shillak satha sathyat jod kadh kadhun pathav pathva pahije havi hava have milel chalel thev theva ajun sakhar tandul mith
    keli kelya parat hoy barobar rahu bhau dada mavshi kaka kami jast jasta sampla sampnar sampat udya chukla mage dhanyawad
    madat dusra pahila ruppaye rupaye rupayani udhari athvan khatyat lihi lih nafa faida bhav navin navi
    आहे आहेत माझं माझ्या जोडायचं जोडायचंय जोडायचे नाही नाहीत होता होती होते काय किती कितीला कोण कोणता कोणती कोणते कधी कसा कशी कुठे माझा माझी माझे मला आम्हाला तुम्ही तुझा त्याचा त्याची ह्याचा ला चा ची चे
    च्या कडे कडून साठी मध्ये आणि पण नको कर करा करून टाका टाक द्या दे दिला दिली दिले दिलं घ्या घे घेतला घेतले घेतली दाखव दाखवा सांग सांगा विकला विकली विकले विकलं विका
    विक्री आला आली आले आलं गेला गेली गेले झाला झाली झाले झालं उरला उरली शिल्लक साठा जोड काढ काढून पाठव पाठवा पाहिजे हवी हवा हवे मिळेल चालेल ठेव ठेवा अजून
    साखर तांदूळ मीठ होय बरोबर राहू भाऊ दादा मावशी कमी जास्त संपला उद्या काल परत चुकलं मागे आभारी मदत दुसरा पहिला उधारी नफा नवीन तर का ते डाळ
    ahat ahes namaskar namaskaar kase kiti kevdhyala nako navhe navhta mhanje pudhcha pudhe magcha magchi shevatchi nond
    apan apla aplya aplyakade tumcha amcha mi tu tujha mazya sagla sagle sagli purna zal jau rahu dyaa sangaa khup chan
    havay pahijet aahet aahes ahot kothe kasha kashi konti tari pan hoil jhalay jhalaye zalay nahiy navin gharat dukanat
    peksha kamit ekun divas sakal sakali madhye kharedi kalav nahit aajcha aajchi chukun vinod kartat
    don daha vis vees akra bara pannas shambhar didh deed adich adeech ardha ardhi savva pavne sade
    नमस्कार तांदूळ सगळा सगळे सगळी किती तुझा तुझं आपल्याकडे आपलं मी तू म्हणजे पुढचा मागचा मागची शेवटची नोंद खूप चुकून मला आत्ता सध्या दोन दहा वीस पन्नास अर्धा दीड अडीच
    दुसरं पहिलं तिसरा तिसरं मिळालं पेक्षा कळव कळवा राहू जाऊ
    tisra pahili dusri chavtha sasta mahag gheun gelya deun yeun jaun kalva kalav maharashtra rahila rahili rahile chukicha hot hotya pudke
    """)

  static let english = WordSet(
    """
    the a an is are was were am i you we my your our their it this that these those what which who when where how why do
    does did have has had sold sell sells bought buy came come arrived received add added remove show give gave tell of from for
    with and or not in on at by much many left available please thanks thank hello will would should can could
    need want send make put get take took last any if below under paid pay record returned today
    yesterday tomorrow new best good more less down up there there's yes correct
    it's don't dont isn't not now we're we've one two three four five six seven eight nine ten twenty fifty hundred half
    second first third right wrong leave never mind help can't what's 
    whole entire everything while again also both got gone went spoiled broken 
    reduce increase decrease change correct mistake running low out over anything something which
    """)

  /// Words of both languages in Roman letters: surely not English, else undecided.
  static let shared = WordSet(
    """
    nahi me ki do de ka kal maal mal saman kar dukan dukaan var parat rupaye rupay kilo ata ghe na re bhau dada bhai kaka kaku
    seth saheb ji salaam bajar madat hisab udhari paise jama baki
    """)

  static let marathiYes: WordSet = "ho hoy हो"

  /// ळ, ॲ and the bound endings are Marathi.
  static func hasMarathiShape(_ token: Token) -> Bool {
    if token.key.unicodeScalars.contains(where: { $0 == "ळ" || $0 == "ॅ" || $0 == "ॲ" }) { return true }
    return token.cuts.contains {
      $0.letters >= 3 && $0.ending != .within && $0.ending != .by
    }
  }
}
