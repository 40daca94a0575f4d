/// Webhooks that wait until a later one of the same person has been answered, so that our server meets them in the wrong
/// order.
struct HeldBack: Sendable {
  private var posts: [Int: WebhookPost] = [:]
  private var numbers: [String: Int] = [:]

  /// False when somebody's post is held back already.
  mutating func keep(_ post: WebhookPost) -> Bool {
    guard post.lanes.allSatisfy({ numbers[$0] == nil }) else { return false }
    var post = post
    post.isAwaited = false
    posts[post.number] = post
    for person in post.lanes { numbers[person] = post.number }
    return true
  }

  /// Nil when it went already.
  mutating func letGo(_ number: Int) -> WebhookPost? {
    guard let post = posts.removeValue(forKey: number) else { return nil }
    for person in post.lanes { numbers[person] = nil }
    return post
  }

  mutating func letGo(overtakenBy later: WebhookPost) -> [WebhookPost] {
    guard !posts.isEmpty else { return [] }
    return later.lanes.compactMap { numbers[$0] }.filter { $0 < later.number }.compactMap { letGo($0) }
  }

  mutating func letAllGo() -> [WebhookPost] {
    defer { self = HeldBack() }
    return posts.values.sorted { $0.number < $1.number }
  }
}
