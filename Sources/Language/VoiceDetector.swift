/// Which of the five voices somebody used, so that we answer in it. What says nothing by itself (“5”, “ok”, “maggi”)
/// stays with the voice before.
package enum VoiceDetector {
  package static func voice(of text: SpokenText, previous: Voice?) -> Voice {
    var votes = Votes()
    for token in text.tokens where token.isWord { votes.count(token) }
    return votes.winner(previous: previous)
  }

  private struct Votes {
    var devanagari = 0
    var roman = 0
    var hindi = 0
    var marathi = 0
    var english = 0

    mutating func count(_ token: Token) {
      let isDevanagari = token.key.unicodeScalars.first?.isDevanagari ?? false
      if isDevanagari { devanagari += 1 } else { roman += 1 }
      if VoiceTable.hindi.contains(token.key) { hindi += 2 }
      if VoiceTable.marathi.contains(token.key) { marathi += 2 }
      if VoiceTable.english.contains(token.key) { english += 2 }
      guard !isDevanagari || !VoiceTable.hindi.contains(token.key) else { return }
      if isDevanagari, VoiceTable.hasMarathiShape(token.key) { marathi += 1 }
    }

    func winner(previous: Voice?) -> Voice {
      // One English loan word in Devanagari letters does not change the script; the majority of words does.
      if devanagari > 0, devanagari >= roman { return devanagariWinner(previous: previous) }
      guard hindi + marathi + english > 0 else { return previous ?? .english }
      if english > hindi + marathi { return .english }
      if marathi > hindi { return .romanMarathi }
      if hindi > marathi { return .romanHindi }
      guard hindi > 0 else { return .english }
      return previous == .marathi || previous == .romanMarathi ? .romanMarathi : .romanHindi
    }

    private func devanagariWinner(previous: Voice?) -> Voice {
      if marathi > hindi { return .marathi }
      if hindi > marathi { return .hindi }
      return previous == .marathi || previous == .romanMarathi ? .marathi : .hindi
    }
  }
}

/// Words that only one of the languages has. Words of two of them (kal, ka, do, saat) stay out.
private enum VoiceTable {
  static let hindi = words(
    """
    hai hain hu hoon ho tha thi the kya kyu kyun kitna kitne kitni kaun kaunsa kab kaise kaisa mera meri mere mujhe humko
    hamara aap tum uska uski iska iski unka ko ki ke ne se mein pe par aur nahi nahin mat karo karna kardo kar diya
    dijiye de dena dikhao dikha batao bata bataiye becha bechi beche bechna bika biki bike aaya aayi aaye gaya gayi gaye hua
    hui hue liya liye lena likho likh jodo hatao nikalo bhejo chahiye milega chalega rakho rakhna wala wali wale abhi
    udhaar chini shakkar pyaz haan theek thik accha achha bhai yaar jama chuka rupay rupaye sabse jyada kam khatam bacha
    bachi bache hota hoga hogi honge dukan saman galti wapas namaste shukriya madad chhod rahne pehla pehle
    है हैं हूं हूँ था थी थे क्या क्यों कितना कितने कितनी कौन कौनसा कब कैसे कैसा मेरा मेरी मेरे मुझे हमारा आप तुम उसका उसकी इसका इसकी को की के से में पे और नहीं मत
    करो करना कर दो दिया दी दीजिए दे देना दिखाओ बताओ बताइए बता बेचा बेची बेचे बिका बिकी बिके आया आई आए गया गई गए हुआ हुई हुए लिया लिए ली
    लेना लिखो जोड़ो हटाओ हटा निकालो भेजो चाहिए मिलेगा रखो वाला वाली वाले अभी हाँ हां ठीक अच्छा जमा रुपये रुपए सबसे ज्यादा ख़त्म खत्म बचा बची होगा होगी सामान
    वापस मदद रहने पहला जी सही का
    """)

  static let marathi = words(
    """
    ahe aahe ahet aahet nahit hota hoti hote kay kaay kiti kitila kon konta konti konte kadhi kasa kashi kuthe maza mazi
    maze majha majhi mala amhala aamhala tumhi tuza tyacha tyachi hyacha la cha chi che chya chya kade kadun sathi madhe var
    ani aani pan nako nahiye kar kara karun taka dya de dila dili dile ghya ghe ghetla ghetle ghetli dakhav dakhava dakhva
    sang sanga vikla vikli vikle vik vikri vikle ala aala aali ali aale gela geli gele zala zali zale jhala jhali urla urli
    shillak satha sathyat jod kadh kadhun pathav pathva pahije havi hava have milel chalel thev theva ajun sakhar tandul mith
    hoy barobar rahu bhau dada mavshi kaka kami jast jasta sampla sampnar sampat udya dukan mal parat chukla mage dhanyawad
    madat dusra pahila ruppaye rupaye rupayani udhari athvan khatyat lihi lih nafa faida bhav navin navi
    आहे आहेत नाही नाहीत होता होती होते काय किती कितीला कोण कोणता कोणती कोणते कधी कसा कशी कुठे माझा माझी माझे मला आम्हाला तुम्ही तुझा त्याचा त्याची ह्याचा ला चा ची चे
    च्या कडे कडून साठी मध्ये आणि पण नको कर करा करून टाका टाक द्या दे दिला दिली दिले दिलं घ्या घे घेतला घेतले घेतली दाखव दाखवा सांग सांगा विकला विकली विकले विकलं विका
    विक्री आला आली आले आलं गेला गेली गेले झाला झाली झाले झालं उरला उरली शिल्लक साठा जोड काढ काढून पाठव पाठवा पाहिजे हवी हवा हवे मिळेल चालेल ठेव ठेवा अजून
    साखर तांदूळ मीठ होय बरोबर राहू भाऊ दादा मावशी कमी जास्त संपला उद्या काल परत चुकलं मागे आभारी मदत दुसरा पहिला उधारी नफा नवीन हो तर का ते डाळ
    """)

  static let english = words(
    """
    the a an is are was were am i you we my your our their it this that these those what which who when where how why do
    does did have has had sold sell sells bought buy came come arrived received add added remove show give gave tell of to from for
    with and or not no in on at by much many left available price please thanks thank hello will would should can could
    need want send set make put get take took undo last every any all me if below under paid pay record returned today
    yesterday tomorrow new item items best good more less down up there there's yes correct
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map { Spelling.folded($0) })
  }

  /// ळ, ॲ and the bound endings are Marathi.
  static func hasMarathiShape(_ word: String) -> Bool {
    if word.unicodeScalars.contains(where: { $0 == "ळ" || $0 == "ॅ" || $0 == "ॲ" }) { return true }
    return CaseEnding.cuts(of: word).contains {
      $0.stem.unicodeScalars.count >= 3 && $0.ending != .within && $0.ending != .by
    }
  }
}
