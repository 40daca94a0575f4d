import Intents
import Testing

@testable import Handlers

/// Numbers and names of people, as owners type them.
struct PeopleWordsTests {
  @Test(arguments: [
    "9822012345", "98220 12345", "+91-98220-12345", "0 98220 12345", "raju ka number 9822012345 hai", "०९८२२०१२३४५",
    "91 9822012345", "(98220) 12345",
  ])
  func `a mobile number is read however it is written`(text: String) {
    #expect(PhoneNumber(in: text)?.digits == "919822012345")
  }

  @Test(arguments: ["12345", "5 kilo chini", "1234567890", "98220123456789", "", "2 maggi 3 surf"])
  func `other numbers are no mobile number`(text: String) {
    #expect(PhoneNumber(in: text) == nil)
  }

  @Test(arguments: [
    ("raju ko staff mein jodo 9822012345", "Raju"), ("add anil kumar as owner 9822012345", "Anil Kumar"),
    ("राजूला स्टाफमध्ये जोडा 9822012345", "राजू"), ("rajula staff madhe joda", "Raju"),
    ("सुनीता को दुकान से हटाओ", "सुनीता"), ("ramesh's number is 9822012345", "Ramesh"),
  ])
  func `the name is what is left`(words: String, name: String) {
    #expect(PeopleWords.name(words) == name)
  }

  @Test func `a number alone names nobody, and only an owner is called one`() {
    #expect(PeopleWords.name("add 9822012345 as owner") == nil)
    #expect(PeopleWords.role("add 9822012345 as owner") == .owner)
    #expect(PeopleWords.role("९८२२०१२३४५ ला मालक करा") == .owner)
    #expect(PeopleWords.role("raju ko staff mein jodo") == .staff)
  }
}
