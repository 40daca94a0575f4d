internal import HTTP

/// `/{waba}/message_templates`, and over the control API what Meta's people think of one.
extension WhatsAppSimulator {
  func administerTemplates(_ request: HTTPRequest) -> GraphCall {
    var call = GraphCall(
      what: "\(request.method) templates", requestBody: request.body, response: HTTPResponse(status: 200))
    do throws(GraphError) {
      let isHeld = change { world, _ in world.dice.happens(world.trouble.refuse429) }
      guard !trouble.areTemplatesDown else { throw .injected(131_016) }
      guard !isHeld else { throw .injected(80_007) }
      call.response = .json(try answer(request))
    } catch {
      call.response = refusal(error)
    }
    return call
  }

  private func answer(_ request: HTTPRequest) throws(GraphError) -> JSON {
    switch request.method {
    case "GET": return try list(request.query)
    case "POST": return try submit(request.body)
    case "DELETE": return try delete(request.query)
    default: throw .unknownObject("message_templates")
    }
  }

  private static let pageMax = 250

  /// `?name&language&status&limit&after`
  private func list(_ query: [String: String]) throws(GraphError) -> JSON {
    guard let limit = Int(query["limit"] ?? "25"), (1...Self.pageMax).contains(limit) else {
      throw .invalid("limit: 1 to \(Self.pageMax)")
    }
    let found = world.templates.all.filter { registered in
      registered.template.name.contains(query["name"] ?? "")
        && query["language"].map { $0 == registered.template.language } ?? true
        && query["status"].map { $0 == registered.status.rawValue } ?? true
    }
    let start = query["after"].flatMap { after in found.firstIndex { String($0.id) == after } }.map { $0 + 1 } ?? 0
    let page = found[start...].prefix(limit)
    guard let first = page.first, let last = page.last else { return ["data": []] }
    var paging: [String: JSON] = ["cursors": ["before": .string(String(first.id)), "after": .string(String(last.id))]]
    if start + page.count < found.count { paging["next"] = .string("?after=\(last.id)&limit=\(limit)") }
    return ["data": .array(page.map(\.json)), "paging": .object(paging)]
  }

  private func submit(_ bytes: [UInt8]) throws(GraphError) -> JSON {
    guard let body = readObject(bytes) else { throw .invalidJSON }
    let template = try Template(submitted: body)
    let submitted = try change { world, now throws(GraphError) in try world.submit(template, at: now) }
    return [
      "id": .string(String(submitted.id)), "status": .string(submitted.status.rawValue),
      "category": .string(template.category),
    ]
  }

  /// `?name[&hsm_id]`
  private func delete(_ query: [String: String]) throws(GraphError) -> JSON {
    guard let name = query["name"] else { throw .missing("name") }
    let id = query["hsm_id"].flatMap(Int64.init)
    guard change({ world, now in world.templates.remove(name, id: id, at: now) }) else { throw .unknownObject(name) }
    return ["success": true]
  }

  /// `{name, language, status, reason?}`: as if Meta's people had looked at it now.
  func judge(_ body: JSON) throws(ControlRefusal) -> HTTPResponse {
    guard let name = body["name"]?.text, let language = body["language"]?.text else {
      throw .bad("name and language are needed")
    }
    guard let status = TemplateStatus(rawValue: body["status"]?.text ?? "") else {
      throw .bad("status: " + TemplateStatus.allCases.map(\.rawValue).joined(separator: ", "))
    }
    guard let found = world.templates.find(name, language) else { throw .unknown("no such template") }
    change { world, now in world.judge(found.id, status, reason: body["reason"]?.text ?? "NONE", at: now) }
    return .json(["id": .string(String(found.id)), "status": .string(status.rawValue)])
  }
}
