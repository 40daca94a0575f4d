import Database
import Foundation
import HTTP

/// At once, at the door.
let connectionsMax = 64

/// What a shop writes all day. The peer knows only the form “sold N …”, so all are answered by both, some in fewer words.
private let sentences = [
  "5 kilo chini bechi", "साखर किती आहे?", "add 20 packets of maggi", "५ किलो साखर विकली", "sold 2 kg rice",
  "चीनी कितनी बची है?", "2 kilo chini aur 3 maggi bechi", "how much sugar is left?", "20 पैकेट मैगी आए",
  "chini ka rate 46 karo",
]

/// From the POST of a signed message to the arrival of the reply at WhatsApp, one message at a time.
func turns(_ server: Subject, _ stage: Stage) async throws -> Figures {
  let (warmUps, times) = (20, 200)
  var seconds: [Double] = []
  for turn in 0..<(warmUps + times) {
    let phone = stage.webhooks.people[turn % stage.webhooks.people.count]
    let request = stage.webhooks.request(
      sentences[turn % sentences.count], from: phone, to: "http://\(server.address)\(server.turnPath)")
    let postedAt = ContinuousClock.now
    let answer = try await stage.client.send(request)
    guard answer.status == 200 else { throw Plainly("the webhook answered \(answer.status)") }
    let cameAt = try await stage.graph.reply(to: phone)
    if turn >= warmUps { seconds.append((cameAt - postedAt) / .seconds(1)) }
    // A shopkeeper reads the answer; meanwhile the server writes down that it was sent.
    try await Task.sleep(for: .milliseconds(30))
  }
  return Figures(seconds)
}

/// The least that any durable answer can cost here: a transaction of one small record, flushed to the disk.
func measureCommits(_ database: Postgres) async throws -> Figures {
  var seconds: [Double] = []
  for _ in 0..<200 {
    let began = ContinuousClock.now
    try await database.execute("select pg_logical_emit_message(true, 'bench', 'a commit')")
    seconds.append((ContinuousClock.now - began) / .seconds(1))
  }
  return Figures(seconds)
}
