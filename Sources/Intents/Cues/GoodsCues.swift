/// Stock, sales and what happens to goods.
enum GoodsCues {
  static let words: [(Cue, String)] = [
    (
      .sold,
      "sold sell sale becha bechi beche bech bechna bechdiya bika biki bike bik bikgaya vikla vikli vikle vik viklay viklo vikal vikun nikla nikli nikle nikal niklay khapla khapli khaple gelay"
    ),
    (
      .sold,
      "बेचा बेची बेचे बेच बिका बिकी बिके बिक विकला विकली विकले विकलं विकल्या विकल निकला निकली निकले खपला खपली खपले खपल्या सेल सोल्ड | sale hua | sale ho gaya | le gaya | le gayi | le gaye | ले गया | ले गई | ले गए | घेऊन गेला | घेऊन गेली | gheun gela | gheun geli | record a sale | record sale | sale of"
    ),
    (
      .gave,
      "gave given diya diye di dila dile dili dilay dilela दिया दी दिए दिये दिला दिले दिली दिलं दिल्या gela geli gele गेला गेली गेले गेलं गेल्या deun gone went"
    ),
    (
      .took,
      "took taken liya liye li lee nela neli nele लिया ली लिए नेला नेली नेले नेलं bought buys | le gaya | le gayi | le gaye | le gya | ले गया | ले गई | ले गए | gheun gela | gheun geli | घेऊन गेला | घेऊन गेली"
    ),
    (
      .received,
      "aaya aayi aaye aya ayi aye aai ala ali ale aala aali aale alay came come arrived arrive received receive recieved recd delivered utra utri utre utarla utarle aagaya pahuncha pochla milala milale mila mile mili"
    ),
    (
      .received,
      "आया आई आए आयी आये आला आली आले आलं आल्या उतरा उतरी उतरे उतरला उतरले उतरली पहुंचा पहुँचा मिला मिले मिली मिळाला मिळाले मिळाली inward | aa chuka | aa chuki | aa chuke | आ चुका | आ चुकी | आ चुके | aa rakha | aa gaya | aa gayi | aa gaye | आ गया | आ गए | आ गई | delivery aayi | maal aaya | stock in | came in | picked up from"
    ),
    (
      .purchased,
      "kharida kharidi kharide kharid purchased purchase ghetla ghetli ghetle ghetlay kharedi bought liya liye li lee mangaya mangaye mangayi mangavla magavla magavle magavli"
    ),
    (
      .purchased,
      "खरीदा खरीदी खरीदे घेतला घेतली घेतले घेतलं घेतल्या मंगाया मंगाए मंगवाया मागवला मागवले मागवली लिया ली लिए | खरेदी केली | खरेदी केला | खरेदी केले | खरेदी केलं | kharedi keli | kharedi kela | kharedi kele | ख़रीदारी की | kharid ke | vikat ghetla | विकत घेतला"
    ),
    (
      .add,
      "add added jodo jod joda jodna jodi daalo dalo dal daal dala badhao badhavo dalna bharo bhara chadhao taka ghal ghala vadhav vadhva put insert include जोड़ो जोड़ जोडा जोड डालो डाल डाला भरो चढ़ाओ घाल घाला टाका लिख एड ऐड ॲड"
    ),
    (
      .set,
      "set update change badlo badal badla badlun correct fix make badal karo rakho rakh theva thev likho likh kara kar karo lav laav lava सेट अपडेट बदलो बदल बदला बदलून रखो रख ठेव ठेवा कर करो करा लिख लिखो लाव लावा | kar do | kar de | कर दो | कर दे | kar dya | karun tak | karun taka | करून टाक | करून टाका | करा"
    ),
    (
      .remove,
      "remove mita मिटा mitana pus delete hatao hata hatado hatana nikalo nikaldo nikal kadh kadha kadhun kaadh drop discontinue deduct delet हटाओ हटा हटाना निकालो निकाल काढ काढा काढून काढ रिमूव डिलीट | kadhun taka | kadhun tak | काढून टाका | काढून टाक | hata do | हटा दो | nikal do | निकाल दो | stop selling | no longer sell | nahi bechenge | nahi bechte | नहीं बेचेंगे | विकणार नाही | viknar nahi | विकत नाही आता | take out | take off | band karo bechna | nahi rakhna"
    ),
    (
      .remaining,
      "bacha bachi bache bachay left remaining remains urla urli urle shillak shillakh balance pada padi pade बचा बची बचे बाकी उरला उरली उरले उरलं उरलेला शिल्लक पड़ा पड़ी पड़े baki baaki bakee uralay leftover | rah gaya | rah gayi | rah gaye | reh gaya | reh gayi | reh gaye | रह गया | रह गई | रह गए"
    ),
    (.low, "low kam kami short less kum कम कमी shortage तुटवडा tutvada running"),
    (
      .finished,
      "khatam khatm khtm finish finished finishing sampla sampli sample sampnar sampnara sampat samplay over ending out ख़त्म खत्म संपला संपली संपले संपणार संपत संपलं संपेल sampel sampt finishes | out of stock | run out | running out | khatam ho | sold out | संपणार आहे"
    ),
    (
      .stock,
      "stock quantity qty count satha saatha inventory godown stok mal maal malacha malachi maalachi sathyat स्टॉक स्टाक साठा साठ्यात माल माला इन्वेंटरी गोदाम inventry saman samaan सामान sathya"
    ),
    (.list, "list yadi yaadi suchi lists catalogue catalog यादी सूची लिस्ट"),
    (
      .show,
      "show dikhao dikha dikhana dikhaiye dakhav dakhava dakhva dakhvaa display see view batao bata bataiye batana batado sang sanga sangaa tell give दिखाओ दिखा दिखाइए दाखव दाखवा बताओ बता बताइए बताना सांग सांगा check dekhna dekho bagha baghu send bhejo do"
    ),
    (
      .returned,
      "returned return wapas vapas waapas lauta lautaya lautayi lautaye lota parat परत वापस लौटाया लौटाई लौटा लौटाए रिटर्न refund refunded | brought back | gave back | came back | give back | wapas diya | wapas kiya | parat kela | parat dila"
    ),
    (
      .damaged,
      "ate eaten kha khaya khayi khalla khalle khallay खा खाया खाल्ला खाल्ले rats chuhe undir उंदीर उंदर undir undar kharab damaged damage spoiled spoilt spoil broken broke tuta tuti tute toota tooti phuta phuti phute phut futla futli futle sada sadi sade sadla sadle leak leaked rotten kida kharaab nasla nasle | sad gaya | sad gayi | sad gaye | sad gya | sad gye | tut gaya | tut gayi | tut gaye | toot gaya | toot gaye | phut gaya | phut gaye | foot gaye | phat gaya | bigad gaya | gir gaya | gir gaye | सड़ गया | सड़ गई | सड़ गए | टूट गया | टूट गए | टूट गई | फूट गया | फूट गए | फूट गई | फट गया | फट गए | बिगड़ गया | गिर गया | गिर गए"
    ),
    (
      .damaged,
      "ख़राब खराब टूटा टूटी टूटे टूट फूटा फूट फुटला फुटली फुटले फुटल्या सड़ा सड़ी सड़े सड़ सडला सडले सडली नासले नासला खराबी सांडले sandla gir गिर phat phoot bigad फट बिगड़ सूख भीग bheeg bhig geela gila ओला bhijla waste | kide lag | keede lag | kida lag | kid lag | कीड़े लग | कीड़ा लग | कीड लाग | kid lagli | thrown away | threw away | gone bad | went bad | phenk diya | फेंक दिया | fekun dila | फेकून दिले | toot gaya | fut gaya | gir gaya | tut gaya"
    ),
    (
      .expired,
      "expired expire expiry expires expiring एक्सपायर एक्स्पायर एक्सपायरी एक्स्पायरी mudat मुदत expir xpiry tarikh | date nikal | date over | mudat sampli | best before | tarikh nikal gayi"
    ),
    (
      .stolen,
      "chorun churakar चोरून चुराकर chori stolen stole theft chor choree चोरी चोर चोरीला choriila lost | chori ho gayi | chori ho gaya | chori zali | चोरी हो गई"
    ),
    (
      .ownUse,
      "home gharelu personal gharat gharasathi gharchya स्वतःसाठी घरासाठी घरात ghari घरी gharwalo gharwalon gharvalyansathi घरवालों family परिवार kutumb | ghar ke liye | ghar le gaya | ghar me | घर के लिए | own use | khud ke liye | ghari | khane ke liye | for home | for house | used at home | ghar par | ghari nela | gharatla"
    ),
    (.missing, "missing gayab gum ghala gahal गायब गहाळ kam nikla"),
    (
      .minus,
      "minus deduct kam karo | kam kar do | kam kar | कम करो | कम कर दो | कमी कर | kami kar | कमी करा | write off | वजा vaja ghata ghatao घटाओ reduce"
    ),
    (.new, "new naya nayi naye navin navi nava nave create नया नयी नई नए नवीन नवा नवी नवे"),
    (
      .item,
      "item items product products aitam आइटम आयटम चीज़ चीज चीज़ें चीजें वस्तू वस्तु vastu cheez cheezein chij chije प्रोडक्ट saman samaan सामान "
    ),
    (.particular, "gst hsn barcode tax delivers leadtime जीएसटी एचएसएन बारकोड टैक्स टॅक्स"),
    (.name, "name naam nav rename naav नाम नाव नावाने namkaran"),
    (
      .actually,
      "gin ginkar ginun asli asal actual actually counted count ginti gina gine gini mojla mojle mojun asli असली असल गिना गिने गिनती मोजला मोजले मोजून प्रत्यक्ष pratyaksh | asal me | असल में | asli me | खरंतर | counted it"
    ),
    (
      .threshold,
      "limit minimum threshold nyuntam kamitkami level seema लिमिट मिनिमम न्यूनतम सीमा किमान kiman मर्यादा maryada | kam se kam | कम से कम | kamit kami | कमीत कमी | minimum stock | alert level | alert limit"
    ),
    (
      .below,
      "below under neeche niche kam khali drops drop falls goes reaches peksha less नीचे कम खाली पेक्षा | se kam | से कम | se neeche | kam ho | कम हो | less than | kami zala | कमी झाला | kami jhala | drops under | falls below | goes below"
    ),
    (
      .above,
      "above over exceeding | more than | bigger than | larger than | se zyada | se jyada | se jyaada | se upar | se bada | se bade | se badi | से ज्यादा | से ज़्यादा | से ऊपर | से बड़ा | से बड़े | से बड़ी | peksha jast | peksha jasta | peksha motha | peksha mothi | पेक्षा जास्त | पेक्षा मोठा | पेक्षा मोठी | chya var | च्या वर"
    ),
    (
      .notify,
      "notify alert warn inform remind poochna poocho puchna pucho पूछना पूछो vichara विचारा batana bata sang sanga bolna kalav kalva yaad sangna बताना बता सांग सांगा कळव कळवा याद suchit tell khabar खबर | bata dena | बता देना | let me know | tell me | ask me | ping me | alert do | alert karo"
    ),
    (
      .available,
      "available availble milega milegi milenge milta milti mil milel miltay milte milnar uplabdh stock मिलेगा मिलेगी मिलेंगे मिलता मिळेल मिळतो मिळतं मिळते उपलब्ध मिळणार avlable rakhte thevta ठेवता | do you have | you have | got any | hai kya | है क्या | ahe ka | आहे का"
    ),
  ]
}
