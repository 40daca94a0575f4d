/// What leads away from the shop: privacy, a person to talk to, and everything that we do not do.
enum AwayCues {
  static let words: [(Cue, String)] = [
    (
      .erase,
      "erase delete remove wipe mita mitao mitana hatao hata kadhun pusun clear डिलीट मिटा मिटाओ मिटाना हटाओ हटा काढून पुसून पुसा खोडून | uda do | उड़ा दो | udva | band karke"
    ),
    (.data, "data account profile information jankari mahiti history डेटा डाटा खाता अकाउंट जानकारी माहिती chat"),
    (
      .human,
      "human agent person support operator representative executive insan insaan aadmi manus mansashi manasashi manager malik maalik owner staff helpline इंसान आदमी माणूस माणसाशी माणसा सपोर्ट एजेंट मालिक मालकाशी customer-care someone kisi किसी कोणाशी konashi | customer care | call me | real person"
    ),
    (
      .talk,
      "bola बोला बोलो talk speak call baat bat bolna bolu bolaycha bolne phone connect बात बोलू बोलायचं बोलना बोलणं फोन कॉल chat contact karao करा कराओ"
    ),
    (.weather, "weather rain barish baarish paus havaman mausam temperature garmi thand मौसम बारिश पाऊस हवामान तापमान sunny"),
    (
      .fun,
      "joke jokes chutkula chutkule song gana gaana geet sing dance kavita poem shayari story kahani movie film picture game khel video meme vinod riddle astrology horoscope rashifal love shadi girlfriend marry चुटकुला गाना गाणं गाणे कविता शायरी कहानी गोष्ट फिल्म सिनेमा चित्रपट विनोद राशिफल राशिभविष्य शादी प्रेम"
    ),
    (
      .sport,
      "match cricket score run runs century wicket ipl virat kohli dhoni football won jeeta jita jinkla team worldcup sachin rohit kabaddi मैच मॅच क्रिकेट स्कोर जीता जिंकलं जिंकला धावा रन सामना खेळ"
    ),
    (
      .travel,
      "flight train ticket bus railway hotel delhi mumbai-to airport trip tour irctc cab taxi ola uber visa passport route road map traffic हवाई जहाज टिकट तिकीट रेल्वे ट्रेन फ्लाइट बस विमान होटल यात्रा प्रवास"
    ),
    (
      .medicine,
      "medicine medicines doctor dawa dawai davai aushadh fever bukhar headache pain dard tapavar tap pet-dard injection tablet symptoms hospital diabetes cough vaccine stomach दवा दवाई बुखार औषध तापावर डॉक्टर दर्द दुखतंय इलाज बीमार अस्पताल हॉस्पिटल dukhtay ilaj bimar"
    ),
    (
      .finance,
      "loan emi share shares stock-market sensex nifty bitcoin crypto mutual insurance bima lottery invest investment gold-rate bank election modi vote minister president capital news karj kyc pan aadhaar लोन कर्ज बीमा विमा शेयर शेअर लॉटरी चुनाव निवडणूक मंत्री बातम्या समाचार खबर batmya samachar khabar income tax"
    ),
    (
      .secret,
      "password passwords passcode otp pin prompt system jailbreak admin secret credential hack hacking पासवर्ड ओटीपी developer dan chatgpt database api sql token"
    ),
    (
      .ignore,
      "ignore forget bhul bhulo bhool visar visra pretend roleplay disregard override bypass भूल भूलो विसर विसरा instructions instruction niyam rules previous-instructions act निर्देश"
    ),
    (
      .recipe,
      "vidhi विधि recipe recipes banane banana banaye pakana paakkruti kruti bhaji-kashi रेसिपी पाककृती कृती बनाने बनवायची बनवायचे cook cooking kaise-banaye shijvaycha | kaise banaye | kaise banate | kaise banta | कैसे बनाते | कैसे बनाएं | kasa banvaycha | kashi banvaychi | कसा बनवायचा | कशी बनवायची | कसे बनवतात | kashi kartat | kasa kartat | kase kartat | कशी करतात | कसा करतात | कसे करतात | kasa karaycha | कसा करायचा | कशी करायची | banane ki | बनाने की | how to make | how to cook"
    ),
    (
      .general,
      "capital president pradhanmantri प्रधानमंत्री pantpradhan पंतप्रधान mukhyamantri मुख्यमंत्री essay nibandh निबंध translate meaning essay homework math maths equation code python program history geography age birthday wife poem whatsapp-number kon-hota who-is universe planet moon mobile laptop phone-number address-of petrol diesel पेट्रोल salman shahrukh exam result vacancy naukri job property plot"
    ),
  ]
}
