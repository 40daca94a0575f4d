/// Questions, tenses and the small words.
enum GrammarCues {
  static let words: [(Cue, String)] = [
    (.howMuch, "kitna kitne kitni kitana kiti kitki | how much | how many | कितना कितने कितनी किती | quantity of"),
    (.what, "kya kay kaay kyaa what whats wat काय क्या | kya kya | काय काय"),
    (
      .which,
      "which kaunsa kaunsi kaunse konsa konsi konta konti konte kis kontya किस कोणत्या कौनसा कौनसी कौनसे कोणता कोणती कोणते | कौन सा | kaun sa"
    ),
    (
      .who,
      "who whom kaun kon kisne kisko kiska kinka kinki kisse कौन कोण किसने किसको किसका किनका कोणाचे कोणी konache koni konakonache konakonakade कोणाकोणाचे कोणाकोणाकडे | kaun kaun | कौन कौन | kis kis | किस किस | people who | कोणा कोणाचे"
    ),
    (.when, "when kab kadhi kabhi कब कधी | kitne baje | कितने बजे | kiti vajta | किती वाजता | what time"),
    (.place, "where kaha kahan kidhar kuthe kuth कहाँ कहां किधर कुठे कुठं"),
    (.how, "how kaise kaisa kaisi kasa kasi kase kashi kasha कैसे कैसा कैसी कसा कसं कसे कशी"),
    (.exists, "hai hain he h ahe aahe ahet aahet is are have has है हैं आहे आहेत हे asel asal there ahat ahes"),
    (.question, "kya? ka? क्या? का?"),
    (
      .past,
      "tha thi was were did gaya gayi gaye gya gyi hua hui huye zala zali zale jhala jhali jhale था थी थे गया गई गए हुआ हुई हुए"
    ),
    (.past, "झाला झाली झाले झालं होता होती होते hota hoti hote kiya kiye kele keli kela kelya केल्या केला केली केले किया किए"),
    (.future, "will shall hoga hogi honge होगा होगी होंगे होईल hoil honar होणार going"),
    (.condition, "if when to tar jab agar jar jaise तो तर अगर जब जर"),
    (
      .must,
      "chahiye chaiye chahie chahiyen pahije paije hava havi have havay must need needed should चाहिए चाहिये पाहिजे हवा हवी हवे हवं"
    ),
    (.must, "karna करना lagel लागेल"),
    (
      .negation,
      "nahi nahin nai nhi not no na naa mat dont don't never नहीं नही मत ना न नाही नाहीत नको नका nako naka nahit isnt cant without navhe navhta नव्हे नव्हता नव्हतं didnt doesnt wasnt wont bina"
    ),
    (
      .imperative,
      "karo kar kara karna kardo karde kijiye do de dena dijiye dya de taka tak rakho rakh theva thev करो कर करा कर करना कीजिए दो दे देना दीजिए द्या दे टाका टाक रखो ठेव ठेवा"
    ),
    (
      .imperative,
      "batao bata batana bataiye sang sanga bol bolo dikhao dikha dakhav dakhava likho likh lihi lih liha lihun बताओ बता बताना बताइए सांग सांगा"
    ),
    (.imperative, "लिखो लिख लिही लिहा record enter note"),
    (
      .every,
      "har हर every each sab sabhi saare sara sare saara pura puri poora poori pure purna sagla sagli sagle whole complete full entire all everything सब सभी सारे सारा पूरा पूरी पूरे पूर्ण सगळा सगळी सगळे सर्व sarv sarva"
    ),
    (
      .mine,
      "my mine mera meri mere maza mazi maze majha majhi majhe mala mujhe mujhko hamara मेरा मेरी मेरे माझा माझी माझे माझं मला मुझे हमारा me i"
    ),
    (
      .pronoun,
      "uska uski uske usko iska iski iske isko isme usme tyacha tyachi tyache hyacha hyachi hyache yacha yachi yache tyala hyala उसका उसकी उसके उसको"
    ),
    (
      .pronoun,
      "इसका इसकी इसके इसको त्याचा त्याची त्याचे त्याचं ह्याचा ह्याची ह्याचे याचा याची याचे याचं त्याला यांचा it its them unka unki tyancha | that one | this one"
    ),
    (.and, "aur or and ani aani aan n tatha और आणि अन व तथा भी bhi also plus & pan suddha सुद्धा"),
    (
      .correction,
      "sorry ruko rukho matlab thamb thamba actually wait रुको मतलब थांब म्हणजे mhanje सॉरी instead ऐवजी aivaji aivji jagah जगह badle बदले | i mean | no wait | nahi nahi"
    ),
    (
      .customer,
      "customer customers grahak grahakala girhaik giraik giraikane girhaikane gireik giraikala ग्राहकाने गिऱ्हाईकाने गिऱ्हाईकाला ग्राहक ग्राहकाला गिऱ्हाईक गिराहक aadmi somebody someone"
    ),
    (
      .now,
      "now ab abhi ata aatta atta-la currently presently filhal filhaal sadhya अब अभी आता आत्ता फिलहाल सध्या | right now | at present | at the moment | as of now | is waqt | इस वक्त | ya veli"
    ),
    (
      .able,
      "can could able sakta sakte sakti sakto shakta shakto shakte shaktos shakel सकता सकते सकती शकतो शकता शकते शकतोस शकेल | karta yeta | karta yete | karta yeil | करता येतं | करता येते | करता येईल"
    ),
    (
      .happened,
      "gaya gayi gaye chuka chuki chuke गया गई गए चुका चुकी चुके gela geli gele गेला गेली गेले गेलं went gone zala jhala झाला झालं"
    ),
    (.write, "lihu likhu लिहू लिखू lihaycha lihaychi लिहायचं लिहायचा likhna likhte"),
    (
      .use,
      "use using works work operate chalta chalate chalana chalau chalaye istemal istemaal upyog vapar vaparu vaparaycha vaparaychi चलाना चलाते चलाऊं इस्तेमाल उपयोग वापर वापरू वापरायचं वापरायचा"
    ),
    (.please, "please plz pls krupya kripya zara jara kindly कृपया जरा ज़रा plij"),
  ]
}
