import Language

/// Words for whole groups of goods: “chocolate dikhao”, “कोणते साबण आहेत”. Only groups that the catalogue has.
enum CategoryWords {
  static func category(of token: Token, in categories: Set<String>) -> String? {
    guard token.isWord else { return nil }
    guard let name = table[token] ?? sounds[token.sound.word] ?? bare(token).flatMap({ table[$0.word] }) else {
      return nil
    }
    return categories.contains(name) ? name : nil
  }

  /// A group by the catalogue's own name for it; for a word that is nothing else, since “pulse” may be a sweet.
  static func ownName(_ token: Token, in categories: Set<String>) -> String? {
    token.isWord && categories.contains(token.key) ? token.key : nil
  }

  /// The word for a group as it stands alone: “डाळीं(चा)” is डाळी, “मसालों” मसाले.
  static func spoken(_ token: Token) -> String {
    table[token] == nil ? bare(token)?.text ?? token.spoken : token.spoken
  }

  private static func bare(_ token: Token) -> (word: WordKey, text: String)? {
    for (word, stem) in [(token.word, token.key)] + token.cuts.map({ ($0.word, $0.stem) }) {
      if let straight = straight[word] { return (WordKey(Spelling.folded(straight)), straight) }
      if table[word] != nil { return (word, stem) }
    }
    return nil
  }

  /// How the words stand before an ending.
  private static let straight = WordTable<String>([
    ("मसाले", "मसालों मसाल्या मसाल्यां"), ("masale", "masalon masalya masalyan"), ("दालें", "दालों"), ("dalen", "dalon"),
    ("डाळी", "डाळीं"), ("dali", "dalin"), ("साबुन", "साबुनों"), ("साबण", "साबणां"), ("sabun", "sabunon"), ("sabaan", "sabnan"),
    ("बिस्कुट", "बिस्कुटों"), ("बिस्किटे", "बिस्किटां"), ("biscuits", "biskitan biscuiton"), ("भाज्या", "भाज्यां"),
    ("तेल", "तेलां तेलों"),
  ])

  private static let table = WordTable(words)

  private static let sounds: WordTable<String> = {
    var sounds = WordTable<String>()
    for (name, line) in words {
      for word in line.split(separator: " ") {
        let sound = SoundKey(word).text
        if sound.utf8.count >= 4 { sounds[WordKey(sound)] = name }
      }
    }
    return sounds
  }()

  private static let words: [(String, String)] = [
    ("biscuit", "biscuit biscuits biskut biscut biskit cookies बिस्कुट बिस्किट बिस्कीट बिस्किटे"),
    ("confectionery", "chocolate chocolates choclate choco toffee candy candies चॉकलेट चॉकलेट्स टॉफी कैंडी गोळ्या golya sweets"),
    ("soap", "soap soaps sabun saabun saban साबुन साबण"),
    ("oil", "oil oils tel तेल"),
    ("spice", "spice spices masala masale masaale मसाला मसाले"),
    ("pulse", "dal daal dals dalen pulses दाल दालें डाळ डाळी dali"),
    ("snack", "snack snacks chips wafers namkeen farsan नमकीन चिप्स वेफर्स स्नैक्स स्नॅक्स स्नैक स्नॅक"),
    ("beverage", "drinks drink beverages colddrink juice sharbat ड्रिंक ड्रिंक्स जूस पेय cold thanda thande thandi थंडा थंड ठंडा ठंडे"),
    ("dairy", "dairy डेयरी डेअरी"),
    ("noodles", "noodles noodle नूडल्स"),
    ("dryfruit", "dryfruit dryfruits mewa meva मेवा सुकामेवा sukameva"),
    ("grain", "grains grain anaj dhanya अनाज धान्य"),
    ("detergent", "detergent detergents डिटर्जेंट"),
    ("personal", "cosmetics cosmetic कॉस्मेटिक shampoo shampu शैम्पू शाम्पू toothpaste टूथपेस्ट facewash"),
    ("veg", "vegetables vegetable veg sabzi sabji bhaji सब्ज़ी सब्जी भाजी भाज्या"),
    ("stationery", "stationery stationary स्टेशनरी"),
    ("flour", "flours पीठ pith"),
    ("bakery", "bakery बेकरी"),
    ("sauce", "sauces"),
    ("baby", "baby बेबी"),
    ("tobacco", "tobacco tambaku तंबाखू तंबाकू"),
  ]
}
