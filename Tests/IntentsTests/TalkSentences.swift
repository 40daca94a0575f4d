/// What holds a conversation together, and what leads away from the shop.
enum TalkSentences {
  static let all = Sentence.read(text)

  private static let text = """
    greet | hello there
    greet | good morning bhaiya, all well?
    greet | नमस्ते जी
    greet | namaste ji kaise hain aap
    greet | नमस्कार दादा
    greet | namaskar saheb, kase ahat
    greet | शुभ सकाळ
    greet | ram ram bhaiya
    help | what all can you do for my shop
    help | how should i write a sale to you
    help | आप मेरी क्या मदद कर सकते हैं
    help | mujhe batao kaise chalate hain isko
    help | kya kya pooch sakta hu tumse
    help | तू काय काय करू शकतोस
    help | mala madat havi ahe
    help | he kasa vaparaycha te sang
    undo | undo that
    undo | take back the last entry
    undo | oops that was wrong, remove it
    undo | पिछला वापस ले लो
    undo | अभी वाला हटा दो, गलत लिखा
    undo | galti ho gayi wapas karo
    undo | last entry cancel karo
    undo | मागची नोंद रद्द कर
    undo | chukun lihila, kadhun tak te
    undo | shevatchi nond mage ghe
    yes | yes please |  | await_confirm
    yes | correct, save it |  | await_confirm
    yes | हाँ जी कर दो |  | await_confirm
    yes | जी हाँ |  | await_confirm
    yes | haan likh do |  | await_confirm
    yes | bilkul sahi |  | await_confirm
    yes | हो करा |  | await_confirm
    yes | बरोबर आहे |  | await_confirm
    yes | ho |  | await_confirm
    yes | ho lihun theva |  | await_confirm
    no | no, don't |  | await_confirm
    no | नहीं |  | await_confirm
    no | नहीं मत लिखो |  | await_confirm
    no | nahi nahi |  | await_confirm
    no | नाही |  | await_confirm
    no | nako lihu |  | await_confirm
    cancel | leave it |  | await_slot
    cancel | never mind, drop it |  | await_slot
    cancel | छोड़ो यार |  | await_slot
    cancel | rehne do |  | await_choice
    cancel | राहू द्या |  | await_slot
    cancel | jau de |  | await_slot
    choose | the second one |  | await_choice
    choose | 2 |  | await_choice
    choose | पहला वाला |  | await_choice
    choose | teesra wala do |  | await_choice
    choose | दुसरं |  | await_choice
    choose | pahila |  | await_choice
    correct | no 3 maggi | maggi 3 | await_confirm
    correct | not 5, it was 6 kg | - 6 | await_confirm
    correct | नहीं 2 किलो था | - 2 | await_confirm
    correct | nahi 2 kilo tha | - 2 | await_confirm
    correct | arre maida nahi besan | besan | await_confirm
    correct | नाही, 4 किलो | - 4 | await_confirm
    correct | nahi re sakhar navhe gul | jaggery | await_confirm
    follow_up | 5 kg | - 5 | await_slot
    follow_up | and rice? | rice | after_report
    follow_up | और चीनी का | sugar | after_report
    follow_up | teen kilo | - 3 | await_slot
    follow_up | आणि तांदूळ | rice | after_report
    follow_up | don packet | - 2 | await_slot
    thanks | thanks a lot
    thanks | बहुत बहुत शुक्रिया
    thanks | dhanyavaad bhai
    thanks | आभारी आहे
    thanks | khup dhanyavad dada
    oos | will it rain tomorrow
    oos | who won the match yesterday
    oos | can you give me a personal loan
    oos | आज मौसम कैसा रहेगा
    oos | पनीर टिक्का कैसे बनाते हैं
    oos | bhai koi achhi movie batao
    oos | train ka ticket book kar do
    oos | उद्या पाऊस पडेल का
    oos | mala ek vinod sang
    oos | puran poli kashi kartat
    oos | asdf qwer zxcv
    no | nahi
    yes | ji haan
    greet | namaskar
    greet | नमस्कार
    greet | नमस्ते
    greet | hey, good evening
    greet | pranam seth
    greet | राम राम भाऊ
    greet | jai maharashtra
    help | i am new here, show me how this works
    help | इसमें क्या क्या लिख सकते हैं
    help | bikri kaise likhu
    help | मला मदत करा
    help | kay kay karta yeta tula
    undo | that's a mistake, undo
    undo | वो एंट्री गलत हो गई हटा दो
    undo | jo abhi likha wo mita do
    undo | ते मागे घे
    undo | magchi entry chukli radd kar
    yes | yeah go ahead |  | await_confirm
    yes | हाँ बिल्कुल |  | await_confirm
    yes | haan bhai kar de |  | await_confirm
    yes | हो चालेल |  | await_confirm
    yes | ho barobar ahe |  | await_confirm
    no | nope that's wrong |  | await_confirm
    no | नहीं ऐसा नहीं |  | await_confirm
    no | nahi galat hai |  | await_confirm
    no | नको |  | await_confirm
    no | nahi, chukicha ahe |  | await_confirm
    cancel | forget about it |  | await_slot
    cancel | रहने दो अभी |  | await_confirm
    cancel | chhod de bhai |  | await_slot
    cancel | सोडून द्या |  | await_choice
    cancel | nako rahu de |  | await_slot
    choose | number 3 |  | await_choice
    choose | दूसरा |  | await_choice
    choose | pehla wala |  | await_choice
    choose | तिसरा |  | await_choice
    choose | dusra wala de |  | await_choice
    correct | no, 5 packets | - 5
    correct | नहीं, 3 किलो | - 3
    correct | 10 nahi 12 likho | - 12 | await_confirm
    correct | नाही तांदूळ, 5 किलो | rice 5 | await_confirm
    correct | nahi 4 kilo hote | - 4
    follow_up | what about yesterday |  | after_report
    follow_up | aur maggi | maggi | after_report
    follow_up | दहा किलो | - 10 | await_slot
    follow_up | दो पैकेट | - 2 | await_slot
    thanks | great, thank you so much
    thanks | धन्यवाद जी
    thanks | dhanyavad bhau
    oos | what is the capital of france
    oos | write me a poem about the sea
    oos | गोल्ड लोन कैसे मिलेगा
    oos | kal india ka match kitne baje hai
    oos | sar dard ki dawa batao
    oos | पुण्याचं हवामान कसं आहे
    oos | chicken biryani chi recipe de
    oos | शेअर बाजारात पैसे कुठे लावू
    greet | hi team
    greet | प्रणाम भाई साहब
    greet | namaste kaku, kashya ahat
    help | what commands can i use
    help | samajh nahi aa raha kaise use karu
    help | कसं वापरायचं हे
    undo | revert my last sale
    undo | आखिरी वाला कैंसल करो
    undo | abhi jo kiya usko wapas le lo
    undo | chukicha takla, mage ghya
    yes | ok done |  | await_confirm
    yes | ठीक है लिख लो |  | await_confirm
    yes | ha ha kar do |  | await_confirm
    yes | chalel theva |  | await_confirm
    no | no no |  | await_confirm
    no | ना |  | await_confirm
    no | नाही नको |  | await_confirm
    cancel | cancel this |  | await_confirm
    cancel | chodo kuch nahi |  | await_slot
    cancel | nako te |  | await_slot
    choose | third |  | await_choice
    choose | tisra |  | await_choice
    correct | make it 4 | - 4 | await_confirm
    correct | nahi nahi 7 packet | - 7
    correct | पाच नाही सहा किलो | - 6 | await_confirm
    follow_up | about 3 litres | - 3 | await_slot
    follow_up | aur pichle hafte |  | after_report
    thanks | thx boss
    thanks | shukriya bhaiya
    oos | book me a cab to the airport
    oos | मेरी शादी कब होगी
    oos | virat ka score kya hai
    oos | paneer butter masala kaise banaye
    oos | मला एक गोष्ट सांग
    oos | home loan milel ka
    undo | no wait, take that back
    undo | galat entry ho gayi hata
    undo | चुकून टाकलं, रद्द करा
    help | help me
    help | तुम क्या काम करते हो
    help | tu kay kay karu shaktos
    greet | hello ji
    greet | सुप्रभात
    thanks | खूप धन्यवाद
    yes | sahi hai likho |  | await_confirm
    yes | होय |  | await_confirm
    no | not like that |  | await_confirm
    no | nahi mat karo |  | await_confirm
    cancel | जाने दो |  | await_slot
    correct | rice nahi poha | poha | await_confirm
    correct | sorry 8 packets | - 8
    choose | 2 number wala |  | await_choice
    oos | how is the weather today
    oos | मुझे घर के लिए लोन चाहिए
    oos | क्रिकेटचा स्कोर काय आहे
    oos | dal makhani ki recipe
    undo | undo last one
    undo | गलती से लिखा वापस लो
    undo | te parat ghe chukla
    help | how do i add stock
    help | madad karo
    greet | good evening ji
    greet | नमस्कार जी
    thanks | bahut dhanyavad
    yes | han theek hai |  | await_confirm
    yes | yup |  | await_confirm
    no | nahi nako |  | await_confirm
    cancel | stop |  | await_slot
    cancel | राहू दे |  | await_slot
    correct | पाँच नहीं सात | - 7 | await_confirm
    correct | nahi, 3 packet hote | - 3
    choose | तीसरा |  | await_choice
    oos | tell me a joke
    oos | aaj ka mausam kaisa hai
    oos | मला कर्ज हवे आहे
    oos | गाजर का हलवा कैसे बनाएं
    """
}
