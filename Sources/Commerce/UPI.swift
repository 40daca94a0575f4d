import Database
package import Measures

/// Where money for somebody goes over UPI: “ganesh@okaxis”. Nothing tells whether the account exists.
package struct UPIAddress: Hashable, Sendable {
  package let text: String

  package init?(_ text: String) {
    guard text.wholeMatch(of: /[A-Za-z0-9._\-]{2,255}@[A-Za-z]{2,64}/) != nil else { return nil }
    self.text = text
  }

  /// The first one that stands among other words; an e-mail address has a point behind the @ and is none.
  package init?(among words: String) {
    let found = words.split(whereSeparator: \.isWhitespace).lazy.compactMap { word in
      UPIAddress(String(word.drop { "(\"'“".contains($0) }.reversed().drop { ".,!?)\"'”।".contains($0) }.reversed()))
    }.first
    guard let found else { return nil }
    self = found
  }
}

/// A link that opens a payment app with everything filled in. A payment by it is not reported to us: it counts when the
/// owner says that the money came.
package struct PaymentLink: Hashable, Sendable {
  package let address: UPIAddress
  package let payee: String
  package let amount: Money
  package let note: String

  package init(to address: UPIAddress, payee: String, amount: Money, note: String) {
    precondition(amount > .zero, "nobody pays nothing")
    self.address = address
    self.payee = payee
    self.amount = amount
    self.note = note
  }

  package var text: String {
    let (rupees, paise) = amount.paise.quotientAndRemainder(dividingBy: 100)
    let sum = "\(rupees).\(paise < 10 ? "0" : "")\(paise)"
    return "upi://pay?pa=\(address.text)&pn=\(payee.percentEncoded)&am=\(sum)&cu=INR&tn=\(note.percentEncoded)"
  }
}

extension String {
  /// As RFC 3986 has it for a value: a space is %20, never “+”, which payment apps show as it is.
  package var percentEncoded: String {
    let digits = Array("0123456789ABCDEF")
    return utf8.reduce(into: "") { encoded, byte in
      let character = Character(Unicode.Scalar(byte))
      if byte < 0x80, character.isLetter || character.isNumber || "-._~".contains(character) {
        encoded.append(character)
      } else {
        encoded += ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }
}
