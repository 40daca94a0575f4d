internal import Foundation
internal import HTTP

extension WhatsAppSimulator {
  /// `{from, to, text | buttonID | rowID | reaction | location | media}` → `{id}`
  func say(_ body: JSON) throws(ControlRefusal) -> HTTPResponse {
    guard let person = body["from"]?.text, let number = body["to"]?.text else { throw .bad("from and to are needed") }
    let utterance = try Utterance(body)
    let message = try change { world, now throws(ControlRefusal) in
      try world.say(utterance, from: person, to: number, repliesTo: body["replyTo"]?.text, at: now)
    }
    return .json(["id": .string(message.id)])
  }
}

extension Utterance {
  fileprivate init(_ body: JSON) throws(ControlRefusal) {
    if let text = body["text"]?.text {
      self = .text(text)
    } else if let id = body["buttonID"]?.text ?? body["rowID"]?.text {
      self = .tap(choiceID: id, messageID: body["messageID"]?.text)
    } else if let reaction = body["reaction"], let target = reaction["messageID"]?.text {
      self = .reaction(to: target, emoji: reaction["emoji"]?.text ?? "")
    } else if let place = body["location"], let latitude = place["latitude"]?.real,
      let longitude = place["longitude"]?.real
    {
      self = .location(
        Place(latitude: latitude, longitude: longitude, name: place["name"]?.text, address: place["address"]?.text))
    } else if let media = body["media"] {
      self = try Utterance(media: media)
    } else {
      throw .bad("text, buttonID, rowID, reaction, location or media is needed")
    }
  }

  /// `{mimeType, base64, kind?, caption?, fileName?, voice?}`
  private init(media: JSON) throws(ControlRefusal) {
    guard let mimeType = media["mimeType"]?.text, let data = media["base64"]?.text.flatMap({ Data(base64Encoded: $0) })
    else { throw .bad("mimeType and base64 are needed") }
    guard data.count <= Upload.bytesMax else { throw ControlRefusal(status: 413, text: "the file is too large") }
    let kind = media["kind"]?.text ?? String(mimeType.prefix { $0 != "/" })
    let upload = Upload(mimeType: mimeType, fileName: media["fileName"]?.text, bytes: Array(data))
    self = .attachment(
      Attachment.Kind(rawValue: kind) ?? .document, upload, caption: media["caption"]?.text,
      isVoice: media["voice"]?.flag ?? false)
  }
}
