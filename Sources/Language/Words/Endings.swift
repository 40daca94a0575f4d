/// What hangs on the end of an Indian word: “रमेशला” is रमेश + ला (to), “kilochya” is kilo + chya (of).
///
/// Used only when the whole word is not known, because many whole words end like this too.
package enum CaseEnding: Hashable, Sendable {
  /// ला, ना, को: to, for; after a number the money of a whole line.
  case to
  /// ने, नी, नं: by; after a unit or number “per” (किलोने, 40 ने).
  case by
  /// चा, ची, चे, च्या: of.
  case of
  /// कडून, पासून, हून: from.
  case from
  /// कडे, जवळ: at somebody's.
  case at
  /// वर, पर: on.
  case on
  /// त, मध्ये: in.
  case within
  /// पेक्षा: than.
  case than
  /// पर्यंत: until.
  case until
  /// साठी: for the sake of.
  case sake

  /// One way to take a word apart: रमेशला is रमेश and ला.
  package struct Cut: Hashable, Sendable {
    package let stem: String
    package let ending: CaseEnding
    /// The stem, for looking it up.
    package let word: WordKey

    package init(stem: String, ending: CaseEnding) {
      self.stem = stem
      self.ending = ending
      word = WordKey(stem)
    }

    /// How many letters the stem has.
    package var letters: Int { stem.unicodeScalars.count }
  }

  /// Every way to cut `word` (folded) into a stem of at least two letters and an ending, longest ending first.
  package static func cuts(of word: String) -> [Cut] {
    let isDevanagari = word.unicodeScalars.first?.isDevanagari ?? false
    guard let last = word.utf8.last else { return [] }
    let table = (isDevanagari ? devanagari : roman)[Int(last)]
    guard !table.isEmpty else { return [] }
    var cuts: [Cut] = []
    for suffix in table where word.utf8.count > suffix.text.utf8.count && word.ends(withLetters: suffix.text) {
      let stem = word.droppingLetters(suffix.letters)
      if stem.unicodeScalars.count >= 2 { cuts.append(Cut(stem: stem, ending: suffix.ending)) }
    }
    return cuts
  }

  private struct Suffix: Sendable {
    let text: String
    let letters: Int
    let ending: CaseEnding
  }

  /// By the last byte, so that most words are compared with few endings.
  private static func byLastByte(_ list: [(String, CaseEnding)]) -> [[Suffix]] {
    var table = [[Suffix]](repeating: [], count: 256)
    for (text, ending) in list {
      let suffix = Suffix(text: text, letters: text.unicodeScalars.count, ending: ending)
      if let last = text.utf8.last { table[Int(last)].append(suffix) }
    }
    return table
  }

  private static let devanagari = byLastByte([
    ("च्यासाठी", .sake), ("च्याकडून", .from), ("च्यापेक्षा", .than), ("पर्यंतची", .until), ("पर्यंतचे", .until),
    ("पर्यंतचा", .until), ("पर्यंत", .until), ("पेक्षा", .than), ("पासून", .from), ("कडून", .from), ("मधून", .from),
    ("मध्ये", .within), ("साठी", .sake), ("कडे", .at), ("जवळ", .at), ("हून", .from), ("च्या", .of), ("ांचा", .of),
    ("ांची", .of), ("ांचे", .of), ("ांनी", .by), ("ांना", .to), ("ंनी", .by), ("ंना", .to), ("चा", .of), ("ची", .of),
    ("चे", .of), ("चं", .of), ("ला", .to), ("ना", .to), ("ने", .by), ("नी", .by), ("नं", .by), ("वर", .on), ("त", .within),
  ])

  private static let roman = byLastByte([
    ("chyasathi", .sake), ("chyakadun", .from), ("paryantche", .until), ("paryantchi", .until), ("paryant", .until),
    ("peksha", .than), ("pasun", .from), ("kadun", .from), ("madhun", .from), ("madhye", .within), ("madhe", .within),
    ("sathi", .sake), ("kade", .at), ("chya", .of), ("anni", .by), ("anna", .to), ("ani", .by), ("ana", .to),
    ("cha", .of), ("chi", .of), ("che", .of), ("la", .to), ("ne", .by), ("ni", .by), ("na", .to), ("var", .on),
  ])
}

/// Marathi nouns change before an ending: साखर → साखरे(चा), मैदा → मैद्या(चा), दूध → दुधा(च्या).
package enum ObliqueStem {
  /// The sounds that the bare noun may have, given the sounds of its oblique stem; the stem itself comes first.
  package static func sounds(of stem: SoundKey) -> [SoundKey] {
    var sounds = [stem.text] + (irregular[stem.text].map { [$0] } ?? [])
    for ending in ["ye", "y", "e", "i", "n"]
    where stem.text.hasSuffix(ending) && stem.text.utf8.count > ending.utf8.count + 1 {
      let bare = String(stem.text.dropLast(ending.count))
      sounds += [bare, bare + "i", bare + "e"]
    }
    return sounds.map(SoundKey.init(text:))
  }

  /// तांदळा(चा) is of तांदूळ: the last vowel of the bare noun is lost.
  package static func withVowelBack(_ stem: SoundKey) -> [SoundKey] {
    let sounds = Array(stem.text.utf8)
    guard sounds.count >= 3, let last = sounds.last, ![last, sounds[sounds.count - 2]].contains(where: isVowel) else {
      return []
    }
    let head = String(stem.text.dropLast())
    let tail = String(decoding: [last], as: UTF8.self)
    return [SoundKey(text: head + "u" + tail), SoundKey(text: head + "i" + tail)]
  }

  private static func isVowel(_ sound: UInt8) -> Bool {
    switch sound {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }

  /// गव्हा(ची) is of गहू.
  private static let irregular = ["gvh": "ghu", "gv": "ghu"]
}
