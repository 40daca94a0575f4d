import HTTP
import Language
import Reports

/// How a shopkeeper comes to us: a link that opens WhatsApp with a first word to the owners' number, and the square to
/// scan for it, on a page (`/join`) and in the terminal of `dev`.
struct JoinPage: Sendable {
  /// The owners' number, digits with country code; nil where none is set.
  let number: String?
  let phrasebook: Phrasebook

  /// “https://wa.me/91…?text=Namaste”.
  var link: String? { number.map { "https://wa.me/\($0)?text=Namaste" } }

  /// The square for a terminal, with the link under it; a line that says what is missing where there is none.
  var terminal: String {
    guard let link, let code = QRCode(link) else {
      return "To print a QR code for joining, set WHATSAPP_OWNERS_NUMBER to the owners' number, as 919800000000."
    }
    return code.terminal() + "To open a shop, scan this or go to \(link)"
  }

  static let path = "/join"

  func respond(to request: HTTPRequest) -> HTTPResponse? {
    guard request.path == Self.path else { return nil }
    guard request.method == "GET" || request.method == "HEAD" else {
      return HTTPResponse(status: 405, headers: [("Allow", "GET, HEAD")])
    }
    var response = HTTPResponse.html(page)
    response.headers += [
      ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"),
      ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
      ("Cache-Control", "public, max-age=300"),
    ]
    return response
  }

  private var page: String {
    let voices: [Voice] = [.english, .hindi, .marathi]
    let rows = voices.map { voice in
      "<p lang=\"\(voice.rawValue)\">\(escaped(phrasebook.say(link == nil ? .joinNoNumber : .joinHow, in: voice)))</p>"
    }
    let code = link.flatMap { QRCode($0) }.map { "<div class=\"code\">\($0.svg())</div>" } ?? ""
    let button =
      link.map { "<a href=\"\(escaped($0))\">\(escaped(phrasebook.say(.joinButton, in: .english)))</a>" } ?? ""
    return """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>RetailMind</title>
      <style>
      body { font: 18px/1.5 system-ui, "Noto Sans Devanagari", sans-serif; max-width: 24em; margin: 2em auto; padding: 0 1em; }
      .code { width: 15em; margin: 1em auto; }
      a { display: block; text-align: center; padding: .7em; border-radius: .5em; background: #128c4b; color: #fff; text-decoration: none; }
      </style>
      <h1>RetailMind</h1>
      \(rows.joined(separator: "\n"))
      \(code)
      \(button)
      </html>

      """
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
