package import Database
package import Foundation
package import Messages

/// Where news goes: into what we know of accounts, templates and people, in the transaction that keeps it. A ban stops
/// our sending, and its end lets it go on.
extension Transaction {
  /// Before messages are taken in: whoever writes under a new name in the same batch is known by then.
  package func record(_ news: [News], at now: Date) async throws {
    let news = news.filter(\.isOfConsequence)
    guard !news.isEmpty else { return }
    try await execute("select begin_news()")
    for item in news { try await record(item, at: now) }
  }

  /// Remembers which account each number belongs to: a ban stops these, and if it knows of none, all.
  package func learn(accounts: [String: String], at now: Date) throws {
    guard !accounts.isEmpty else { return }
    try later("select learn_accounts(\(Array(accounts.keys)), \(Array(accounts.values)), \(now))")
  }

  private func record(_ news: News, at now: Date) async throws {
    switch news.matter {
    case .account(let event): try await record(event, of: news, at: now)
    case .number(let display, let event):
      _ = try await note(event.fact, of: news, subject: display)
    case .template(let template, let event): try await record(event, of: template, news)
    case .preference(let preference): try await record(preference, at: news.at)
    case .renaming(let renaming):
      try await execute(
        """
        select rename_person(
          \(renaming.known.map(\.alias)), \(renaming.now.map(\.alias)), \(renaming.channel),
          \(renaming.message), \(news.at))
        """)
    case .payment(let hint): try await record(hint, at: news.at)
    case .call(let caller, let channel):
      try await execute(
        "select note_call(\(channel), \(caller.phone), \(caller.userID), \(news.at), \(now))")
    case .trouble(let failures, let channel):
      for failure in failures { try await stop(channel, if: failure) }
    case .aside, .unknown: break
    }
  }

  private func record(_ preference: Preference, at said: Date) async throws {
    try await execute(
      """
      select note_consent(
        \(preference.channel), \(preference.person.aliases), \(preference.category), \(preference.isWanted), \(said))
      """)
  }

  private func record(_ hint: PaymentHint, at said: Date) async throws {
    try await execute(
      """
      select note_payment(
        \(hint.channel), \(hint.reference), \(hint.transaction), \(hint.status), \(hint.transactionStatus),
        \(hint.amount), \(hint.refunded), \(hint.currency), \(said))
      """)
  }

  private func record(_ event: TemplateEvent, of template: Template, _ news: News) async throws {
    let (account, name, language, at) = (news.account, template.name, template.language, news.at)
    switch event {
    case .status(let status, let reason):
      try await execute(
        "select note_template_status(\(account), \(name), \(language), \(status.rawValue), \(reason), \(at))")
    case .quality(let quality):
      try await execute(
        "select note_template_quality(\(account), \(name), \(language), \(quality.rawValue), \(at))")
    case .category(let category, let next, let nextAt):
      try await execute(
        "select note_template_category(\(account), \(name), \(language), \(category), \(next), \(nextAt), \(at))")
    case .components:
      try await execute("select note_template_change(\(account), \(name), \(language), \(at))")
    }
  }

  /// An error of a number itself: some mean that it must not send.
  private func stop(_ channel: String, if failure: ChannelFailure) async throws {
    guard ErrorTable.row(for: failure.code)?.verdict == .stopChannel else { return }
    try await execute("select stop_channel(\(channel), null, \(failure.json.sqlText))")
  }
}

extension News {
  /// The rest is kept as it came, and changes nothing.
  fileprivate var isOfConsequence: Bool {
    switch matter {
    case .account, .number, .template, .preference, .renaming, .payment, .call, .trouble: true
    case .aside, .unknown: false
    }
  }
}

extension Recipient {
  /// As it stands in `identities`.
  var alias: String { kind + ":" + address }
}

extension Sender {
  var aliases: [String] { [userID.map(Recipient.user), phone.map(Recipient.phone)].compactMap { $0?.alias } }
}
