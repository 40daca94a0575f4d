internal import Foundation
internal import HTTP

/// Meta's people look at templates: a moment after one came in they approve or reject it, and say so by webhook.
extension World {
  mutating func submit(_ template: WhatsAppSimulator.Template, at now: Date) throws(GraphError) -> RegisteredTemplate {
    let id = identifiers.objectNumber()
    try templates.add(template, id: id, at: now)
    after(configuration.timing.moderation, .moderated(template: id))
    return RegisteredTemplate(id: id, template: template, status: .pending)
  }

  /// By rules that a test can foresee: shortened links are refused, and so is advertising under another name.
  mutating func moderate(_ id: Int64, at now: Date) {
    guard let found = templates.find(id), found.status == .pending else { return }
    let words = found.template.body.lowercased()
    if ["wa.me/", "bit.ly/"].contains(where: words.contains) {
      judge(id, .rejected, reason: "INVALID_FORMAT", at: now)
    } else if found.template.category == "UTILITY", ["discount", "offer", "छूट", "सवलत"].contains(where: words.contains)
    {
      judge(id, .rejected, reason: "INCORRECT_CATEGORY", at: now)
    } else {
      judge(id, .approved, at: now)
    }
  }

  mutating func judge(
    _ id: Int64, _ status: WhatsAppSimulator.TemplateStatus, reason: String = "NONE", at now: Date
  ) {
    templates.set(status, of: id)
    guard let found = templates.find(id) else { return }
    var value: [String: JSON] = [
      "event": .string(status.rawValue), "message_template_id": .integer(id),
      "message_template_name": .string(found.template.name),
      // Webhooks spell it with a hyphen.
      "message_template_language": .string(found.template.language.replacingOccurrences(of: "_", with: "-")),
      "message_template_category": .string(found.template.category), "reason": .string(reason),
    ]
    if status == .paused {
      value["other_info"] = [
        "title": "FIRST_PAUSE", "description": "Your template has been paused for 3 hours because of its quality.",
      ]
    }
    postbox.put(
      WebhookUpdate(
        account: "message_template_status_update", subject: "template \(status.rawValue.lowercased())",
        value: .object(value), at: now))
  }

  /// What our server wants to send, with the words in place.
  func known(_ sent: SentTemplate) throws(GraphError) -> SentTemplate {
    guard !trouble.areTemplatesDown else { throw .injected(131_016) }
    guard let found = templates.find(sent.name, sent.language) else {
      throw .injected(
        132_001, details: "template name (\(sent.name)) does not exist in the translation \(sent.language)")
    }
    switch found.status {
    case .approved: break
    case .pending, .rejected:
      throw .injected(132_001, details: "template name (\(sent.name)) is \(found.status.rawValue.lowercased())")
    case .paused: throw .injected(132_015, details: "The template is paused because of its quality.")
    case .disabled: throw .injected(132_016, details: "The template is disabled because of its quality.")
    }
    var filled = sent
    try filled.fill(found.template)
    return filled
  }
}
