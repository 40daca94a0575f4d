import Database
import Intents
import Inventory
import Language
import Messages

/// “dusri dukaan”, “sharma stores pe jao”: whoever belongs to several shops is in one of them at a time, the one last
/// chosen, and everything that they write is written there.
extension Turn {
  func shopSwitch(_ request: Request) async throws -> Answer {
    let shops = try await books.shops(of: contact)
    let others = shops.filter { $0.id != books.shop }
    guard !others.isEmpty else { return .say(say(.shopOnly, [.shop: .text(shopName)])) }
    let words = request.words ?? ""
    let named = others.filter { $0.isNamed(in: words) }
    if named.count == 1 { return try await enter(named[0]) }
    let isAsking = SpokenText(words).tokens.contains { Self.asking.contains($0) }
    if others.count == 1, !isAsking { return try await enter(others[0]) }
    return askShop(others)
  }

  func enter(shop id: Int64) async throws -> Answer {
    guard let shop = try await books.shops(of: contact).first(where: { $0.id.rawValue == id }) else {
      return .say(say(.expiredQuestion))
    }
    return try await enter(shop)
  }

  private func enter(_ shop: MyShop) async throws -> Answer {
    let isEntered = try await books.query(
      "select enter_shop(\(contact.channel), \(contact.person), \(shop.id))"
    ).only().decode(Bool.self)
    return .say(isEntered ? say(.shopEntered, [.shop: .text(shop.name)]) : say(.expiredQuestion))
  }

  private func askShop(_ others: [MyShop]) -> Answer {
    let text = say(.shopWhich, [.shop: .text(shopName)])
    let rows = others.prefix(Choices.Limit.rows)
    let titles = rows.map { fitted($0.name, scalarsMax: Choices.Limit.buttonTitle) }
    guard rows.count <= Choices.Limit.buttons, Set(titles).count == titles.count else {
      let choices = rows.map {
        ListRow(
          id: Tap.shop($0.id.rawValue).id, title: fitted($0.name, scalarsMax: Choices.Limit.rowTitle),
          detail: fitted($0.name, scalarsMax: Choices.Limit.rowDescription))
      }
      return .say(text, .list(button: say(.listButton), rows: choices))
    }
    return .say(text, .buttons(zip(rows, titles).map { Button(id: Tap.shop($0.id.rawValue).id, title: $1) }))
  }

  private static let asking: WordSet =
    """
    which kaun konta konti show dikhao dikhaiye list dakhva my meri mazi कौन कौनसी दिखाओ दिखाइए कोणतं कोणती दाखवा मेरी माझी \
    select choose
    """

  // MARK: Being new

  /// The first thing that somebody hears in a shop to which an owner added them.
  func welcome(_ understood: Understood) async throws -> Answer {
    try await books.greeted(author.member)
    let hello = say(role == .owner ? .memberWelcomeOwner : .memberWelcomeStaff, [.shop: .text(shopName)])
    if case .frame(let frame, let words) = understood, frame.intent == .greet || SetupWords.isGreeting(words) {
      return .say(hello)
    }
    var answer = try await respond(understood)
    answer.reply = answer.reply.map { Reply(hello + "\n" + $0.text, choices: $0.choices, attachment: $0.attachment) }
    return answer
  }

  /// Somebody who is at work in one shop was added to another: they hear it once, and stay where they are.
  func withNews(_ answer: Answer) async throws -> Answer {
    guard let reply = answer.reply else { return answer }
    let new = try await books.shops(of: contact).filter { $0.isNews && $0.id != books.shop }
    try await books.execute("select heard_of_shops(\(contact.channel), \(contact.person))")
    guard let shop = new.first else { return answer }
    var told = answer
    let enter = Button(
      id: Tap.shop(shop.id.rawValue).id, title: fitted(shop.name, scalarsMax: Choices.Limit.buttonTitle))
    let choices: Choices =
      switch reply.choices {
      case .none: .buttons([enter])
      case .buttons(let buttons) where buttons.count < Choices.Limit.buttons: .buttons(buttons + [enter])
      case .buttons, .list: reply.choices
      }
    told.reply = Reply(
      reply.text + "\n" + say(.memberInvited, [.shop: .text(shop.name), .text: .text(shopName)]), choices: choices,
      attachment: reply.attachment)
    return told
  }
}

/// A shop of somebody's.
struct MyShop: Hashable, Sendable {
  let id: ShopID
  let name: String
  /// They were added to it and have not heard of it.
  let isNews: Bool

  /// “sharma stores pe jao”: by a word of its name that is not every shop's.
  func isNamed(in words: String) -> Bool {
    let sounds = Set(words.split(whereSeparator: \.isWhitespace).map { SoundKey(String($0)) })
    return name.split(whereSeparator: \.isWhitespace).contains { word in
      !Self.common.contains(WordKey(Spelling.folded(word))) && sounds.contains(SoundKey(String(word)))
    }
  }

  private static let common: WordSet =
    "shree shri sri store stores shop kirana general medical and dukan श्री स्टोर स्टोर्स किराना किराणा जनरल मेडिकल दुकान"
}

extension Books {
  func shops(of contact: Contact) async throws -> [MyShop] {
    try await query(
      "select shop_id, name, is_news from shops_of(\(contact.channel), \(contact.person))"
    ).map { row in
      let (id, name, isNews) = try row.decode(ShopID.self, String.self, Bool.self)
      return MyShop(id: id, name: name, isNews: isNews)
    }
  }
}
