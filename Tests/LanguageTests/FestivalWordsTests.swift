import Forecast
import Language
import Testing

/// Festivals by the words of shopkeepers.
struct FestivalWordsTests {
  static let rows: [(String, [Festival])] = [
    ("diwali", [.diwali]), ("दीपावली", [.diwali]), ("दिवाळीला", [.diwali]), ("deepavalli", [.diwali]),
    ("ganpati", [.ganeshChaturthi]), ("गणपती", [.ganeshChaturthi]), ("ganesh chaturthi", [.ganeshChaturthi]),
    ("gudi padwa", [.gudiPadwa]), ("गुढी पाडव्याला", [.gudiPadwa]), ("भाऊबीजेला", [.bhaiDooj]), ("bhai dooj", [.bhaiDooj]),
    ("दसऱ्याला", [.dussehra]), ("karwa chauth", [.karvaChauth]), ("ईद", [.eidAlFitr, .eidAlAdha]),
    ("bakri eid", [.eidAlAdha]), ("मीठी ईद", [.eidAlFitr]), ("ganpati visarjan", [.anantChaturdashi]), ("holi", [.holi]),
  ]

  @Test(arguments: rows)
  func `a festival is known by its name`(text: String, festivals: [Festival]) {
    let tokens = SpokenText(text).tokens
    let read = FestivalWords.read(tokens, at: 0)
    #expect(read?.festivals == festivals && read?.length == tokens.count)
  }

  @Test(arguments: ["chini", "kal", "दाल", "halla", "5 kilo", "id", "rate kya hai"])
  func `other words are no festivals`(text: String) {
    #expect(FestivalWords.read(SpokenText(text).tokens, at: 0) == nil)
  }

  @Test(arguments: Festival.allCases, Voice.allCases)
  func `what a festival is called is understood`(festival: Festival, voice: Voice) throws {
    let tokens = SpokenText(festival.name(in: voice)).tokens
    let read = try #require(FestivalWords.read(tokens, at: 0))
    #expect(read.festivals == [festival] && read.length == tokens.count)
  }

  @Test func `periods of the ontology lead to their festivals`() {
    #expect(FestivalWords.festivals(ofPeriod: "festival_ganpati") == [.ganeshChaturthi])
    #expect(FestivalWords.festivals(ofPeriod: "festival_eid") == [.eidAlFitr, .eidAlAdha])
    for name in ["diwali", "holi", "rakhi", "navratri", "dussehra", "sankranti"] {
      #expect(FestivalWords.festivals(ofPeriod: "festival_" + name).count == 1)
    }
    #expect(FestivalWords.festivals(ofPeriod: "last_week").isEmpty)
  }
}
