import Measures

@testable import Intents

/// One believable shop for all tests of understanding: fifty goods with the names that people use for them.
enum Shop {
  static let catalogue = Catalogue(
    goods.map { id, category, unit, names in
      CatalogueItem(id: id, names: names.split(separator: ",").map { $0.trimmed }, category: category, unit: unit)
    })

  static let interpreter = Interpreter(catalogue: catalogue)

  private static let goods: [(String, String, Unit, String)] = [
    ("sugar", "sugar", .kilogram, "sugar, चीनी, शक्कर, साखर, chini, cheeni, chinni, cheeny, shakkar, sakhar, saakhar"),
    ("salt", "sugar", .packet, "salt, नमक, मीठ, namak, nimak, meeth, mith"),
    ("atta", "flour", .kilogram, "wheat flour, flour, atta, आटा, कणीक, गव्हाचे पीठ, aata, aatta, gavhache pith, kanik"),
    ("besan", "flour", .kilogram, "gram flour, besan, बेसन, डाळीचे पीठ, beson, dalich pith"),
    ("rice", "grain", .kilogram, "rice, चावल, चाँवल, तांदूळ, तांदुळ, chawal, chaval, tandul, tandool"),
    ("wheat", "grain", .kilogram, "wheat, gehu grain, गेहूं, गेहूँ, गेंहू, गहू, gehu, gehun, gehoon, gahu, genhu"),
    ("maida", "flour", .kilogram, "refined flour, maida, मैदा, mayda, maidaa"),
    ("poha", "grain", .kilogram, "flattened rice, poha, पोहा, चिवड़ा पोहा, पोहे, pohe, pohaa, chivda poha"),
    ("rajma", "pulse", .kilogram, "kidney beans, rajma, राजमा, rajmah"),
    ("chana", "pulse", .kilogram, "black chickpea, chana, काला चना, चना, हरभरा, काळे चणे, kala chana, harbhara"),
    (
      "toor_dal", "pulse", .kilogram,
      "toor dal, arhar dal, pigeon pea, तूर दाल, अरहर दाल, तुअर दाल, तुवर दाल, तूर डाळ, तूरडाळ, तुरीची डाळ, tur dal, toor daal, tuvar dal, arhar daal, tur daal"
    ),
    ("moong_dal", "pulse", .kilogram, "moong dal, split green gram, मूंग दाल, मूग डाळ, मुगडाळ, mung dal, moong daal, mug dal"),
    ("masoor", "pulse", .kilogram, "masoor whole, साबुत मसूर, मसूर, sabut masoor, masur"),
    ("jaggery", "sugar", .kilogram, "jaggery, gur, गुड़, गुड, गूळ, गुळ, gud, gul, gool"),
    ("edible_oil", "oil", .litre, "oil, cooking oil, तेल, खाने का तेल, खाद्यतेल, गोडेतेल, tel, khane ka tel, gode tel, tail"),
    ("ghee", "oil", .kilogram, "ghee, घी, देसी घी, तूप, साजूक तूप, ghi, desi ghee, tup, toop, sajuk tup"),
    (
      "peanut", "dryfruit", .kilogram,
      "peanut, groundnut, मूंगफली, मूँगफली दाना, शेंगदाणे, शेंगदाणा, mungfali, moongfali, shengdana, shengdane, singdana, sengdana"
    ),
    ("cashew", "dryfruit", .kilogram, "cashew, काजू, kaju, kaaju"),
    ("almond", "dryfruit", .kilogram, "almond, बादाम, बदाम, badam, badaam"),
    ("cumin", "spice", .packet, "cumin, jeera, जीरा, जिरे, जिरं, jira, zeera, jire"),
    ("hing", "spice", .packet, "asafoetida, hing, हींग, हिंग, heeng"),
    ("camphor", "household", .packet, "camphor, kapoor, कपूर, कापूर, kapur"),
    ("onion", "veg", .kilogram, "onion, प्याज, प्याज़, कांदा, कांदे, pyaj, pyaaz, kanda, kande"),
    ("potato", "veg", .kilogram, "potato, आलू, बटाटा, बटाटे, aloo, alu, batata, batate"),
    ("ginger", "veg", .kilogram, "ginger, अदरक, आले, आलं, adrak, ale"),
    ("banana", "veg", .dozen, "banana, केला, केले, केळी, kela, kele, keli"),
    ("milk", "dairy", .litre, "milk, दूध, doodh, dudh, dhoodh"),
    ("amul_milk", "dairy", .packet, "amul milk, amul taaza, अमूल दूध, अमूल ताज़ा, amul doodh, amul dudh, amul taza"),
    ("amul_butter", "dairy", .packet, "amul butter, अमूल मक्खन, अमूल बटर, amul makhan"),
    ("buttermilk", "dairy", .packet, "buttermilk, chaas, छाछ, मट्ठा, ताक, chhach, taak, tak"),
    ("egg", "bakery", .piece, "egg, eggs, अंडा, अंडे, अंडी, anda, ande, andi, aande"),
    ("bread", "bakery", .packet, "bread, ब्रेड, डबल रोटी, bred, double roti"),
    ("pav", "bakery", .packet, "pav bun, पाव, लादी पाव, ladi pav"),
    ("lux", "soap", .piece, "lux, लक्स, luks"),
    ("dove", "soap", .piece, "dove, डव, डव्ह"),
    ("colgate", "personal", .piece, "colgate, toothpaste, कोलगेट, kolget, colget"),
    ("pepsodent", "personal", .piece, "pepsodent, पेप्सोडेंट"),
    ("shampoo", "personal", .piece, "shampoo, शैंपू, शैम्पू, शॅम्पू, shampu"),
    ("sunsilk", "personal", .piece, "sunsilk, सनसिल्क"),
    ("soap", "soap", .piece, "soap, bath soap, साबुन, नहाने का साबुन, साबण, sabun, saabun, saban"),
    ("maggi", "noodles", .packet, "maggi, maggi noodles, मैगी, मॅगी, magi, maggie, meggi, megi"),
    ("oreo", "biscuit", .packet, "oreo, ओरियो, ओरिओ, orio"),
    ("monaco", "biscuit", .packet, "monaco, मोनैको, मोनॅको, monako"),
    ("bingo", "snack", .packet, "bingo, बिंगो"),
    ("chivda", "snack", .kilogram, "chivda, चिवड़ा, चिवडा, chiwda"),
    ("coca_cola", "beverage", .bottle, "coca cola, coke, कोका कोला, cocacola"),
    ("maaza", "beverage", .bottle, "maaza, माज़ा, माझा मँगो, maza"),
    ("dairy_milk", "confectionery", .piece, "dairy milk, cadbury, डेयरी मिल्क, कैडबरी, डेअरी मिल्क, कॅडबरी, dairymilk"),
    ("five_star", "confectionery", .piece, "five star, 5 star, फाइव स्टार, फाइव्ह स्टार, 5star"),
    ("phenyl", "detergent", .bottle, "phenyl, फिनाइल, फिनेल, finail, fenyl"),
    ("balaji_wafers", "snack", .packet, "balaji wafers, बालाजी वेफर्स, balaji"),
    ("everest_masala", "spice", .packet, "everest masala, एवरेस्ट मसाला, एव्हरेस्ट मसाला"),
    ("mdh_masala", "spice", .packet, "mdh masala, एमडीएच मसाला"),
    ("battery_cell", "household", .piece, "battery cell, pencil cell, सेल, बैटरी, बॅटरी, cell, battery"),
  ]
}

extension Substring {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
