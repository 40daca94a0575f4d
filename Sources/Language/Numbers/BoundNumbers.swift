/// Marathi writes hundreds and quarters in one word: दोनशे 200, दीडशे 150, साडेतीनशे 350, साडेतीन 3½, पाऊणशे 75.
enum BoundNumbers {
  static let table: WordTable<NumberPart> = {
    var table = WordTable<NumberPart>()
    for (word, value) in NumberTable.words where (1...99).contains(value) {
      for hundred in hundreds { table.add(.hundreds(value * 100_000), word + hundred) }
      for (shift, thousandths) in shifts {
        table.add(.fraction(value * 1_000 + thousandths), shift + word)
        for hundred in hundreds { table.add(.hundreds((value * 1_000 + thousandths) * 100), shift + word + hundred) }
      }
    }
    for (word, thousandths) in alone {
      for hundred in hundreds { table.add(.hundreds(thousandths * 100), word + hundred) }
    }
    return table
  }()

  private static let hundreds = ["शे", "she", "शें"]

  private static let shifts: [(String, Int64)] = [
    ("साडे", 500), ("सव्वा", 250), ("पावणे", -250), ("पौणे", -250), ("sade", 500), ("saade", 500), ("savva", 250),
    ("sava", 250), ("pavne", -250), ("paune", -250),
  ]

  private static let alone: [(String, Int64)] = [
    ("दीड", 1_500), ("दिड", 1_500), ("अडीच", 2_500), ("सव्वा", 1_250), ("पाऊण", 750), ("deed", 1_500), ("did", 1_500),
    ("did", 1_500), ("adich", 2_500), ("adeech", 2_500), ("savva", 1_250), ("sava", 1_250), ("paun", 750),
  ]
}
