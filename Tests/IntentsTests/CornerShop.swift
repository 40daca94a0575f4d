import Intents
import Measures

/// A small grocer's list: enough goods for the sentences of the tests, among them brands, groups and words that are
/// also other words.
enum CornerShop {
  private static let built = Result {
    Interpreter(
      catalogue: Catalogue(items),
      names: KnownNames(customers: ["Neha", "Sonu", "Ramesh"], suppliers: ["Mahavir"], staff: []),
      model: try TrainingFolder.model())
  }

  static func interpreter() throws -> Interpreter { try built.get() }

  static func understand(_ text: String, role: Role = .owner, awaited: Awaited = .none) throws -> Frame {
    try interpreter().understand(Utterance(text: text, role: role, awaited: awaited))
  }

  private static let items: [CatalogueItem] = list.split(separator: "\n").map { line in
    let parts = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
    return CatalogueItem(
      id: parts[0], names: Array(parts[3...]), category: parts[1], unit: parts[2] == "kg" ? .kilogram : .packet)
  }

  private static let list = """
    wheat | grain | kg | Wheat | गेहूं | गहू | gehu | gahu
    rice | grain | kg | Rice | चावल | तांदूळ | chawal | tandul
    basmati | grain | kg | Basmati Rice | बासमती चावल | बासमती तांदूळ | basmati | बासमती
    bajra | grain | kg | Bajra | बाजरा | बाजरी | bajri
    poha | grain | kg | Poha | पोहा | पोहे | pohe
    atta | flour | kg | Wheat Flour | आटा | कणीक | atta | aata | kanik
    maida | flour | kg | Maida | मैदा
    besan | flour | kg | Besan | बेसन
    rava | flour | kg | Rava | सूजी | रवा | suji
    toor_dal | pulse | kg | Toor Dal | तूर दाल | तूर डाळ | tur dal
    moong_dal | pulse | kg | Moong Dal | मूंग दाल | मूग डाळ | mug dal
    sugar | sweet | kg | Sugar | चीनी | साखर | chini | sakhar
    jaggery | sweet | kg | Jaggery | गुड़ | गूळ | gud | gul
    salt | salt | packet | Salt | नमक | मीठ | namak | mith
    tata_salt | salt | packet | Tata Salt | टाटा साल्ट | टाटा मीठ
    tata_tea | tea | packet | Tata Tea | टाटा चाय | टाटा चहा
    sunflower_oil | oil | kg | Sunflower Oil | सूरजमुखी तेल | सूर्यफूल तेल
    mustard_oil | oil | kg | Mustard Oil | सरसों तेल | मोहरी तेल
    chilli_powder | spice | kg | Red Chilli Powder | लाल मिर्च पाउडर | मिरची पूड | mirchi pud
    turmeric | spice | kg | Turmeric | हल्दी | हळद | haldi | halad
    cumin | spice | kg | Cumin | जीरा | जिरे | jeera | jire
    cashew | dryfruit | kg | Cashew | काजू | kaju
    peanut | dryfruit | kg | Peanuts | मूंगफली | शेंगदाणे | shengdane
    maggi | noodles | packet | Maggi | मैगी | मॅगी
    egg | dairy | packet | Egg | अंडा | अंडे | अंडी | anda | ande | andi
    onion | veg | kg | Onion | प्याज | कांदा | कांदे | kanda | kande
    parle_g | biscuit | packet | Parle G | पार्ले जी
    """
}
