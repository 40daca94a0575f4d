package import HTTP

extension WhatsAppSimulator {
  /// A wording that the shop wrote ahead, for days on which it may not write freely. Meta looks at it first: “Dear
  /// {{1}}, your balance is ₹{{2}}.”
  package struct Template: Sendable, Hashable {
    package let name: String
    /// `en`, `en_US`, `hi`, `mr`
    package let language: String
    /// UTILITY, MARKETING or AUTHENTICATION
    package let category: String
    /// As Meta writes them: `[{"type": "BODY", "text": …}, …]`
    package let components: JSON
    /// Whether variables are called `{{first_name}}` instead of `{{1}}`.
    package let isNamed: Bool

    package init(
      name: String, language: String, category: String = "UTILITY", components: JSON, isNamed: Bool = false
    ) {
      self.name = name
      self.language = language
      self.category = category
      self.components = components
      self.isNamed = isNamed
    }
  }

  /// What Meta thinks of a template.
  package enum TemplateStatus: String, Sendable, CaseIterable {
    case pending = "PENDING"
    case approved = "APPROVED"
    case rejected = "REJECTED"
    case paused = "PAUSED"
    case disabled = "DISABLED"
  }
}

extension WhatsAppSimulator.Template {
  /// The component of a type, HEADER or BODY.
  func component(_ type: String) -> JSON? {
    components.array.first { $0["type"]?.text == type }
  }

  var body: String { component("BODY")?["text"]?.text ?? "" }
  var buttons: [JSON] { component("BUTTONS")?["buttons"]?.array ?? [] }

  /// `1`, `2` or `first_name`, each once, in the order of the text.
  static func variables(of text: String) -> [String] {
    var names: [String] = []
    for match in text.matches(of: variable) where !names.contains(String(match.output.1)) {
      names.append(String(match.output.1))
    }
    return names
  }

  /// The text with its variables filled in.
  static func fill(_ text: String, _ value: (String) -> String?) -> String {
    text.replacing(variable) { match in value(String(match.output.1)) ?? String(match.output.0) }
  }

  private static var variable: Regex<(Substring, Substring)> { /\{\{ *([A-Za-z0-9_]+) *\}\}/ }
}
