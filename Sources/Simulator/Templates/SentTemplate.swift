internal import HTTP

/// A template as our server sends it: by its name, with what goes into the gaps.
struct SentTemplate: Sendable, Equatable {
  let name: String
  let language: String
  let components: [Component]
  /// Known once the template has been found.
  var category = "UTILITY"
  var header: String?
  var words: String?
  var footer: String?

  struct Component: Sendable, Equatable {
    /// `header`, `body` or `button 0`
    let place: String
    let parameters: [Parameter]
  }

  struct Parameter: Sendable, Equatable {
    let type: String
    let name: String?
    let text: String?
  }
}

extension SentTemplate {
  init(sent node: JSON) throws(GraphError) {
    guard let name = node["name"]?.text else { throw .missing("template['name']") }
    guard let language = node["language"]?["code"]?.text else { throw .missing("template['language']['code']") }
    self.init(name: name, language: language, components: (node["components"]?.array ?? []).map(Component.init))
  }

  /// Checks the gaps against the wording and fills them.
  mutating func fill(_ template: WhatsAppSimulator.Template) throws(GraphError) {
    for gap in template.gaps { try check(gap) }
    if let extra = components.first(where: { sent in !template.gaps.contains { $0.place == sent.place } }),
      !extra.parameters.isEmpty
    {
      throw .parameterCount(extra.place, given: extra.parameters.count, expected: 0)
    }
    category = template.category
    header = template.component("HEADER")?["text"]?.text.map { filled($0, place: "header") }
    words = filled(template.body, place: "body")
    footer = template.component("FOOTER")?["text"]?.text
  }

  private func check(_ gap: Gap) throws(GraphError) {
    let parameters = parameters(in: gap.place)
    guard parameters.count == gap.variables.count else {
      throw .parameterCount(gap.place, given: parameters.count, expected: gap.variables.count)
    }
    for parameter in parameters where !gap.types.contains(parameter.type) {
      throw .parameterFormat("\(gap.place): \(parameter.type) where \(gap.types.joined(separator: " or ")) belongs.")
    }
    if gap.isNamed, Set(parameters.map(\.name)) != Set(gap.variables) {
      throw .parameterFormat("\(gap.place): the names of the parameters are not those of the template.")
    }
  }

  private func parameters(in place: String) -> [Parameter] {
    components.first { $0.place == place }?.parameters ?? []
  }

  private func filled(_ text: String, place: String) -> String {
    let parameters = parameters(in: place)
    return WhatsAppSimulator.Template.fill(text) { variable in
      if let named = parameters.first(where: { $0.name == variable }) { return named.text }
      guard let index = Int(variable).map({ $0 - 1 }), parameters.indices.contains(index) else { return nil }
      return parameters[index].text
    }
  }
}

extension SentTemplate.Component {
  fileprivate init(_ node: JSON) {
    let type = (node["type"]?.text ?? "").lowercased()
    place = type == "button" ? "button \(node["index"]?.text ?? "0")" : type
    parameters = (node["parameters"]?.array ?? []).map { parameter in
      let type = (parameter["type"]?.text ?? "text").lowercased()
      let value = parameter[type]
      return .init(
        type: type, name: parameter["parameter_name"]?.text, text: value?.text ?? value?["fallback_value"]?.text)
    }
  }
}

/// A place in a template that wants parameters.
private struct Gap {
  let place: String
  let variables: [String]
  var types = ["text", "currency", "date_time"]
  var isNamed = false
}

extension WhatsAppSimulator.Template {
  fileprivate var gaps: [Gap] {
    var gaps = [Gap(place: "body", variables: Self.variables(of: body), isNamed: isNamed)]
    if let header = component("HEADER") {
      switch header["format"]?.text {
      case "TEXT", nil:
        let variables = Self.variables(of: header["text"]?.text ?? "")
        gaps.append(Gap(place: "header", variables: variables, isNamed: isNamed))
      case let format?:
        gaps.append(Gap(place: "header", variables: ["1"], types: [format.lowercased()]))
      }
    }
    for (index, button) in buttons.enumerated() {
      switch button["type"]?.text {
      case "URL":
        let variables = Self.variables(of: button["url"]?.text ?? "")
        gaps.append(Gap(place: "button \(index)", variables: variables, types: ["text"]))
      case "COPY_CODE":
        gaps.append(Gap(place: "button \(index)", variables: ["1"], types: ["coupon_code", "text"]))
      default:
        break
      }
    }
    return gaps
  }
}

extension GraphError {
  fileprivate static func parameterCount(_ place: String, given: Int, expected: Int) -> GraphError {
    .injected(
      132_000,
      details: "\(place): number of localizable_params (\(given)) does not match the expected number of params "
        + "(\(expected))")
  }

  fileprivate static func parameterFormat(_ details: String) -> GraphError { .injected(132_012, details: details) }
}
