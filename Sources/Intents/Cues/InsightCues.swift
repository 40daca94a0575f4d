/// Reports, orders, alerts and settings.
enum InsightCues {
  static let words: [(Cue, String)] = [
    (
      .most,
      "most jyada zyada jast jasta jaasti sabse sarvat highest maximum ज्यादा ज़्यादा जास्त सबसे सर्वात khup खूप | sabse jyada | sabse zyada | सबसे ज्यादा | सबसे ज़्यादा | sarvat jast | सर्वात जास्त | sarvadhik सर्वाधिक hit"
    ),
    (
      .top,
      "top bestseller bestselling selling popular famous टॉप बेस्ट pahile fast hot hit number | best seller | best sellers | top selling | fast moving | fast selling"
    ),
    (
      .whichDay,
      " | weekday | weekdays | which weekday | day of the week | kaunsa din | kaun sa din | konsa din | konta divas | konta diwas | konta var | kontya vari | कौन सा दिन | कौनसा दिन | कोणता दिवस | कोणता वार | कोणत्या वारी | best day | best days | which day | what day | busiest day | kis din | kaunse din | kaun se din | konse din | sabse achha din | kontya divshi | kontya diwshi | किस दिन | कौन से दिन | कौनसे दिन | सबसे अच्छा दिन | कोणत्या दिवशी | सर्वात चांगला दिवस"
    ),
    (
      .rush,
      "rush busy busiest crowd crowded peak bheed bhid bheedbhad gardi garadi hour hours भीड़ भीड गर्दी रश | peak hour | busiest hour | busy hours | rush hour | kis time | kis samay | किस समय | किस टाइम | kontya veles | कोणत्या वेळेस"
    ),
    (
      .slow,
      "slow dead unsold stuck dhima dhimi mand atka atke padun पडून slow-moving | not moving | not selling | dead stock | nahi bikta | nahi bikte | nahi bikti | nahi bik | nahi chalta | nahi chalte | nahi bika | नहीं बिकता | नहीं बिकते | नहीं बिक | न बिकने | na bikne | na khapnara | न खपणारा | न खपणारे | na viknara | विकत नाही | vikat nahi | khapat nahi | खपत नाही | nahi vikla | विकला नाही | विकलं जात नाही | chalat nahi | चालत नाही | pada hua | padun ahe | पडून आहे | पड़ा हुआ | nahi nikal | kam bikne | कम बिकने | kam biknewala | least selling | kam vikla | कमी विकल्या | sabse kam | सबसे कम | sarvat kami | सर्वात कमी | lying around | just lying | bik hi nahi | बिक ही नहीं | sabse kam bik | sabse kam kya bik | सबसे कम क्या बिक | सबसे कम बिक | kam bikta | कम बिकता | kami vikto | कमी विकतो | nobody buys | koi nahi leta | did not sell | didn't sell | didnt sell | not sold | had no sale | did not move | विकलं नाही | विकले नाही | विकली नाही | विकलं गेलं नाही | vikla gela nahi | नहीं बिका | नहीं बिकी | नहीं बिके"
    ),
    (
      .sells,
      "bikta bikte bikti bikne bikna selling sells moving vikla vikle vikli viktat vikto vikte khapla khaple khaplele khapto viknare viknari viknarya jast-viknara विकणारे विकणारी विकणाऱ्या विकल्या जाणारे जाणाऱ्या जाणारी chalta chalte chalti chalnara खपतो खपते खपलेले विकलं विकला विकले जातं जातो बिकता बिकते बिकती बिकने चलता चलते विकतो विकतात chalne nikalta"
    ),
    (
      .willSell,
      "bikega bikegi bikenge biknge lagega lagegi lagenge lagel lagtil lagnar viknar vikel viktil khapel khapnar chalega बिकेगा बिकेगी बिकेंगे लगेगा लगेगी लगेंगे लागेल लागतील लागणार विकेल विकतील विकणार खपेल खपणार jayega jayegi jayenge jail jatil जाएगा जाएगी जाईल जातील | will sell | sell honge | will be sold | sell hoga | will i need | be needed | be required | get sold | do i need for | zaroorat hogi | bikne wala hai"
    ),
    (
      .forecast,
      "forecast demand expected predict prediction estimate andaza andaaz andaj magni mang अंदाज़ा अंदाजा अंदाज मांग मागणी डिमांड anuman अनुमान"
    ),
    (.order, "parcel पार्सल order orders ऑर्डर आर्डर ordar oder aarder ऑर्डर्स"),
    (
      .bring,
      "mangwao mangao mangwa mangva mangvao mangana mangwana mangwani mangani magav magva magvaa magvaycha bhej bhejo bhejna pathav pathva send deliver bol bolo kehdo sangun get मंगवाओ मंगाओ मंगवा मंगाना मंगवाना मंगवानी मागव मागवा मागवायचा भेज भेजो भेजना पाठव पाठवा बोल बोलो बोल कह | bol do | बोल दो | get me | order do | order de | order karo | order place | chahiye kal"
    ),
    (
      .reorder,
      "reorder restock magvu mangau mangaun mangwau magvave magvaychay मागवू मंगाऊं मंगवाऊं मागवावे मागवायचं refill रिऑर्डर | mangana padega | mangwana padega | मंगाना पड़ेगा | मंगवाना पड़ेगा | मागवावं लागेल | magvava lagel | need to buy | to buy | to order | should i buy | should i order | should we order | kya mangana | kya mangwana | kya mangau | kya mangwau | kya lena | kya kharidna | kya kharidu | क्या मंगवाना | क्या मंगाना | क्या लेना | क्या खरीदना | kay magvu | kay magvaycha | काय मागवू | काय मागवायचं | काय घ्यायचं | kay ghyaycha | order list | order ki list | order chi yadi | ऑर्डरची यादी | ऑर्डर की सूची | kharidne ki list | shopping list | purchase list | kitna mangau | kitna mangwau | kiti magvu | किती मागवू | कितना मंगाऊं | how much to order | kitna mangana | kitna order | kitna lena | kya kya lu | kya kya lun | kya lu | kya lun | क्या क्या लूँ | क्या क्या लूं | क्या लूँ | क्या लूं | kay kay gheu | kay gheu | kay mal gheu | काय काय घेऊ | काय घेऊ | can i order | can i buy | could i order | could i buy"
    ),
    (
      .report,
      "report reports ripot riport statement hisab hisaab hishob accounts ledger summary file sheet रिपोर्ट हिसाब हिशोब हिशेब अहवाल ahwal स्टेटमेंट"
    ),
    (.pdf, "pdf पीडीएफ"),
    (.excel, "excel xls xlsx sheet spreadsheet csv एक्सेल"),
    (
      .alert,
      "alert alerts notification notifications suchna soochna suchana warning warnings अलर्ट सूचना सूचनाएं सूचनाएँ नोटिफिकेशन चेतावनी ishara इशारा इशारे alarm"
    ),
    (
      .seen,
      "seen baghitla baghitle pahila dekha noted acknowledged acknowledge बघितला बघितले पाहिला पाहिलं देखा समझ read ok samajh samjla समजलं | dekh liya | dekh li | देख लिया | देख ली | got it | pata chal gaya | ho gaya dekh | mark as read | baghun ghetla"
    ),
    (.language, "language bhasha bhaasha boli भाषा भाषेत लैंग्वेज lang"),
    (.english, "english angrezi ingraji engrji इंग्लिश अंग्रेज़ी अंग्रेजी इंग्रजी इंग्रजीत"),
    (.hindi, "hindi हिंदी हिन्दी हिंदीत"),
    (.marathi, "marathi मराठी मराठीत"),
    (
      .daily,
      "daily roz roj rozana rojana everyday रोज़ रोज रोजाना दररोज darroj दैनिक | har roz | har din | every day | every night | every morning | every evening | har subah | har raat | हर दिन"
    ),
    (
      .off,
      "off band bandh stop mute disable unsubscribe बंद म्यूट मत नको नका चुप silence थांबवा थांबव thambva thambav | mat bhejo | nako pathavu | मत भेजो | नका पाठवू | pathavu nako | बंद करो"
    ),
    (.on, "on chalu start enable unmute चालू शुरू shuru suru सुरू resume"),
    (
      .turn,
      "turn switch karo kar kara badlo badal set choose select रखो ठेव ठेवा चुनो निवडा nivda speak reply answer bolo bola बोला बोलो talk jawab uttar likho"
    ),
  ]
}
