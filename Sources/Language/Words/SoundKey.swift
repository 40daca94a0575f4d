/// How a word sounds, for both scripts at once: “maggi”, “मैगी” and “मॅगी” are all `mgi`, “साखर” and “sakhar” `skr`.
///
/// i, u, e and o stay, because a key of consonants alone takes चीनी (sugar) for चना (gram). a and the silent vowel of
/// Devanagari go, length and aspiration are folded, v = w, j = z, all s are one. Roman text is never written back in
/// Devanagari: too many spellings lead there.
package struct SoundKey: Hashable, Sendable {
  package let text: String
  /// The sound as a number, for looking it up.
  package let word: WordKey

  /// Of one word that was folded by `Spelling`.
  package init(folded word: String) {
    var sounds = Sounds()
    let scalars = Array(word.unicodeScalars)
    if scalars.contains(where: \.isDevanagari) {
      sounds.hear(devanagari: scalars)
    } else {
      sounds.hear(roman: scalars)
    }
    text = sounds.written
    self.word = WordKey(text)
  }

  package init(_ word: some StringProtocol) { self.init(folded: Spelling.folded(word)) }

  init(text: String) {
    self.text = text
    self.word = WordKey(text)
  }
}

/// Collects the sounds of one word.
private struct Sounds {
  private var heard: [UInt8] = []
  /// An unwritten vowel stands between the last sound and the next, so that they do not fall together (नाना, papad).
  private var isApart = false

  /// Doubled sounds are one, and a final h is silent (“barah”, “bara”).
  var written: String {
    var kept = heard
    if kept.count > 1, kept.last == UInt8(ascii: "h") { kept.removeLast() }
    return String(decoding: kept, as: UTF8.self)
  }

  private mutating func add(_ sounds: StaticString) {
    sounds.withUTF8Buffer { buffer in
      for sound in buffer where heard.last != sound || isApart { heard.append(sound) }
    }
    isApart = false
  }

  /// A vowel that is only kept at the head of a word.
  private mutating func addOpening() {
    if heard.isEmpty { add("a") }
    isApart = true
  }

  mutating func hear(devanagari scalars: [Unicode.Scalar]) {
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      let isLast = next == nil
      if index > 0 { isApart = scalars[index - 1] != "्" && scalar != "ं" }
      switch scalar {
      case "अ", "आ", "ऐ", "ऍ", "ॲ": addOpening()
      case "इ", "ई", "ि", "ी": add("i")
      case "उ", "ऊ", "ु", "ू": add("u")
      case "ए", "ऎ", "े", "ॆ": add("e")
      case "ओ", "औ", "ऑ", "ो", "ौ", "ॉ": add("o")
      case "ऋ", "ृ": add("ri")
      case "ं": if !isLast { add("n") }
      case "म": add(hangsOnLip(scalars, after: index) ? "n" : "m")
      case "य": hearYa(next: next)
      case "क", "ख": add("k")
      case "ग", "घ": add("g")
      case "च", "छ": add("c")
      case "ज", "झ": add("j")
      case "ट", "ठ", "त", "थ": add("t")
      case "ड", "ढ", "द", "ध": add("d")
      case "ङ", "ञ", "ण", "न": add("n")
      case "प": add("p")
      case "फ": add("f")
      case "ब", "भ": add("b")
      case "र": add("r")
      case "ल", "ळ": add("l")
      case "व": add("v")
      case "श", "ष", "स": add("s")
      case "ह": add("h")
      default: hear(digit: scalar)
      }
    }
  }

  /// म् before प or ब is the nasal that others write as anusvara.
  private func hangsOnLip(_ scalars: [Unicode.Scalar], after index: Int) -> Bool {
    guard index + 2 < scalars.count, scalars[index + 1] == "्" else { return false }
    return ["प", "फ", "ब", "भ"].contains(scalars[index + 2])
  }

  /// y sounds before a vowel, unless it only glides from one vowel into the next (चाय, धनिया).
  private mutating func hearYa(next: Unicode.Scalar?) {
    let follows = next.map { $0 != "्" && (0x93E...0x94C).contains($0.value) } ?? false
    if heard.isEmpty || (follows && heard.last != UInt8(ascii: "i")) { add("y") }
  }

  mutating func hear(roman scalars: [Unicode.Scalar]) {
    var index = 0
    while index < scalars.count {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      index += hear(scalars[index], next: next, isFirst: index == 0, previous: index > 0 ? scalars[index - 1] : nil)
    }
  }

  /// Hears one letter or digraph; answers how many letters it took.
  private mutating func hear(
    _ letter: Unicode.Scalar, next: Unicode.Scalar?, isFirst: Bool, previous: Unicode.Scalar?
  ) -> Int {
    switch (letter, next) {
    case ("e", "e"), ("i", "e"): add("i")
    case ("o", "o"), ("o", "u"): add("u")
    case ("a", "u"): add("o")
    case ("a", "i"), ("a", "y"): addOpening()
    case ("s", "h"): add("s")
    case ("c", "h"): add("c")
    case ("c", "k"), ("k", "h"): add("k")
    case ("g", "h"): add("g")
    case ("j", "h"), ("z", "h"): add("j")
    case ("t", "h"): add("t")
    case ("d", "h"): add("d")
    case ("p", "h"): add("f")
    case ("b", "h"): add("b")
    case ("m", "p"), ("m", "b"):
      add("n")
      return 1
    default: return hearSingle(letter, next: next, isFirst: isFirst, previous: previous)
    }
    return 2
  }

  private mutating func hearSingle(
    _ letter: Unicode.Scalar, next: Unicode.Scalar?, isFirst: Bool, previous: Unicode.Scalar?
  ) -> Int {
    switch letter {
    case "a": addOpening()
    case "i": add("i")
    case "u": add("u")
    case "e": add("e")
    case "o": add("o")
    case "c": add(next == "e" || next == "i" || next == "y" ? "s" : "k")
    case "h": if previous != "c" && previous != "s" && previous != "h" { add("h") }
    case "q", "k": add("k")
    case "w", "v": add("v")
    case "x": add("ks")
    case "z", "j": add("j")
    case "y": hearRomanY(isFirst: isFirst, next: next, previous: previous)
    default: hear(digit: letter)
    }
    return 1
  }

  private mutating func hearRomanY(isFirst: Bool, next: Unicode.Scalar?, previous: Unicode.Scalar?) {
    let follows = next.map(Self.vowels.contains) ?? false
    let precedes = previous.map(Self.vowels.contains) ?? false
    if isFirst || (follows && previous != "i") {
      add("y")
    } else if !precedes, !follows {
      add("i")
    }
  }

  private static let vowels: Set<Unicode.Scalar> = ["a", "e", "i", "o", "u"]

  /// Letters and digits that sound as they are written.
  private mutating func hear(digit scalar: Unicode.Scalar) {
    guard scalar.isASCII, (0x61...0x7A).contains(scalar.value | 0x20) || scalar.digit != nil else { return }
    let sound = UInt8(scalar.value)
    if scalar.digit != nil || heard.last != sound { heard.append(sound) }
  }
}
