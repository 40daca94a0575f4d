internal import HTTP
internal import Messages

/// News of our templates, told apart by their keys.
extension NewsReader {
  var template: Template? {
    guard let name = word("message_template_name") else { return nil }
    return Template(name: name, language: word("message_template_language") ?? "")
  }

  var templateEvent: TemplateEvent? {
    if let quality = word("new_quality_score") { return TemplateEvent.Quality(rawValue: quality).map { .quality($0) } }
    if let category = word("new_category") { return self.category(category) }
    if let event = word("event") {
      return TemplateEvent.Status(rawValue: event).map { .status($0, reason: reason) }
    }
    return value["message_template_element"] == nil ? nil : .components
  }

  private func category(_ category: String) -> TemplateEvent {
    .category(category, next: word("correct_category"), nextAt: value["category_update_timestamp"]?.moment)
  }

  /// The first that says something.
  private var reason: String? {
    let reason = word("reason")
    return (reason == "NONE" ? nil : reason) ?? value["other_info"]?["title"]?.identifier
  }
}
