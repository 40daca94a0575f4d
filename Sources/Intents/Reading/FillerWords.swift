import Language

/// Words that carry a sentence and say nothing of goods or people. They are listed so that they are never taken for an
/// unknown item or a name.
enum FillerWords {
  static func holds(_ token: Token) -> Bool { words.contains(token) }

  private static let words = WordSet(
    """
    with without valyanchi valyancha valyana वाल्यांची वाल्यांचा वाल्यांना वालों
    a an the this that these those some any so too very just only now then again got get gets getting does did do doing done
    has have had having be been being am is are was were will would can could may might should shall there here our us we you
    your they them their he she him her who whom whose up down out off over back away around about after before since until
    morning noon afternoon evening night midnight time times day says said say ask asks also else either neither both such
    other others same own per via etc actually really maybe perhaps yet already still soon ago later till than because but or
    let lets want wanted wants going go goes went gone come comes put puts picked pick worth goods thing things stuff kind of
    budget बजट majhyakade mazyakade majhyajaval mazyajaval amchyakade aamchyakade माझ्याकडे माझ्याजवळ आमच्याकडे
    type types brand brands size sizes small big large medium making makes made work works working show please kindly

    maja majaa mja मजा मज़ा nudge ping juna juni june purana purani purane जुना जुनी जुने पुराना पुरानी पुराने
    his its another old new forgot forget itself one's supposed nobody everybody
    karlo karlena karle krlo krle krdo krde kro kr krna krte krta krke kiya kiye gya gyi gye dedo dekho dkho likhlo likhlena h hn hm
    yahan yaha wahan waha vahan mandi mandai bazaar bazar bajar godam gaon shahar
    mhantlo mhantla mhatla mhanto bolla bolalo bolto bataya bataye mhana mhantat
    हमें हमको हमारे आम्हाला आपल्याला aplyala यहाँ यहां वहाँ वहां मंडी बाजार बाज़ार बाजारात गोदाम लेना लेनी अरे अगं अहो म्हणालो म्हटलं म्हणतो बोला था बोलला यहीं वहीं

    ch च tula tumhala amhala aisa aisi asa ase asech
    subah savere dopahar dopahar sham shaam raat rat abhi ab fir phir tab jab toh bhi hi to wo woh voh ye yeh vo yah us is in
    un jo jis jise jinka jiska kisi koi kuch kuchh sab bas itna itne utna aise waise kar karke karo kare karna karne karta karte
    karti raha rahi rahe rahega rahegi hone hona hota hote hoti hui hue hua ho hu hun hoon tha thi the lekin magar par pe apne
    puch pooch poochh puchh poochne vicharat vicharte vichartoy पूछ पुछ विचारत विचारते विचारतोय
    apna apni apun hum humne hamne hame hamein hamko humko humein hamare humare maine mene main mai aap aapka aapki aapke tum tumne tumhara usne unhone isliye kyunki kyuki
    wali wale wala walo walon jaise taki andar bahar upar neeche accept accepts handle start starts allow keep keeps people person life lying around way brought brings paas pass ghar dukaan taraf baar bar thoda thodi thode
    leni lene lun lu bahut bohot bhot kaafi jaldi turant poora puri sirf lagbhag kareeb ji yaar re are arre arey accha acha lo le lena leke lekar
    de deke dekar den dega degi denge lega legi lenge gaya gayi gaye jaye jaaye jao jaa ja jana jate jata aana ana aate rakha
    rakhi rakhe bol bole bola kaha kahe keh dekho dekha dekh dekhna dekhkar samajh pata lag laga lagi lage lagta chal chala chali
    chale chalta banao banaya bana bani chahta chahte sakte sakta sakti hu mila mile

    sakali sakal sakalpasun sakalchya ratripasun dupari sandhyakali ratri ata aatach tar pan kinva tari ajun parat tya te ti to
    tyani tyane tyanna hya ha hi he apan apla apli aple aplya amhi aamhi tumhi tumcha tumchi tyancha karun kelay kela keli kele kelya
    kartoy karto karte zalay zale jhale ahe ahet hota hoti hote navta navhata nahiye asel asla asli asle aslela asleli nasel
    yeil yetil dya ghya deto deta dete gheto detoy ghetoy jatoy jato jate jaun yeun gheun deun takun baghun mhanje mhanun karan
    khup thoda thodi jara lagech phakta fakt sarva kahi konihi kuthe tithe ithe var khali aat baher javal sobat barobar rahila
    janara janare janarya asto aste asata rahili rahile rahilay ahat ahes nighala nighale nighali

    तुला तुम्हाला आम्हाला ऐसा ऐसी ऐसे असं असे
    सुबह सवेरे दोपहर शाम रात अभी अब फिर तब भी ही तो वो वह ये यह उस इस उन इन जो जिस किसी कोई कुछ सब बस इतना ऐसे करके करे करने करता करते करती
    रहा रही रहे रहेगा होने होना होता होते होती लेकिन मगर अपने अपना अपनी हम हमने मैंने मैं आप आपका आपकी आपके तुम तुमने उसने उन्होंने क्योंकि वालों जैसे
    अंदर बाहर ऊपर नीचे पास घर तरफ बार थोड़ा थोड़ी थोड़े बहुत काफी जल्दी तुरंत सिर्फ लगभग करीब लो ले लेकर देकर देगा लेगा जाए जाएं जाओ जा आना रखा रखी
    बोला कहा देखो देखा पता लग लगा लगी लगे चल चला चली चलता बनाओ बनाया बना सकते सकता सकती चाहता जाने कहो कहना दें लूं लूँ

    सकाळी दुपारी संध्याकाळी रात्री आता आत्ता मग तर पण किंवा तरी अजून त्या ते ती तो त्यांनी त्याने हा ही हे आपण आपला आपली आपले आम्ही तुम्ही तुमचा
    करून करतो करते करतात असेल असलेला असलेली असलेले असला नसेल येईल द्या घ्या देतो देते घेतो जातो जाते जाऊन येऊन घेऊन देऊन टाकून बघून म्हणजे म्हणून कारण
    खूप थोडा थोडी लगेच फक्त सर्व काही कोणीही तिथे इथे वर खाली आत बाहेर जवळ सोबत राहिला राहिली राहिले जाणारे जाणाऱ्या जाणारा घ्यायचा घ्यायची घ्यायचे असतं असते असतो निघाला निघाले निघाली की जर यांनी यांना हवाय आलाय
    """)
}
