import Measures

/// A slot's value as a plain tree, to be printed by whoever knows a format: numbers are exact decimals in digits.
package indirect enum FieldValue: Hashable, Sendable {
  case text(String)
  /// “2.5”: digits and a point, nothing else.
  case number(String)
  case flag(Bool)
  case list([FieldValue])
  case tree([Field])
  case null
}

package struct Field: Hashable, Sendable {
  package let name: String
  package let value: FieldValue

  package init(_ name: String, _ value: FieldValue) {
    self.name = name
    self.value = value
  }
}

extension Slots {
  /// The slots that were spoken, by the names of the ontology.
  package var fields: [Field] {
    var fields: [Field] = []
    func add(_ name: String, _ text: String?) { if let text { fields.append(Field(name, .text(text))) } }
    func add(_ name: String, _ money: Money?) { if let money { fields.append(Field(name, .number(money.plain))) } }
    if !items.isEmpty { fields.append(Field("items", .list(items.map { .tree($0.fields) }))) }
    add("customer", customer)
    add("supplier", supplier)
    if let credit { fields.append(Field("credit", .flag(credit))) }
    add("payment", payment?.rawValue)
    add("amount", amount)
    switch discount {
    case .money(let money): add("discount", money)
    case .share(let share): add("discount", "\(Quantity(thousandths: share * 10))%")
    case nil: break
    }
    add("period", period)
    add("due", due)
    if let number { fields.append(Field("n", .number(String(number)))) }
    add("category", category)
    add("price_kind", priceKind?.rawValue)
    add("reason", reason?.rawValue)
    add("new_name", newName)
    add("setting", setting)
    add("value", value)
    add("format", format)
    add("op", operation)
    add("price_min", priceMin)
    add("price_max", priceMax)
    add("time", time)
    add("assignee", assignee)
    return fields
  }
}

extension ItemLine {
  package var fields: [Field] {
    var fields = item.fields
    if let quantity { fields.append(Field("qty", .number(quantity.plain))) }
    if let unit { fields.append(Field("unit", .text(unit.rawValue))) }
    if let price { fields.append(Field("price", .number(price.plain))) }
    if let amount { fields.append(Field("amount", .number(amount.plain))) }
    if let delta { fields.append(Field("delta", .number(delta.plain))) }
    return fields
  }
}

extension ItemReference {
  /// `item` is an id, `@ref` for “uska”, or null; `name` is what was spoken where it is no item of the catalogue.
  fileprivate var fields: [Field] {
    switch self {
    case .known(let id): [Field("item", .text(id))]
    case .several(let ids, let spoken):
      [
        Field("item", ids.first.map(FieldValue.text) ?? .null), Field("name", .text(spoken)),
        Field("choices", .list(ids.map(FieldValue.text))),
      ]
    case .unknown(let spoken, let nearest):
      [Field("item", .null), Field("name", .text(spoken)), Field("nearest", .list(nearest.map(FieldValue.text)))]
    case .pronoun: [Field("item", .text("@ref"))]
    case .unsaid: [Field("item", .null)]
    }
  }
}

extension Money {
  /// For machines: rupees without sign or grouping, “1250.5”.
  fileprivate var plain: String { Quantity(thousandths: paise * 10).plain }
}
