import Commerce
import Measures
import Testing

@Suite struct UPITests {
  @Test(arguments: ["ganesh@okaxis", "98220.12345@ybl", "a_b-c.d@upi"])
  func `an address is taken as it is`(text: String) {
    #expect(UPIAddress(text)?.text == text)
  }

  @Test(arguments: ["", "ganesh", "ganesh@", "@okaxis", "g@okaxis", "ganesh@gmail.com", "ganesh kirana@ybl", "गणेश@ybl"])
  func `what is none is refused`(text: String) {
    #expect(UPIAddress(text) == nil)
  }

  @Test(arguments: [
    ("mera upi ganesh@okaxis hai", "ganesh@okaxis"), ("UPI: ganesh@okaxis.", "ganesh@okaxis"),
    ("“ganesh@okaxis”।", "ganesh@okaxis"),
  ])
  func `it is found among other words`(words: String, address: String) {
    #expect(UPIAddress(among: words)?.text == address)
    #expect(UPIAddress(among: "write to ganesh@gmail.com") == nil)
  }

  @Test(arguments: [
    (45_000, "450.00"), (45_050, "450.50"), (5, "0.05"), (12_345_678, "123456.78"), (100, "1.00"),
  ])
  func `an amount has rupees, a point and two digits of paise`(paise: Int64, text: String) throws {
    #expect(try link(Money(paise: paise)).text.contains("&am=\(text)&cu=INR"))
  }

  @Test func `spaces, signs and letters of India are encoded, a space never as a plus`() throws {
    let link = PaymentLink(
      to: try #require(UPIAddress("ganesh@okaxis")), payee: "गणेश & Sons", amount: Money(rupees: 1), note: "a+b=c#d/?")
    #expect(
      link.text
        == "upi://pay?pa=ganesh@okaxis&pn=%E0%A4%97%E0%A4%A3%E0%A5%87%E0%A4%B6%20%26%20Sons&am=1.00&cu=INR&tn=a%2Bb%3Dc%23d%2F%3F"
    )
  }

  private func link(_ amount: Money) throws -> PaymentLink {
    PaymentLink(to: try #require(UPIAddress("ganesh@okaxis")), payee: "Ganesh", amount: amount, note: "Khata")
  }
}
