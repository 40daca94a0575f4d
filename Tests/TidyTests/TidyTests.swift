import Foundation
import Testing

@testable import Language

/// What a machine can check of how we write. Whoever has a good reason adds it to the list beside the rule.
struct TidyTests {
  @Test func `migrations are numbered without a gap`() throws {
    let numbers = try Project.names(in: "Migrations").map { $0.prefix(5) }
    #expect(numbers == (1...numbers.count).map { String(format: "%04d_", $0)[...] })
  }

  /// Said by the phrasebook itself, when a measure is zero.
  private static let phrasesOfTheBook: [Phrase] = [.nothingLeft]

  @Test func `every phrase is said somewhere`() throws {
    let said = try Project.swift(in: "Sources").filter { !$0.path.hasPrefix("Sources/Language/") }
      .reduce(into: Set<String>()) { $0.formUnion($1.membersNamed()) }
    let unsaid = Phrase.allCases.filter { !said.contains("\($0)") && !Self.phrasesOfTheBook.contains($0) }
    #expect(unsaid == [])
  }

  @Test func `only the program itself prints`() throws {
    #expect(try Project.lines(matching: #/(^|[^\w.])print\(/#, in: "Sources", except: ["Sources/App/"]) == [])
  }

  /// Where a C library has no memory for its first object, nothing can be said any more.
  private static let hopeless = ["Sources/HTTP/Client/Courier.swift", "Sources/Crypto/HMACKey.swift"]

  @Test func `nothing ends the process for what may happen`() throws {
    #expect(try Project.lines(matching: #/\btry!|\bas!/#, in: "Sources") == [])
    #expect(try Project.lines(matching: #/\bfatalError\(/#, in: "Sources", except: Self.hopeless) == [])
  }

  @Test func `nobody sleeps on a thread, but who waits for a private PostgreSQL to start`() throws {
    #expect(
      try Project.lines(
        matching: #/\bThread\.sleep|\busleep\(/#, in: "Sources", except: ["Sources/Database/PrivateCluster/"]) == [])
  }

  @Test func `no file is longer than 400 lines`() throws {
    let long = try (Project.swift(in: "Sources") + Project.swift(in: "Tests")).filter { $0.lines.count > 400 }
    #expect(long.map(\.path) == [])
  }

  @Test func `business time never comes from SQL`() throws {
    let clocks =
      #/\b(now|transaction_timestamp|statement_timestamp)\(\)|\b(current_(date|time|timestamp)|local(time|timestamp))\b/#
    for file in try Project.files(in: "Migrations", ending: ".sql") {
      #expect(file.lines.filter { $0.code(comment: "--").lowercased().contains(clocks) } == [], "\(file.path)")
    }
    for file in try Project.swift(in: "Sources") {
      #expect(file.statements().filter { $0.lowercased().contains(clocks) } == [], "\(file.path)")
    }
  }

  @Test func `the changelog begins with what is not released yet`() throws {
    let heads = try Project.file("CHANGELOG.md").lines.filter { $0.hasPrefix("## ") }
    #expect(heads.first == "## Unreleased")
  }

  @Test func `every folder of tests is run`() throws {
    let package = try Project.file("Package.swift").text
    let forgotten = try Project.names(in: "Tests").filter { name in
      name.hasSuffix("Tests") && !package.contains(#"tests("\#(name.dropLast(5))""#)
        && !package.contains("tests(\n      \"\(name.dropLast(5))\"")
    }
    #expect(forgotten == [])
  }

  @Test func `every decision fits on a page`() throws {
    for file in try Project.files(in: "docs/decisions", ending: ".md") {
      #expect(file.lines.count <= 40, "\(file.path)")
    }
  }
}
