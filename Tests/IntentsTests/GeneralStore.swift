import Intents
import Measures

/// A shop with brands, packs and loose goods whose names are near to each other: what finding an item must tell apart.
enum GeneralStore {
  static let catalogue = Catalogue(items)
  private static let built = Result { try interpreter(knowing: catalogue) }

  static func interpreter(knowing catalogue: Catalogue) throws -> Interpreter {
    Interpreter(catalogue: catalogue, model: try TrainingFolder.model())
  }

  static func understand(_ text: String, role: Role = .owner) throws -> Frame {
    try built.get().understand(Utterance(text: text, role: role))
  }

  static let items: [CatalogueItem] = list.split(separator: "\n").map { line in
    let parts = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
    return CatalogueItem(
      id: parts[0], names: Array(parts[3...]), category: parts[1], unit: parts[2] == "kg" ? .kilogram : .packet)
  }

  private static let list = """
    rice | grain | kg | Rice | चावल | तांदूळ | chawal | tandul
    wheat | grain | kg | Wheat | गेहूं | गहू | gehu | gahu
    sugar | sweet | kg | Sugar | चीनी | साखर | chini | sakhar
    chickpea | pulse | kg | Chana | चना | चणे | chana
    chana_dal | pulse | kg | Chana Dal | चना दाल | चणा डाळ | harbhara dal
    toor_dal | pulse | kg | Toor Dal | तूर दाल | तूर डाळ | arhar dal
    moong_dal | pulse | kg | Moong Dal | मूंग दाल | मूग डाळ
    salt | salt | packet | Salt | नमक | मीठ | namak | mith
    tata_salt | salt | packet | Tata Salt | टाटा नमक | टाटा मीठ
    tea | tea | packet | Tea Powder | चाय पत्ती | चहा पावडर | chai patti | chaha
    tata_tea | tea | packet | Tata Tea | टाटा चाय
    red_label | tea | packet | Red Label | रेड लेबल
    milk | dairy | packet | Milk | दूध | doodh | dudh
    amul_milk | dairy | packet | Amul Milk | अमूल दूध | amul doodh
    amul_butter | dairy | packet | Amul Butter | अमूल मक्खन | amul makkhan
    curd | dairy | packet | Curd | दही | dahi
    buttermilk | dairy | packet | Buttermilk | छाछ | ताक | chaas | tak
    egg | dairy | packet | Egg | अंडा | अंडी | anda
    parle_g_5 | biscuit | packet | Parle G 5 | पार्ले जी 5
    parle_g_10 | biscuit | packet | Parle G 10 | पार्ले जी 10
    monaco | biscuit | packet | Monaco | मोनॅको
    good_day | biscuit | packet | Good Day | गुड डे
    surf_excel | detergent | packet | Surf Excel | सर्फ एक्सेल
    wheel | detergent | packet | Wheel | व्हील
    lux | soap | packet | Lux | लक्स
    lifebuoy | soap | packet | Lifebuoy | लाइफबॉय
    dettol | soap | packet | Dettol | डेटॉल
    colgate | personal | packet | Colgate | कोलगेट
    shampoo | personal | packet | Shampoo | शैम्पू | शाम्पू
    coca_cola | beverage | packet | Coca Cola | कोका कोला | coke
    maaza | beverage | packet | Maaza | माज़ा | माझा
    fruit_juice | beverage | packet | Fruit Juice | फ्रूट जूस
    banana | fruit | kg | Banana | केला | केळी | kela | kele
    lemon | veg | kg | Lemon | नींबू | लिंबू | nimbu
    ginger | veg | kg | Ginger | अदरक | आले | adrak | ale
    potato | veg | kg | Potato | आलू | बटाटा | बटाटे | aloo | batata
    peanut | dryfruit | kg | Peanut | मूंगफली | शेंगदाणे | shengdane
    maida | flour | kg | Maida | मैदा
    besan | flour | kg | Besan | बेसन
    rava | flour | kg | Rava | सूजी | रवा | suji
    jaggery | sweet | kg | Jaggery | गुड़ | गूळ | gud | gul
    notebook | stationery | packet | Notebook | कॉपी | वही | vahi
    battery | electric | packet | Battery | बैटरी | सेल | cell
    pav | bakery | packet | Pav | पाव
    """
}
