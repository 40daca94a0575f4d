import Alerts
import Database
import Foundation
import HTTP
import Measures

/// What shops were, or are to be, told by themselves; to read, to acknowledge, and to add a word of one's own.
extension ShopAPI {
  var alertRoutes: [Route] {
    [
      .getAll("/api/v1/alerts", alertsOfAll),
      .get("/api/v1/alerts/{userId}", alerts),
      .post("/api/v1/alerts/{userId}", writeAlert),
      .post("/api/v1/alerts/{userId}/{alertId}/acknowledge", acknowledge),
    ]
  }

  @Sendable private func alerts(_ call: Call, _ shop: ShopID) async throws -> JSON {
    let (page, filter) = (try Page(call), try AlertFilter(call))
    return try await database.books(of: shop, at: call.now) { books in
      let rows = try await books.alerts(filter, before: page.after, max: page.readCount)
      return page.shown(rows, as: "alerts", id: \.id) { $0.json(of: shop) }
    }
  }

  /// Shop by shop, since nobody sees more than one at a time; in each the newest first.
  @Sendable private func alertsOfAll(_ call: Call) async throws -> JSON {
    let (count, filter) = (try Page.count(call), try AlertFilter(call))
    var place = try AlertPlace(call)
    let shops = try await shops(for: call, from: place.shop)
    var found: [JSON] = []
    for shop in shops {
      if shop != place.shop { place = AlertPlace(shop: shop, before: nil) }
      let wanted = count - found.count
      let rows = try await database.books(of: ShopID(rawValue: shop), at: call.now) { books in
        try await books.alerts(filter, before: place.before, max: wanted + 1)
      }
      found += rows.prefix(wanted).map { $0.json(of: ShopID(rawValue: shop)) }
      if rows.count > wanted {
        place.before = rows.prefix(wanted).last?.id ?? place.before
        return ["alerts": .array(found), "nextCursor": .string(place.text)]
      }
    }
    let more = shops.count == Self.shopsMax ? shops.last.map { AlertPlace(shop: $0 + 1, before: nil).text } : nil
    return ["alerts": .array(found), "nextCursor": more.map(JSON.string) ?? .null]
  }

  /// So many shops are asked for one call; the cursor leads on.
  private static let shopsMax = 100

  /// Those that the caller may enter and that are asked for, in the order of their numbers.
  private func shops(for call: Call, from first: Int64) async throws -> [Int64] {
    var allowed = call.caller.shops.map { Array($0) }
    if let text = call.text("shop") {
      guard let shop = wholeNumber(text), call.caller.mayEnter(shop) else {
        throw allowed == nil ? Refusal.noSuchShop : Refusal.foreignShop
      }
      allowed = [shop]
    }
    let shops = try await database.shops(among: allowed, from: first, max: Self.shopsMax)
    guard !shops.isEmpty || call.text("shop") == nil || call.text("cursor") != nil else { throw Refusal.noSuchShop }
    return shops
  }

  private static let textMax = 500

  /// `{"kind": "notice", "severity": "warning", "text": "…"}`, told to the owners like any other.
  @Sendable private func writeAlert(_ call: Call, _ shop: ShopID) async throws -> JSON {
    let kind = try call.choice("kind", in: call.body, of: AlertKind.self) ?? .notice
    guard Self.written.contains(kind) else {
      throw Refusal.field("kind", "“kind” is notice or trouble; the other kinds come of the books.")
    }
    let severity = try call.choice("severity", in: call.body, of: Severity.self) ?? .warning
    guard let text = try call.words("text", scalarsMax: Self.textMax) else {
      throw Refusal.field("text", "“text” is what the owners are told.")
    }
    return try await database.books(of: shop, at: call.now) { books in
      try await books.once(call) {
        var figures = AlertFigures()
        figures.text = text
        let finding = Finding(kind, severity, .named("api:\(call.caller.key):\(call.request.id)"), figures)
        guard let id = try await books.raise([finding]).first, let alert = try await books.alert(id) else {
          throw Refusal(.conflict, "That alert is there already.")
        }
        try await tellAlerts(books)
        return alert.json(of: shop)
      }
    }
  }

  /// What needs no figures of the books to be said.
  private static let written: Set<AlertKind> = [.notice, .trouble]

  /// Whoever acknowledges what was acknowledged before hears how it stands.
  @Sendable private func acknowledge(_ call: Call, _ shop: ShopID) async throws -> JSON {
    try await database.books(of: shop, at: call.now) { books in
      try await books.once(call) {
        guard let id = call.number(.alert) else { throw Self.noSuchAlert }
        try await books.acknowledge([id], by: nil)
        guard let alert = try await books.alert(id) else { throw Self.noSuchAlert }
        return alert.json(of: shop)
      }
    }
  }

  private static let noSuchAlert = Refusal(.notFound, "There is no such alert in this shop.")
}

/// Where a page of the alerts of several shops begins: `12.345` is shop 12, after its alert 345.
private struct AlertPlace {
  let shop: Int64
  var before: Int64?

  var text: String { "\(shop)" + (before.map { ".\($0)" } ?? "") }

  init(shop: Int64, before: Int64?) {
    self.shop = shop
    self.before = before
  }

  init(_ call: Call) throws(Refusal) {
    let parts = (call.text("cursor") ?? "0").split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { wholeNumber(String($0)) }
    guard numbers.count == parts.count, (1...2).contains(numbers.count) else {
      throw .field("cursor", "“cursor” is the “nextCursor” of an answer.")
    }
    self.init(shop: numbers[0], before: numbers.count == 2 ? numbers[1] : nil)
  }
}

extension AlertFilter {
  fileprivate init(_ call: Call) throws(Refusal) {
    self.init()
    let query = JSON.object(call.request.query.mapValues(JSON.string))
    kinds = try call.choice("kind", in: query, of: AlertKind.self).map { [$0] }
    severities = try call.choice("severity", in: query, of: Severity.self).map { [$0] }
    isAcknowledged = try call.flag("acknowledged")
    guard let text = call.text("since") else { return }
    guard let moment = Self.moment(text) else {
      throw .field("since", "“since” is a time as 2026-11-22T08:00:00Z, or a day as 2026-11-22.")
    }
    since = moment
  }

  private static func moment(_ text: String) -> Date? {
    if let day = Day(text: text) { return Date(timeIntervalSince1970: Double(day.number) * 86_400) }
    for format in [Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true)] {
      // Not of this form: nothing is lost with the reason.
      if let moment = try? format.parse(text) { return moment }
    }
    return nil
  }
}

extension Call {
  /// One of the names of a closed set; nil where nothing is said.
  fileprivate func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, in values: JSON, of type: Choice.Type
  ) throws(Refusal) -> Choice? {
    guard let value = values[name] else { return nil }
    guard case .string(let text) = value, let choice = Choice(rawValue: text) else {
      throw .field(name, "“\(name)” is one of \(Choice.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return choice
  }
}

extension Alert {
  fileprivate func json(of shop: ShopID) -> JSON {
    func time(_ moment: Date?) -> JSON { moment.map { .string(Envelope.stamp($0)) } ?? .null }
    func named(_ id: Int64?, _ name: String?) -> JSON {
      id.map { ["id": .integer($0), "name": name.map(JSON.string) ?? .null] } ?? .null
    }
    return [
      "alertId": .integer(id), "userId": .integer(shop.rawValue), "kind": .string(kind.rawValue),
      "severity": .string(severity.rawValue), "item": named(item, itemName), "customer": named(customer, customerName),
      "figures": figures.json, "isOpen": .bool(isOpen), "raisedAt": time(raisedAt), "sentAt": time(sentAt),
      "held": held.map { .string($0.rawValue) } ?? .null, "snoozedUntil": time(snoozedUntil),
      "acknowledgedAt": time(acknowledgedAt),
      "acknowledgedBy": acknowledgedBy.map(JSON.integer) ?? .null, "resolvedAt": time(resolvedAt),
    ]
  }
}

extension AlertFigures {
  /// Those that there are.
  fileprivate var json: JSON {
    var members: [String: JSON] = [:]
    members["left"] = left?.json
    members["quantity"] = quantity?.json
    members["usual"] = usual?.json
    members["days"] = days.map { .integer(Int64($0)) }
    members["day"] = day.map { .string($0.description) }
    members["amountPaise"] = amount.map { .integer($0.paise) }
    members["pricePaise"] = price.map { .integer($0.paise) }
    members["name"] = name.map(JSON.string)
    members["text"] = text.map(JSON.string)
    return .object(members)
  }
}
