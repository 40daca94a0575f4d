import Testing

@testable import GoogleSheets

/// Links as people copy them.
struct SheetLinkTests {
  @Test(arguments: [
    ("https://docs.google.com/spreadsheets/d/1AbcDefGhi_-j/edit?usp=sharing", "/export?format=csv"),
    ("ye list hai https://docs.google.com/spreadsheets/d/1AbcDefGhi_-j/edit#gid=42 dekho", "/export?format=csv&gid=42"),
    ("https://docs.google.com/spreadsheets/u/0/d/1AbcDefGhi_-j/edit?gid=7#gid=7", "/export?format=csv&gid=7"),
    ("docs.google.com/spreadsheets/d/1AbcDefGhi_-j", "/export?format=csv"),
    ("पहिली\nhttps://docs.google.com/spreadsheets/d/1AbcDefGhi_-j/htmlview", "/export?format=csv"),
  ])
  func `a link is its id and its tab`(words: String, path: String) {
    #expect(SheetLink(in: words)?.path == "/spreadsheets/d/1AbcDefGhi_-j" + path)
  }

  @Test func `what was published to the web has an address of its own`() {
    let link = SheetLink(in: "https://docs.google.com/spreadsheets/d/e/2PACX-1vAbc/pubhtml?gid=3&single=true")
    #expect(link?.path == "/spreadsheets/d/e/2PACX-1vAbc/pub?output=csv&single=true&gid=3")
  }

  @Test(arguments: [
    "", "5 kilo chini bechi", "https://docs.google.com/document/d/1AbcDefGhij/edit",
    "https://evil.example/docs.google.com/spreadsheets/d/1AbcDefGhij/edit",
    "https://docs.google.com.evil.example/spreadsheets/d/1AbcDefGhij", "xdocs.google.com/spreadsheets/d/1AbcDefGhij",
    "https://a@docs.google.com/spreadsheets/d/1AbcDefGhij", "https://docs.google.com/spreadsheets/d/../secret",
  ])
  func `anything else is none`(words: String) {
    #expect(SheetLink(in: words) == nil)
  }
}
