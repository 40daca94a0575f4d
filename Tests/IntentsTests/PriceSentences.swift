/// Prices and new items, as owners write it.
enum PriceSentences {
  static let all = Sentence.read(text)

  private static let text = """
    price_check | what is the price of sugar | sugar
    price_check | rice rate? | rice
    price_check | how much do we charge for maggi | maggi
    price_check | tell me cost of besan | besan
    price_check | चीनी का भाव क्या है | sugar
    price_check | मैगी कितने की देते हैं | maggi
    price_check | आटे का रेट बताओ | atta
    price_check | aate ka bhav batao | atta
    price_check | poha kitne rupay kilo hai | poha
    price_check | kaju ka kya rate chal raha hai apna | cashew
    price_check | साखरेचा भाव किती | sugar
    price_check | रवा कसा किलो आहे | rava
    price_check | tur dal chi kimmat kay | toor_dal
    price_check | maggi kevdhyala detoy aapan | maggi
    price_set | sugar rate 48 | sugar @48
    price_set | make maggi 16 rupees | maggi @16
    price_set | change rice price to 52 per kg | rice @52
    price_set | new price of besan is 95 | besan @95
    price_set | increase sugar by 2 rupees | sugar +2
    price_set | चीनी का दाम 46 रुपये कर दो | sugar @46
    price_set | आज से मैगी 15 की बेचेंगे | maggi @15
    price_set | पोहा 5 रुपये महंगा कर दो | poha +5
    price_set | aata 45 rupay kilo kar do | atta @45
    price_set | besan ka naya bhav 98 hai | besan @98
    price_set | kaju ab 900 rupaye kilo | cashew @900
    price_set | chini 44 lagao | sugar @44
    price_set | साखरेचा दर 45 करा | sugar @45
    price_set | मॅगी 14 रुपयांना कर | maggi @14
    price_set | tandul 55 rupaye kilo kara | rice @55
    price_set | rava cha bhav 42 theva | rava @42
    item_create | add new item lays blue 20 rupees | ? @20
    item_create | create product organic quinoa | ?
    item_create | नया सामान जोड़ो काला नमक बिस्किट | ?
    item_create | nayi cheez dalo list me, masala khakhra 60 rupay | ? @60
    item_create | नवीन वस्तू टाका नाचणी चिप्स | ?
    item_create | navin item add kara jawas chutney 80 rupaye | ? @80
    price_check | besan is for how much | besan
    price_check | selling price of cashew? | cashew
    price_check | गुड़ क्या भाव दे रहे हैं | jaggery
    price_check | maggi kitne me bechte hai hum | maggi
    price_check | chini ka daam | sugar
    price_check | शेंगदाणे कितीला आहेत | peanut
    price_check | मैद्याचा दर सांग | maida
    price_check | gul kay bhavane deto | jaggery
    price_set | sell rice at 54 from today | rice @54
    price_set | jaggery price 70 | jaggery @70
    price_set | reduce maggi price by 1 rupee | maggi -1
    price_set | गुड़ 65 रुपये किलो कर दो | jaggery @65
    price_set | बेसन का रेट बढ़ाकर 99 करो | besan @99
    price_set | rice ka rate 50 set karo | rice @50
    price_set | maggi ab se 15 ki | maggi @15
    price_set | kaju 20 rupay sasta karo | cashew -20
    price_set | गूळ 68 रुपये किलो करा | jaggery @68
    price_set | साखर 2 रुपयांनी वाढव | sugar +2
    price_set | maggi chi kimmat 16 kara | maggi @16
    price_set | pohe 50 rupaye kilo | poha @50
    item_create | add a new product called ragi cookies, price 45 | ? @45
    item_create | naya item jodo bhakarwadi 40 rupay | ? @40
    item_create | नया आइटम बनाओ सोया चिप्स | ?
    item_create | yadit navin vastu taka bhadang chivda | ?
    item_create | नवीन आयटम जोडा मेथी खाकरा 55 रुपये | ? @55
    price_check | tell me the rate of poha | poha
    price_check | काजू का रेट क्या चल रहा | cashew
    price_check | hum maida kitne me dete hai | maida
    price_check | गव्हाची किंमत सांगा | wheat
    price_check | besan kiti rupaye kilo ahe | besan
    price_set | besan should be 97 from now | besan @97
    price_set | set the price of poha at 48 | poha @48
    price_set | मैदा का भाव 40 रख दो | maida @40
    price_set | chawal ka rate 2 rupaye badha do | rice +2
    price_set | gud 60 ka bechna hai ab | jaggery @60
    price_set | रव्याचा भाव 44 करा | rava @44
    price_set | besan mahag zala 102 kara | besan @102
    item_create | new product: coconut cookies at 30 | ? @30
    item_create | list me naya maal add karo jowar puff | ?
    item_create | नवा माल टाका यादीत रागी लाडू | ?
    price_check | price of poha? | poha
    price_check | चावल कितने रुपये किलो देना है | rice
    price_check | kaju ki keemat batana | cashew
    price_check | साखर काय भाव | sugar
    price_check | tandul kiti la vikto | rice
    price_set | update cashew rate to 920 | cashew @920
    price_set | sugar will be 47 from tomorrow | sugar @47
    price_set | काजू का दाम 20 रुपये कम कर दो | cashew -20
    price_set | poha ki kimat 55 kar dena | poha @55
    price_set | तांदूळ 58 ला विकायचा | rice @58
    price_set | sakhar 46 rupaye karun tak | sugar @46
    price_check | what's the rate of rice | rice
    price_check | मैदा कितने का है | maida
    price_check | besan ka bhav kya hai | besan
    price_check | काजूचा भाव काय आहे | cashew
    price_check | sakhar kashi kilo | sugar
    price_set | rice price 55 | rice @55
    price_set | change sugar to 46 rupees | sugar @46
    price_set | चीनी 45 की कर दो | sugar @45
    price_set | maida ka rate 42 karo | maida @42
    price_set | काजूचा दर 880 ठेवा | cashew @880
    price_set | besan cha bhav 5 rupaye vadhva | besan +5
    item_create | add item masala oats 35 rupees | ? @35
    item_create | ek naya item add karna hai gulkand | ?
    """
}
