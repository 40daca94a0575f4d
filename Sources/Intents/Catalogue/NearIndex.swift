import Language

/// Words of names that nearly sound like a word: found by shared pairs of sounds, ranked by a weighted edit distance.
///
/// It holds each word once, however many names it is in: a list of five thousand brands and packs has some two thousand
/// words.
struct NearIndex: Sendable {
  private struct Entry: Sendable {
    let sound: [UInt8]
    let skeleton: [UInt8]
    let items: [Int]
  }

  private let entries: [Entry]
  /// By pair, the entries that have it.
  private var posts = [[Int32]](repeating: [], count: soundsMax * soundsMax)

  /// Shorter words are near to too many others.
  static let soundMin = 4
  /// A word of more items than this is a group, not a hint.
  static let holdersMax = 4

  init(_ index: NameIndex) {
    entries = index.allWords.sorted { $0.sound < $1.sound }.compactMap { word in
      let items = word.named.isEmpty ? word.holders : word.named
      guard word.sound.utf8.count >= Self.soundMin, items.count <= Self.holdersMax else { return nil }
      let sound = Array(word.sound.utf8)
      return Entry(sound: sound, skeleton: SoundDistance.skeleton(sound), items: items)
    }
    for (number, entry) in entries.enumerated() {
      Self.eachPair(of: entry.sound) { posts[$0].append(Int32(number)) }
    }
  }

  struct Neighbour {
    let item: Int
    /// 0 is the same sound, 1 nothing in common.
    let distance: Double
    /// Only vowels differ, or one consonant of a long word: the same word, misspelt.
    let isSameWord: Bool
  }

  /// The nearest items, best first, each once.
  func neighbours(of word: String, atMost count: Int, within limit: Double) -> [Neighbour] {
    let spoken = Array(word.utf8)
    guard spoken.count >= Self.soundMin else { return [] }
    let skeleton = SoundDistance.skeleton(spoken)
    var best: [Neighbour] = []
    for number in candidates(spoken) {
      let entry = entries[number]
      let distance = SoundDistance.between(spoken, entry.sound)
      guard distance <= limit else { continue }
      let isSame = SoundDistance.isSameWord(skeleton, entry.skeleton, sounds: min(spoken.count, entry.sound.count))
      for item in entry.items {
        if let known = best.firstIndex(where: { $0.item == item }) {
          if best[known].distance <= distance { continue }
          best.remove(at: known)
        }
        best.append(Neighbour(item: item, distance: distance, isSameWord: isSame))
      }
    }
    best.sort { ($0.distance, $0.item) < ($1.distance, $1.item) }
    return Array(best.prefix(count))
  }

  /// Entries that share a third of the pairs and are about as long.
  private func candidates(_ spoken: [UInt8]) -> [Int] {
    var shared = [UInt8](repeating: 0, count: entries.count)
    var touched: [Int] = []
    Self.eachPair(of: spoken) { pair in
      for post in posts[pair] {
        let number = Int(post)
        if shared[number] == 0 { touched.append(number) }
        shared[number] &+= 1
      }
    }
    return touched.filter {
      Int(shared[$0]) * 3 >= spoken.count && abs(entries[$0].sound.count - spoken.count) <= Self.lengthsMax
    }
  }

  private static let lengthsMax = 2

  /// Neighbouring sounds, with the edges of the word as a sound of their own.
  private static func eachPair(of sound: [UInt8], _ body: (Int) -> Void) {
    var previous = 0
    for byte in sound {
      let next = code(byte)
      body(previous * soundsMax + next)
      previous = next
    }
    body(previous * soundsMax)
  }

  /// a to z and 0 to 9 as 1 to 36.
  private static func code(_ sound: UInt8) -> Int {
    switch sound {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(sound - UInt8(ascii: "a")) + 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(sound - UInt8(ascii: "0")) + 27
    default: 0
    }
  }

  private static let soundsMax = 37
}

/// How differently two words sound, as a share of the longer one. Vowels are misspelt more easily than consonants.
enum SoundDistance {
  static func between(_ left: [UInt8], _ right: [UInt8]) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return 1 }
    var row = [0.0]
    for sound in right { row.append((row.last ?? 0) + weight(sound)) }
    for sound in left {
      var diagonal = row[0]
      row[0] += weight(sound)
      for column in 1..<row.count {
        let other = right[column - 1]
        let change = diagonal + (sound == other ? 0 : exchange(sound, other))
        diagonal = row[column]
        row[column] = min(change, row[column] + weight(sound), row[column - 1] + weight(other))
      }
    }
    return row[right.count] / Double(max(left.count, right.count))
  }

  /// The consonants, which carry a word.
  static func skeleton(_ sound: [UInt8]) -> [UInt8] { sound.filter { !isVowel($0) } }

  /// Vowels are misspelt by everybody; of long words one consonant may be wrong, but not the first.
  static func isSameWord(_ left: [UInt8], _ right: [UInt8], sounds: Int) -> Bool {
    if left == right { return true }
    guard sounds >= longWord, left.first == right.first, abs(left.count - right.count) <= 1 else { return false }
    let head = zip(left, right).prefix { $0 == $1 }.count
    let tail = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    return head + tail >= max(left.count, right.count) - 1
  }

  private static let longWord = 7

  private static func weight(_ sound: UInt8) -> Double { isVowel(sound) ? 0.6 : 1 }

  private static func exchange(_ left: UInt8, _ right: UInt8) -> Double {
    if isVowel(left), isVowel(right) { return 0.5 }
    return isVowel(left) || isVowel(right) ? 1.2 : 1
  }

  private static func isVowel(_ sound: UInt8) -> Bool {
    switch sound {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }
}
