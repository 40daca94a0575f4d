/// What customers and staff speak of.
enum PeopleCues {
  static let words: [(Cue, String)] = [
    (.cart, "cart basket tokri tokari jhola bag trolley कार्ट टोकरी टोपली topli झोला बास्केट पिशवीत"),
    (
      .want,
      "want wants need chahiye chaiye pahije paije hava havi have add dalo daalo dal daal dijiye dya dena de taka ghal pathva चाहिए चाहिये पाहिजे हवा हवी हवे हवं डालो डाल दीजिए द्या दे देना टाका घाला give buy order | i want | give me | mujhe | मुझे | मला"
    ),
    (.pay, "pay payment checkout paise bharna bharu bhugtan भुगतान पेमेंट भरू"),
    (
      .placeOrder,
      "checkout pakki pakka pakke confirm finalize finalise पक्की पक्का कन्फर्म फाइनल final | place order | place the order | place my order | order place | order kar do | order kar | order karo | order laga do | order lagao | order pakki | order de do | ऑर्डर कर दो | ऑर्डर करो | ऑर्डर पक्की | ऑर्डर लगा दो | ऑर्डर करा | ऑर्डर दे | confirm order | confirm my order | order confirm | check out | bas itna hi | bas itna | bill banao | bill karo | बिल बनाओ | बिल करा | book order | that's all | thats all | एवढंच | evdhach | order kara | order taka | book karo"
    ),
    (
      .track,
      "track tracking status kidhar pahuncha pohochla dispatched dispatch ट्रैक ट्रॅक स्टेटस पहुंचा पोहोचली pochli aayega aayegi yenar yeil येणार येईल आएगा आएगी आयेगा delivered arrive reach nikla milega | on the way | kab aayega | कब आएगा | kadhi yenar | कधी येणार | where is | kaha hai | कहाँ है | कहां है | kuthe ahe | कुठे आहे | kab tak | kab milega | kadhi milel | कधी मिळेल"
    ),
    (
      .recommend,
      "recommend suggest suggestion sujhao sujhav sujao suchva advise सुझाओ सुझाव सुझाइए सुचवा सुचव सजेस्ट | kaunsa accha | konsa accha | konta changla | कौनसा अच्छा | कोणता चांगला | which is better | which is best | which one is good | kaun sa accha | कौन सा अच्छा | kya lu | kya loon | kay gheu | काय घेऊ"
    ),
    (
      .good,
      "good best better nice accha acha achi achha acchi changla changli changle badhiya अच्छा अच्छी अच्छे चांगला चांगली चांगले बढ़िया बेस्ट quality mast मस्त uttam उत्तम"
    ),
    (
      .delivery,
      "delivery deliver charges charge डिलीवरी डिलिव्हरी homedelivery | home delivery | ghar pahunch | घरपोच | gharpoch | delivery charge"
    ),
    (
      .shop,
      "dukanat दुकानात shop store dukan dukaan दुकान दुकाने शॉप outlet dukanacha address pata पता पत्ता patta location contact"
    ),
    (
      .open,
      "चालू सुरू open opens close closes closed timing timings time khulta khulti khulega kholna kholne ughadta ughadte ughdaychi band bandh khula chalu खुलता खुलती खुलेगी खुली बंद उघडता उघडते उघडतं उघडायची खोलने समय वेळ vel samay khulti sunday holiday returnable exchange warranty policy refund"
    ),
    (
      .rule,
      "rule rules niyam process procedure tarika tareeka paddhat riti policy sop steps नियम तरीका पद्धत प्रक्रिया प्रोसेस पॉलिसी method guidelines how vidhi kaise kasa कैसे कसे कसं | how do we | how should we | what to do | kya kare | kya karna | क्या करें | क्या करना | काय करायचं | kay karaycha | what if"
    ),
    (.bill, "bill invoice बिल total kul ekun amount | bill so far"),
    (.finish, "bas itna only that's bas बस इतना एवढंच finish complete"),
    (.my, "my mera meri mere maza mazi majha majhi मेरा मेरी मेरे माझा माझी माझे our"),
    (
      .task,
      "task tasks kaam kam kama kamachi kame todo job काम कामं कामे टास्क work | have to do | need to do | karna hai aaj | करना है आज"
    ),
    (
      .done,
      "done completed complete finished finish zala zale jhala hogaya hua झाला झालं झाली झाले पूरा पूर्ण संपलं sampavla sampavle sampvla संपवलं संपवले संपवला | ho gaya | ho gayi | हो गया | हो गई | kar diya | कर दिया | kar liya | कर लिया | kela | केलं | पूर्ण झालं | purn zala | ho chuka"
    ),
    (
      .tell,
      "kahna tell ask assign bolo bol bolna kaho kehna kehdo sang sanga sangा सांगा सांग कहो कह बोलो बोल बोल remind yaad | task do | task de | kaam do | काम दो | काम दे"
    ),
    (.shift, "shift duty roster schedule timetable rota शिफ्ट ड्यूटी रोस्टर पाळी paali pali timing"),
    (.leave, "leave leaves chutti chhutti chuti sutti suttee holiday off छुट्टी सुट्टी रजा raja leave-balance"),
    (
      .assign,
      "karne karna karaayla karayla saaf clean bhar refill arrange lagana jhadu lava ne ko to करने करना करायला साफ saf"
    ),
  ]
}
