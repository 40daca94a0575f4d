import Foundation
import Language
import Measures
import Testing

struct PhrasebookFaultTests {
  /// The faults of our files after `phrase` was given another line in `voice`; nil takes the line away.
  private func faults(of phrase: Phrase, in voice: Voice, as line: String?) throws -> [String] {
    var texts = try Texts.ours()
    let text = try #require(texts[voice])
    let old = try #require(Texts.line(of: phrase, in: text))
    texts[voice] = text.replacingOccurrences(of: old + "\n", with: line.map { $0 + "\n" } ?? "")
    return faults(of: texts)
  }

  private func faults(of texts: [Voice: String]) -> [String] {
    do throws(PhrasebookFaults) {
      _ = try Phrasebook(texts: texts)
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test func `our five files load without a fault`() throws {
    #expect(try faults(of: Texts.ours()) == [])
    _ = try Phrasebook.ours()
  }

  @Test(arguments: [
    (Phrase.thanks, Voice.marathi, "thanks = ठीक आहे।", "a danda in Marathi"),
    (.thanks, .romanMarathi, "thanks = Thik ahe।", "a danda in Marathi"),
    (.thanks, .english, "thanks = Great!", "an exclamation mark"),
    (.thanks, .hindi, "thanks = ठीक है २", "a digit other than 0-9"),
    (.buttonUndo, .english, "button_undo = Undo the last entry now", "a button title of 23 Unicode scalars; 20 fit"),
    (.listButton, .hindi, "list_button = लिस्ट देखें लिस्ट देखें", "a button title of 23 Unicode scalars; 20 fit"),
    (.thanks, .hindi, "thanks = ठीक है \u{095C}", "not in Unicode's normal form C"),
    (.thanks, .english, "thanks: You are welcome", "not of the form “key = text”"),
    (.thanks, .english, "thanks =", "not of the form “key = text”"),
    (.stockNone, .english, "stock_none = Out of stock: {item", "a brace without its partner"),
    (.stockNone, .english, "stock_none = Out of stock: {item}}", "a brace without its partner"),
    (.stockNone, .hindi, "stock_none = माल खत्म: {item} {thing}", "there is no placeholder {thing}"),
    (.stockNone, .hindi, "stock_none = माल खत्म", "stock_none differs from English: misses {item}"),
    (.stockNone, .hindi, "stock_none = {item} {qty}", "stock_none differs from English: adds {qty}"),
  ])
  func `a spoilt line is reported with its file and line`(
    phrase: Phrase, voice: Voice, line: String, problem: String
  ) throws {
    let text = try #require(try Texts.ours()[voice])
    let lines = text.components(separatedBy: "\n")
    let number = try #require(lines.firstIndex { $0.hasPrefix("\(phrase.key) = ") }) + 1
    #expect(try faults(of: phrase, in: voice, as: line).contains("\(voice.rawValue).txt:\(number): \(problem)"))
  }

  @Test func `a phrase that a voice lacks is reported`() throws {
    #expect(try faults(of: .thanks, in: .marathi, as: nil) == ["mr.txt: the phrase thanks is missing"])
  }

  @Test func `a key that nobody knows and one that comes twice are reported`() throws {
    var texts = try Texts.ours()
    texts[.english] = "thanks = Welcome.\nthank = Welcome.\n" + (texts[.english] ?? "")
    let found = faults(of: texts)
    #expect(found.contains("en.txt:2: there is no phrase thank"))
    #expect(found.contains { $0.hasSuffix(": thanks stands on line 1 already") })
    #expect(found.count == 2)
  }

  @Test func `a voice without a text is reported`() throws {
    var texts = try Texts.ours()
    texts[.marathi] = nil
    #expect(faults(of: texts) == ["mr.txt: cannot be read: no text was given"])
  }

  @Test func `a directory without the files is reported, all five at once`() {
    let nowhere = URL(filePath: "/nowhere/replies")
    let error = #expect(throws: PhrasebookFaults.self) { try Phrasebook(directory: nowhere) }
    #expect(error?.faults.count == 5)
  }

  @Test func `faults of several files come together, one a line`() throws {
    var texts = try Texts.ours()
    texts[.english]? += "thank = Welcome.\n"
    texts[.marathi]? += "thank = ठीक.\n"
    let error = #expect(throws: PhrasebookFaults.self) { try Phrasebook(texts: texts) }
    #expect(error?.description.split(separator: "\n").count == 2)
  }

  @Test func `files with Windows line ends are read`() throws {
    #expect(faults(of: try Texts.ours().mapValues { $0.replacingOccurrences(of: "\n", with: "\r\n") }) == [])
  }

  @Test func `a gap without a value stops the program by its name`() async {
    await #expect(processExitsWith: .failure) {
      _ = try Phrasebook.ours().say(.stockNone, in: .english)
    }
  }
}
