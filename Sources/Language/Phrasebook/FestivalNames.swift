package import Forecast

extension Festival {
  /// What a shopkeeper calls it, and what a reply and a picture say.
  package func name(in voice: Voice) -> String {
    let row = row
    return switch voice {
    case .english: row.english
    case .hindi: row.hindi
    case .romanHindi: row.romanHindi
    case .marathi: row.marathi
    case .romanMarathi: row.romanMarathi
    }
  }

  private typealias Row = (english: String, hindi: String, romanHindi: String, marathi: String, romanMarathi: String)

  private var row: Row {
    switch self {
    case .makarSankranti:
      ("Makar Sankranti", "मकर संक्रांति", "Makar Sankranti", "मकर संक्रांत", "Makar Sankrant")
    case .republicDay:
      ("Republic Day", "गणतंत्र दिवस", "Gantantra Diwas", "प्रजासत्ताक दिन", "Prajasattak Din")
    case .mahaShivaratri:
      ("Maha Shivaratri", "महाशिवरात्रि", "Mahashivratri", "महाशिवरात्री", "Mahashivratri")
    case .holi: ("Holi", "होली", "Holi", "धुळवड", "Dhulvad")
    case .gudiPadwa: ("Gudi Padwa", "गुड़ी पड़वा", "Gudi Padwa", "गुढीपाडवा", "Gudhi Padwa")
    case .ramNavami: ("Ram Navami", "राम नवमी", "Ram Navami", "रामनवमी", "Ram Navmi")
    case .akshayaTritiya: ("Akshaya Tritiya", "अक्षय तृतीया", "Akshay Tritiya", "अक्षय तृतीया", "Akshay Trutiya")
    case .maharashtraDay:
      ("Maharashtra Day", "महाराष्ट्र दिवस", "Maharashtra Diwas", "महाराष्ट्र दिन", "Maharashtra Din")
    case .ashadhiEkadashi:
      ("Ashadhi Ekadashi", "आषाढ़ी एकादशी", "Ashadhi Ekadashi", "आषाढी एकादशी", "Ashadhi Ekadashi")
    case .independenceDay:
      ("Independence Day", "स्वतंत्रता दिवस", "Swatantrata Diwas", "स्वातंत्र्य दिन", "Swatantrya Din")
    case .rakshaBandhan: ("Raksha Bandhan", "रक्षाबंधन", "Raksha Bandhan", "रक्षाबंधन", "Raksha Bandhan")
    case .janmashtami: ("Janmashtami", "जन्माष्टमी", "Janmashtami", "गोकुळाष्टमी", "Gokulashtami")
    case .ganeshChaturthi:
      ("Ganesh Chaturthi", "गणेश चतुर्थी", "Ganesh Chaturthi", "गणेश चतुर्थी", "Ganesh Chaturthi")
    case .anantChaturdashi:
      ("Anant Chaturdashi", "अनंत चतुर्दशी", "Anant Chaturdashi", "अनंत चतुर्दशी", "Anant Chaturdashi")
    case .gandhiJayanti: ("Gandhi Jayanti", "गांधी जयंती", "Gandhi Jayanti", "गांधी जयंती", "Gandhi Jayanti")
    case .navratri: ("Navratri", "नवरात्रि", "Navratri", "नवरात्र", "Navratra")
    case .dussehra: ("Dussehra", "दशहरा", "Dussehra", "दसरा", "Dasara")
    case .karvaChauth: ("Karva Chauth", "करवा चौथ", "Karva Chauth", "करवा चौथ", "Karva Chauth")
    case .dhanteras: ("Dhanteras", "धनतेरस", "Dhanteras", "धनत्रयोदशी", "Dhantrayodashi")
    case .diwali: ("Diwali", "दिवाली", "Diwali", "दिवाळी", "Diwali")
    case .bhaiDooj: ("Bhai Dooj", "भाई दूज", "Bhai Dooj", "भाऊबीज", "Bhaubeej")
    case .chhath: ("Chhath", "छठ पूजा", "Chhath Puja", "छठ पूजा", "Chhath Puja")
    case .christmas: ("Christmas", "क्रिसमस", "Christmas", "नाताळ", "Natal")
    case .eidAlFitr: ("Eid al-Fitr", "मीठी ईद", "Meethi Eid", "रमजान ईद", "Ramzan Eid")
    case .eidAlAdha: ("Bakri Eid", "बकरीद", "Bakrid", "बकरी ईद", "Bakri Eid")
    case .salaryDay: ("Salary day", "तनख्वाह का दिन", "Salary ka din", "पगाराचा दिवस", "Pagaracha divas")
    }
  }
}
