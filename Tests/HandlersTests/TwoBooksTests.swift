import Database
import Foundation
import Intents
import Measures
import Messages
import Testing

@testable import Handlers

/// Two shops with the same goods and people under the same names: whatever one of them says, nothing of the other's
/// comes out, and nothing of it changes.
@Suite(.timeLimit(.minutes(5)))
struct TwoBooksTests {
  /// Figures, phones and names that stand nowhere but in the books of Laxmi Stores.
  private static let secrets = [
    "38.625", "7,777", "7777", "73.31", "91.37", "9,999", "9999", "919911223344", "99112 23344", "Zubeida", "Hindmata",
    "Zafrani", "laxmi@okaxis", "Laxmi", "2,142",
  ]
  private static let neighbour = "910000000009"

  /// Every piece of work is asked for in words: a new one does not compile until it has some.
  private static func words(_ work: Work) -> (text: String, byCustomer: Bool) {
    switch work {
    case .stockCheck: ("chini kitni hai", false)
    case .stockList: ("show full stock", false)
    case .lowStock: ("what is running low", false)
    case .stockAdd: ("sharma traders se 50 kilo chini 42 ke bhav se aayi", false)
    case .stockSet: ("chini ka stock 40 kilo hai", false)
    case .stockReduce: ("2 kilo chini kharab ho gayi", false)
    case .saleRecord: ("2 kilo chini bechi", false)
    case .priceCheck: ("chini ka kharid rate kya hai", false)
    case .priceSet: ("set maggi price 15", false)
    case .itemCreate: ("add new item Jaggery", false)
    case .thresholdSet: ("alert me when sugar goes below 20 kg", false)
    case .creditAdd: ("ramesh patil ko 500 udhaar diya", false)
    case .creditReceive: ("ramesh patil ne 300 diye", false)
    case .creditBalance: ("how much does ramesh patil owe", false)
    case .creditList: ("kis kis ka udhaar hai", false)
    case .saleReturn: ("1 maggi wapas aaya", false)
    case .expenseAdd: ("kiraya 4000 diya", false)
    case .competitorPrice: ("samne wala chini 42 me de raha hai", false)
    case .itemRename: ("rename maida to Fine Flour", false)
    case .itemDelete: ("remove onion from the list", false)
    case .salesSummary: ("aaj ki bikri kitni hui", false)
    case .profit: ("aaj kitna munafa hua", false)
    case .topItems: ("top 5 selling products this month", false)
    case .answerFile: ("send me the stock report in excel", false)
    case .deleteMyData: ("mera account band karke sab mita do", false)
    case .creditRemind: ("send ramesh patil a reminder", false)
    case .productSearch: ("maggi hai kya", true)
    case .orderStatus: ("where is my order", true)
    case .askShop: ("malik se baat karao", true)
    case .memberAdd: ("add raju as staff 9822012345", false)
    case .memberRemove: ("remove raju from staff", false)
    case .memberList: ("who is in my staff", false)
    case .customerPhone: ("ramesh patil's number is 9822012399", false)
    case .shopSwitch: ("switch to the other shop", false)
    case .settings: ("hindi me baat karo", false)
    case .supplierPay: ("sharma traders ko 500 diye", false)
    case .supplierBalance: ("kisko kitna dena hai", false)
    case .expiryCheck: ("kya kya expire hone wala hai", false)
    case .stockHistory: ("chini ka hisaab dikhao", false)
    case .itemDetail: ("chini ka hsn 1701 hai", false)
    case .forecast: ("agle hafte chini kitni bikegi", false)
    case .eventAdd: ("12 tarikh ko jatra hai", false)
    case .reorderSuggest: ("kya kya mangwana hai", false)
    case .priceSuggest: ("chini ka rate kitna rakhu", false)
    case .slowItems: ("kaunsa maal nahi bik raha", false)
    case .alertList: ("aaj ke alert kya hai", false)
    case .alertAck: ("saare alert padh liye", false)
    }
  }

  /// Nothing can be asked for that no intent stands for, so these are all. What ends the shop comes last.
  private static var works: [Work] {
    let works = Intent.allCases.compactMap { intent -> Work? in
      if case .work(let work) = intent.destination { work } else { nil }
    }
    return works.filter { $0 != .deleteMyData } + [.deleteMyData]
  }

  @Test func `whatever a shop asks for or writes, nothing of its neighbour comes out or changes`() async throws {
    try await withTwoShops { talk, neighbour in
      let before = try await rows(of: neighbour, talk)
      for work in Self.works {
        let (words, byCustomer) = Self.words(work)
        let (phone, channel) =
          byCustomer
          ? (TranscriptShop.customer, TranscriptShop.customerChannel) : (TranscriptShop.owner, TranscriptShop.channel)
        let reply = try await talk.say(.text(words), from: phone, on: channel)
        let heard = try await lastIntent(talk)
        #expect(heard?.destination == .work(work), "“\(words)” was understood as \(heard?.rawValue ?? "nothing")")
        try await tapThrough(reply, talk, from: phone, on: channel)
        #expect(try await rows(of: neighbour, talk) == before, "“\(words)” changed the neighbour")
      }
      try await expectNoSecret(talk)
    }
  }

  @Test func `files and pictures are made of a shop's own books`() async throws {
    try await withTwoShops { talk, neighbour in
      let before = try await rows(of: neighbour, talk)
      let list = try await talk.send(
        Array("Item,Qty,Unit,Rate\nSugar,55,kg,46\nSaffron,9,pc,60\n".utf8), named: "goods.csv",
        from: TranscriptShop.owner)
      try await tapThrough(list, talk)
      for words in [
        "show full stock", "send excel", "kis kis ka udhaar hai", "send excel", "send my full data as a file",
      ] {
        try await tapThrough(try await talk.say(.text(words), from: TranscriptShop.owner), talk)
      }
      for words in ["my upi id is ganesh@ybl", "ramesh patil ko 500 udhaar diya", "send ramesh patil a reminder"] {
        try await tapThrough(try await talk.say(.text(words), from: TranscriptShop.owner), talk)
      }
      let kinds = try await talk.owner.query("select distinct kind from media where inbox_id is null order by 1")
        .map { try $0.decode(String.self) }
      #expect(kinds == ["document", "image"])
      try await expectNoSecret(talk)
      #expect(try await rows(of: neighbour, talk) == before)
    }
  }

  /// A button of the neighbour's, tapped by us, is a dead one.
  @Test func `what was given to the neighbour to tap does nothing in our hands`() async throws {
    try await withTwoShops { talk, neighbour in
      let group = try await talk.owner.query(
        "select max(group_id) from entry_groups where shop_id = \(neighbour) and kind = 'credit_given'"
      ).only().decode(Int64.self)
      let customer = try await talk.owner.query(
        "select min(customer_id) from customers where shop_id = \(neighbour)"
      ).only().decode(Int64.self)
      let sugar = try await talk.owner.query(
        "select item_id from items where shop_id = \(neighbour) and name = 'Sugar'"
      ).only().decode(Int64.self)
      let supplier = try await talk.owner.query(
        "select min(supplier_id) from suppliers where shop_id = \(neighbour)"
      ).only().decode(Int64.self)
      let before = try await rows(of: neighbour, talk)
      for id in [
        "undo:\(group)", "remind:\(customer):777700", "remind:\(customer)", "answer:1", "shop:\(neighbour.rawValue)",
        "dues:0", "list:0", "keep:1",
        "price:\(sugar):4600", "order:\(supplier):7,,", "order:\(supplier):7,,\(sugar)",
      ] {
        _ = try await talk.say(.button(id: id, title: "x"), from: TranscriptShop.owner)
      }
      #expect(try await rows(of: neighbour, talk) == before)
      try await expectNoSecret(talk)
    }
  }

  /// The secrets are there to be heard: their owner hears them.
  @Test func `the neighbour hears what is its own`() async throws {
    try await withTwoShops { talk, _ in
      for (words, secret) in [
        ("chini kitni hai", "38.625"), ("kis kis ka udhaar hai", "7,777"), ("chini ka kharid rate kya hai", "73.31"),
        ("saffron zafrani kitni hai", "Zafrani"), ("kisko kitna dena hai", "2,142"),
      ] {
        let reply = try await talk.say(.text(words), from: Self.neighbour)
        #expect(reply?.lines.joined().contains(secret) == true, "“\(words)” → \(reply?.text ?? "")")
      }
    }
  }

  // MARK: The two

  private func withTwoShops(_ body: (Talk, _ neighbour: ShopID) async throws -> Void) async throws {
    try await Talk.with { talk in
      let shop = try await TranscriptShop.create(in: talk.owner, at: talk.clock.now)
      let neighbour = try await TranscriptShop.create(
        in: talk.owner, named: "Laxmi Stores", at: talk.clock.now, of: Self.neighbour)
      try await shop.grow(by: "customer Ramesh Patil 919900000011", in: talk)
      try await neighbour.grow(by: "customer Ramesh Patil 919911223344", in: talk)
      try await neighbour.grow(by: "customer Zubeida Qureshi 919911223344", in: talk)
      try await neighbour.grow(by: "item Saffron Zafrani | packet | 91.37 | saffron zafrani", in: talk)
      for words in [
        "chini ka stock 38.625 kilo hai", "ramesh patil ko 7777 udhaar diya", "kiraya 9999 diya",
        "hindmata agency se 50 kilo chini aayi", "3 maggi bechi",
      ] {
        let reply = try await talk.say(.text(words), from: Self.neighbour)
        try await tapThrough(reply, talk, from: Self.neighbour)
      }
      let came = try await talk.say(
        .text("sharma traders se 51 kilo chini 42 ke bhav se aayi"), from: Self.neighbour)
      _ = try await talk.say(try #require(came?.content(tapping: "Udhaar")), from: Self.neighbour)
      try await talk.owner.execute(
        "update stock set on_hand = 38.625 where shop_id = \(neighbour.id) and item_id = \(neighbour.items["sugar"])")
      try await talk.owner.execute(
        "update prices set amount = 7331 where kind = 'cost' and shop_id = \(neighbour.id)")
      try await talk.owner.execute("update shops set upi_id = 'laxmi@okaxis' where shop_id = \(neighbour.id)")
      try await body(talk, neighbour.id)
    }
  }

  /// Taps what is offered first, a few times, but never Undo.
  private func tapThrough(
    _ reply: Reply?, _ talk: Talk, from phone: String = TranscriptShop.owner,
    on channel: String = TranscriptShop.channel
  ) async throws {
    var reply = reply
    for _ in 0..<3 {
      guard case .buttons(let buttons) = reply?.choices, let first = buttons.first, !first.id.hasPrefix("undo") else {
        return
      }
      reply = try await talk.say(.button(id: first.id, title: first.title), from: phone, on: channel)
    }
  }

  private func lastIntent(_ talk: Talk) async throws -> Intent? {
    try await talk.owner.query(
      "select intent from messages where intent is not null order by message_id desc limit 1"
    ).first.flatMap { Intent(rawValue: try $0.decode(String.self)) }
  }

  /// In whatever was sent to anybody but the neighbour: texts, buttons, files and the links behind pictures.
  private func expectNoSecret(_ talk: Talk) async throws {
    let said = try await talk.owner.query(
      "select message::text from outbox where address <> \(Self.neighbour) order by id"
    ).map { try $0.decode(String.self) }
    let files = try await talk.owner.query(
      """
      select m.bytes from media m join shops s on s.shop_id = m.shop_id
      where s.name <> 'Laxmi Stores' and m.bytes is not null order by media_id
      """
    ).map { String(decoding: try $0.decode([UInt8].self), as: UTF8.self) }
    #expect(!said.isEmpty)
    for text in said + files {
      let secret = Self.secrets.first { text.contains($0) }
      #expect(secret == nil, "\(secret ?? "") in \(text.prefix(600))")
    }
  }

  /// All that a shop has, as one line.
  private func rows(of shop: ShopID, _ talk: Talk) async throws -> [String: String] {
    let tables = try await talk.owner.query(
      """
      select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum = 1
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'shop_id'
      """
    ).map { try $0.decode(String.self) }
    var rows: [String: String] = [:]
    for table in tables {
      rows[table] = try await talk.owner.query(
        """
        select coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '')
        from \(SQL.identifier(table)) t where shop_id = \(shop)
        """
      ).only().decode(String.self)
    }
    return rows
  }
}
