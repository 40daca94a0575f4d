import Language

/// The small words that tie names and numbers to the rest: ko, ne, se, ka, to, from, ला, कडून.
enum Particles {
  static func ending(of token: Token) -> CaseEnding? { token.isWord ? table[token] : nil }

  private static let table = WordTable<CaseEnding>([
    (.to, "ko को ला la to na ना यांना yanna ह्यांना"),
    (.by, "ne ने ni नी नं यांनी yanni yani ह्यांनी"),
    (.of, "ka ki ke का की के cha chi che chya चा ची चे च्या चं of kaa wala wali wale वाला वाली वाले s"),
    (.from, "se से kadun कडून from pasun पासून kadna"),
    (.at, "at kade कडे ke pass paas pas"),
    (.on, "pe par पे पर var वर on upar"),
    (.within, "me mein में मे madhe madhye मध्ये in into m"),
    (.than, "peksha पेक्षा than"),
    (.until, "tak तक paryant पर्यंत upto till until within by"),
    (.sake, "for liye liy लिए लिये sathi साठी saathi"),
    (.by, "by"),
  ])

  /// Words of respect that follow a name and are no part of it.
  /// The case that an honorific carries, if any: “मावशीला” is to the aunt.
  static func isHonorific(_ token: Token) -> Bool {
    honorifics.contains(token)
      || token.cuts.contains { $0.letters >= 3 && (honorifics.contains($0.word) || isPluralHonorific($0.stem)) }
  }

  /// Respect is a plural in Marathi: साहेबांकडे.
  private static func isPluralHonorific(_ stem: String) -> Bool {
    stem.ends(withLetters: "ां") && honorifics.contains(WordKey(stem.droppingLetters(2)))
  }

  /// English words of place stand before a name and never behind it: “forgot to tell” is nobody called Forgot.
  static func standsBefore(_ token: Token) -> Bool { prepositions.contains(token) }

  private static let prepositions: WordSet = "to from for of at on in by with into within upto till until than"

  private static let honorifics = WordSet(
    """
    ji जी bhai भाई bhau भाऊ didi दीदी bhabhi भाभी vahini वहिनी kaka काका काकू kaku chacha चाचा aunty uncle sir sahab साहब
    saheb साहेब seth शेठ madam mam baji बहन sarkar bhaiya भैया tai ताई mavshi मावशी dada दादा mama मामा mami मामी काकांना
    काकांनी काकां kakani kakanni kakana kakanna kakancha काकांचा काकांची काकांच्या काकांकडून kakankadun भाऊंना भाऊंनी
    ताईंना ताईंनी साहेबांना साहेबांनी दादांना दादांनी shri श्री mr mrs smt anna akka bhauji aapa apa आपा आंटी अंकल ताईं शेठजी मॅडम मैडम सर भाईसाहब bhaisahab bhaisaab bhabhiji chachi चाची maushi मौसी mausi bai बाई
    """)

  /// Words that end the name of a business: “balaji enterprises”, “मोरे एजन्सी”.
  static func isBusiness(_ token: Token) -> Bool {
    if businesses.contains(token.sound.word) { return true }
    return token.cuts.contains { businesses.contains(SoundKey(folded: $0.stem).word) }
  }

  private static let businesses: WordSet = {
    var sounds: WordSet = ""
    for word in businessWords.split(whereSeparator: \.isWhitespace) { sounds.insert(SoundKey(word).word) }
    return sounds
  }()

  private static let businessWords = """
    enterprises enterprise agency agencies एजन्सी एजेंसी store stores स्टोर स्टोअर traders trader ट्रेडर्स mart dairy डेयरी
    डेअरी distributors distributor wholesale wholesaler suppliers supplier company कंपनी kirana marketing sons hotel हॉटेल होटल canteen कैंटीन कॅन्टीन dhaba ढाबा hostel हॉस्टेल bakery बेकरी tapri टपरी mess
    bhandar भंडार provision foods
    """
}
