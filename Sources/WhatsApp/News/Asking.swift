package import Database
package import Messages

/// What whoever sends a template asks first.
extension Transaction {
  /// Whether somebody may be sent offers. What belongs to an order or an account is sent all the same.
  package func wantsMarketing(_ recipient: Recipient, on channel: String) async throws -> Bool {
    try await query("select wants(\(channel), \(recipient.alias), \(Preference.marketing))").only().decode(Bool.self)
  }

  /// How a template stands with WhatsApp, as far as it has told; nil where it has not.
  package func state(of template: Template, on channel: String) async throws -> TemplateState? {
    let row = try await query(
      "select status, quality, category from template_state(\(channel), \(template.name), \(template.language))"
    ).first
    guard let (status, quality, category) = try row?.decode(String?.self, String?.self, String?.self) else {
      return nil
    }
    return TemplateState(
      status: status.flatMap(TemplateEvent.Status.init), quality: quality.flatMap(TemplateEvent.Quality.init),
      category: category)
  }
}

package struct TemplateState: Hashable, Sendable {
  package let status: TemplateEvent.Status?
  package let quality: TemplateEvent.Quality?
  package let category: String?
}
