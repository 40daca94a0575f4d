internal import Foundation
internal import HTTP

/// A template in Meta's files.
struct RegisteredTemplate: Sendable {
  let id: Int64
  let template: WhatsAppSimulator.Template
  var status: WhatsAppSimulator.TemplateStatus
}

/// All templates of the account, one for each name and language.
struct TemplateBook: Sendable {
  private(set) var all: [RegisteredTemplate] = []
  /// Names that were deleted, and when; they are blocked for a while.
  private var deleted: [String: Date] = [:]

  static let countMax = 250
  static let blockedSeconds: TimeInterval = 30 * 86_400

  func find(_ name: String, _ language: String) -> RegisteredTemplate? {
    all.first { $0.template.name == name && $0.template.language == language }
  }

  func find(_ id: Int64) -> RegisteredTemplate? { all.first { $0.id == id } }

  /// One that was approved long ago; of two with the same name and language the first counts.
  mutating func enter(_ template: WhatsAppSimulator.Template, id: Int64) {
    guard find(template.name, template.language) == nil else { return }
    all.append(RegisteredTemplate(id: id, template: template, status: .approved))
  }

  mutating func add(
    _ template: WhatsAppSimulator.Template, id: Int64, at now: Date
  ) throws(GraphError) {
    guard all.count < TemplateBook.countMax else {
      throw .template(2_388_019, "There are \(TemplateBook.countMax) templates already.")
    }
    if let then = deleted[template.name], now.timeIntervalSince(then) < TemplateBook.blockedSeconds {
      throw .template(2_388_023, "A template of this name was deleted; the name is free again after 30 days.")
    }
    guard find(template.name, template.language) == nil else {
      throw .template(2_388_024, "There is a template of this name in this language already.")
    }
    all.append(RegisteredTemplate(id: id, template: template, status: .pending))
  }

  /// False when there is none. With an id one language goes, otherwise all.
  mutating func remove(_ name: String, id: Int64?, at now: Date) -> Bool {
    let before = all.count
    all.removeAll { $0.template.name == name && (id == nil || $0.id == id) }
    if !all.contains(where: { $0.template.name == name }) { deleted[name] = now }
    return all.count < before
  }

  mutating func set(_ status: WhatsAppSimulator.TemplateStatus, of id: Int64) {
    for index in all.indices where all[index].id == id { all[index].status = status }
  }
}

extension GraphError {
  fileprivate static func template(_ subcode: Int, _ details: String) -> GraphError {
    GraphError(httpStatus: 400, code: 100, subcode: subcode, title: "(#100) Invalid parameter", details: details)
  }
}

extension RegisteredTemplate {
  var json: JSON {
    [
      "id": .string(String(id)), "name": .string(template.name), "language": .string(template.language),
      "category": .string(template.category), "status": .string(status.rawValue), "components": template.components,
      "parameter_format": template.isNamed ? "NAMED" : "POSITIONAL",
    ]
  }
}
