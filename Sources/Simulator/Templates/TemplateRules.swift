internal import HTTP

/// What Meta asks of a template before it looks at it at all.
extension WhatsAppSimulator.Template {
  private enum Limit {
    static let name = 1...512
    static let body = 1...1024
    static let header = 1...60
    static let footer = 1...60
    static let buttons = 1...10
    static let buttonText = 1...25
  }

  /// Reads the body of `POST /{waba}/message_templates`.
  init(submitted body: JSON) throws(GraphError) {
    guard let name = body["name"]?.text else { throw .missing("name") }
    guard let language = body["language"]?.text else { throw .missing("language") }
    guard let category = body["category"]?.text else { throw .missing("category") }
    guard let components = body["components"], !components.array.isEmpty else { throw .missing("components") }
    self.init(
      name: name, language: language, category: category, components: components,
      isNamed: body["parameter_format"]?.text == "NAMED")
    try check()
  }

  private func check() throws(GraphError) {
    let isPlain = name.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789_".utf8.contains($0) }
    guard isPlain, Limit.name.contains(name.utf8.count) else {
      throw .invalid("name may hold small letters, digits and underscores only.")
    }
    guard language.wholeMatch(of: /[a-z]{2,3}(_[A-Z]{2})?/) != nil else { throw .invalid("language is unknown.") }
    guard ["UTILITY", "MARKETING", "AUTHENTICATION"].contains(category) else { throw .invalid("category is unknown.") }
    guard let component = component("BODY") else { throw .missing("components of type BODY") }
    try checkLength(of: body, Limit.body, name: "BODY")
    try checkVariables(component)
    try checkFrame()
  }

  private func checkVariables(_ component: JSON) throws(GraphError) {
    let variables = Self.variables(of: body)
    guard !variables.isEmpty else { return }
    if !isNamed, variables != (1...variables.count).map(String.init) {
      throw .invalid("Variables must be numbered from {{1}} on, in their order.")
    }
    guard body.prefixMatch(of: /\s*\{\{/) == nil, body.firstMatch(of: /\}\}[\s.!?।]*$/) == nil else {
      throw GraphError(
        httpStatus: 400, code: 100, subcode: 2_388_299, title: "(#100) Invalid parameter",
        details: "Variables can't be at the start or end of the template.")
    }
    guard body.firstMatch(of: /\}\}\s*\{\{/) == nil else { throw .invalid("Variables may not stand side by side.") }
    let example = component["example"]
    let count = isNamed ? example?["body_text_named_params"]?.array.count : example?["body_text"]?[0]?.array.count
    guard count == variables.count else { throw .invalid("An example is needed for each variable of the BODY.") }
  }

  private func checkFrame() throws(GraphError) {
    if let header = component("HEADER")?["text"]?.text {
      try checkLength(of: header, Limit.header, name: "HEADER")
      guard Self.variables(of: header).count <= 1 else { throw .invalid("A HEADER has one variable at most.") }
    }
    if let footer = component("FOOTER")?["text"]?.text { try checkLength(of: footer, Limit.footer, name: "FOOTER") }
    guard component("BUTTONS") != nil else { return }
    guard Limit.buttons.contains(buttons.count) else { throw .invalid("A template has 1 to 10 buttons.") }
    for button in buttons {
      try checkLength(of: button["text"]?.text ?? "", Limit.buttonText, name: "Button text")
    }
  }
}
