/// The verbs of a shop: stems that are conjugated, and forms that are not regular.
package enum VerbTable {
  /// Every form of every verb; a word may be a form of several.
  package static let forms: [VerbForm] = {
    var forms: [VerbForm] = []
    for (deed, tongue, stems) in stems {
      for stem in stems.split(separator: " ").map(String.init) {
        let built = tongue == .hindi ? Conjugation.hindi(stem) : Conjugation.marathi(stem)
        forms += built.map { VerbForm(deed: deed, aspect: $0.0, word: Spelling.folded($0.1), tongue: tongue) }
      }
    }
    for (deed, aspect, tongue, words) in listed {
      for word in words.split(separator: " ") {
        forms.append(VerbForm(deed: deed, aspect: aspect, word: Spelling.folded(word), tongue: tongue))
      }
    }
    return forms
  }()

  /// The language of a form that only one of them has.
  static func tongue(of token: Token) -> Tongue? { tongues[token.word].flatMap { $0 } }

  private static let tongues: WordTable<Tongue?> = {
    var tongues = WordTable<Tongue?>()
    for form in forms {
      let key = WordKey(form.word)
      if let known = tongues[key], known != form.tongue {
        tongues[key] = .some(nil)
      } else {
        tongues[key] = .some(form.tongue)
      }
    }
    return tongues
  }()

  private static let stems: [(Deed, Tongue, String)] = [
    (.sell, .hindi, "bech bik बेच बिक"), (.sell, .marathi, "vik wik khap विक खप"),
    (.buy, .hindi, "kharid khareed manga mangwa mangva खरीद मंगा मंगवा मँगा"), (.buy, .marathi, "magav मागव"),
    (.come, .hindi, "pahunch pohoch utar पहुंच पहुंचा उतर मिल mil"), (.come, .marathi, "poch pohoch utar mil पोच पोहोच उतर मिळ"),
    (.bring, .hindi, "la laa uthala ला"), (.bring, .marathi, "aan आण"),
    (.add, .hindi, "jod daal bhar chadha badha जोड डाल भर चढा बढा"), (.add, .marathi, "jod bhar vadhav जोड भर वाढव"),
    (.keep, .hindi, "rakh laga रख लगा"), (.keep, .marathi, "thev lav ठेव लाव"),
    (.change, .hindi, "badal बदल बना"), (.change, .marathi, "badal banav बदल बनव"),
    (.remain, .hindi, "bach बच"), (.remain, .marathi, "ur उर"),
    (.finish, .hindi, "nipat निपट"), (.finish, .marathi, "samp संप"),
    (.decay, .hindi, "sad tut toot phut foot phoot phat bigad gir sukh सड टूट फूट फट बिगड गिर सूख"),
    (.decay, .marathi, "sad tut fut phut phat bighad sand kuj सड तुट फुट फाट बिघड सांड कुज"),
    (.discard, .hindi, "phenk fenk fek phek फेंक"), (.discard, .marathi, "fek phek फेक"),
    (.steal, .hindi, "chura चुरा"), (.steal, .marathi, "chor चोर"),
    (.count, .hindi, "gin tol ginva गिन तौल तोल"), (.count, .marathi, "moj मोज"),
    (.write, .hindi, "likh लिख"), (.write, .marathi, "lih lihi nondav लिह लिहि नोंदव"),
    (.remove, .hindi, "hata mita हटा मिटा"), (.remove, .marathi, "kadh pus hatav काढ पुस हटव"),
    (.giveBack, .hindi, "lauta लौटा"),
  ]

  private static let listed: [(Deed, Aspect, Tongue?, String)] = [
    (.sell, .happened, nil, "sold"), (.sell, .linked, nil, "sell sells selling"),
    (.give, .happened, .hindi, "diya diye di dia दिया दी दिए दिये दीं"), (.give, .coming, .hindi, "denge dunga देंगे दूंगा"),
    (.give, .ongoing, .hindi, "dete deti देते देती"), (.give, .ongoing, .marathi, "deto detoy detat देतो देतोय देतात"),
    (.give, .happened, .marathi, "dila dili dile dilay diley dilya dilela दिला दिली दिले दिलं दिल्या दिलाय दिलेत"),
    (.give, .happened, nil, "gave given handed"),
    (.take, .happened, .hindi, "liya liye li lia लिया ली लिए लिये लीं"),
    (.take, .happened, .marathi, "nela neli nele nelay nelya नेला नेली नेले नेलं नेल्या नेलाय नेलेत"),
    (.take, .happened, nil, "took taken"),
    (.buy, .happened, .marathi, "ghetla ghetli ghetle ghetlay ghetley ghetlya ghetlet घेतला घेतली घेतले घेतलं घेतल्या घेतलाय घेतलेत"),
    (.buy, .happened, nil, "bought purchased procured"),
    (.come, .happened, .hindi, "aaya aayi aaye aya ayi aye aai aae aagaya aagayi aagaye आया आई आए आयी आये आयीं आईं"),
    (
      .come, .happened, .marathi,
      "ala ali ale aala aali aale alay aalay alya aalya alet aalet aley aalat आला आली आले आलं आल्या आलाय आलेत आलंय आलीय"
    ),
    (.come, .happened, nil, "received recieved recd came arrived reached delivered got"),
    (.bring, .happened, .marathi, "anla anli anle anlay"), (.bring, .happened, nil, "brought"),
    (.add, .happened, .marathi, "takla takli takle taklay टाकला टाकली टाकले टाकलं टाकलाय"),
    (.add, .happened, nil, "added loaded refilled restocked"),
    (.add, .happened, .marathi, "ghatla ghatli ghatle घातला घातली घातले"),
    (.remain, .happened, .marathi, "rahila rahili rahile rahilay rahilet राहिला राहिली राहिले राहिलं राहिलाय राहिलेत राहिलंय"),
    (
      .decay, .happened, nil,
      "spoiled spoilt broke broken leaked rotted rotten cracked torn damaged burst fell spilled spilt crushed"
    ),
    (.discard, .ordered, nil, "discard throw dump"),
    (.decay, .happened, .marathi, "khalla khalli khalle khallay खाल्ला खाल्ली खाल्ले नासला नासली नासले नासलं"),
    (.discard, .happened, nil, "threw thrown discarded dumped wasted"), (.steal, .happened, nil, "stolen stole"),
    (.count, .happened, nil, "counted weighed measured"), (.write, .linked, nil, "write enter record note log save"),
    (.giveBack, .happened, nil, "returned"),
  ]
}
