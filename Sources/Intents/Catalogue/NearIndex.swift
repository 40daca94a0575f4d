/// Names that nearly sound like a word: found by shared pairs of sounds, ranked by a weighted edit distance.
struct NearIndex: Sendable {
  private let names: [NameIndex.Name]
  private var posts: [UInt16: [Int32]] = [:]

  init(_ names: [NameIndex.Name]) {
    self.names = names
    for (number, name) in names.enumerated() {
      for pair in Self.pairs(of: name.sound) { posts[pair, default: []].append(Int32(number)) }
    }
  }

  struct Neighbour {
    let item: Int
    /// 0 is the same sound, 1 nothing in common.
    let distance: Double
  }

  /// The nearest items, best first, each once.
  func neighbours(of sound: String, atMost count: Int, within limit: Double) -> [Neighbour] {
    let pairs = Self.pairs(of: sound)
    guard pairs.count >= 2 else { return [] }
    var shared = [UInt8](repeating: 0, count: names.count)
    var touched: [Int] = []
    for pair in pairs {
      for post in posts[pair] ?? [] {
        let number = Int(post)
        if shared[number] == 0 { touched.append(number) }
        shared[number] &+= 1
      }
    }
    var best: [Int: Double] = [:]
    let spoken = Array(sound.utf8)
    for number in touched where Int(shared[number]) * 3 >= pairs.count {
      let name = names[number]
      guard abs(name.sound.utf8.count - spoken.count) <= 3 else { continue }
      let distance = SoundDistance.between(spoken, Array(name.sound.utf8))
      if distance <= limit { best[name.item] = min(best[name.item] ?? 1, distance) }
    }
    return best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(count).map {
      Neighbour(item: $0.key, distance: $0.value)
    }
  }

  /// Neighbouring sounds, with the edges of the word as a sound of their own.
  private static func pairs(of sound: String) -> Set<UInt16> {
    var pairs: Set<UInt16> = []
    var previous: UInt16 = 1
    for byte in sound.utf8 {
      pairs.insert(previous << 8 | UInt16(byte))
      previous = UInt16(byte)
    }
    pairs.insert(previous << 8 | 1)
    return pairs
  }
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
