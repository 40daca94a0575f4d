import API
import Crypto
import Custody
import Database
import Foundation
import GoogleSheets
import HTTP
import Handlers
import Intents
import Inventory
import Language
import Messages
import Scheduler
import Telemetry
import Webhook
import WhatsApp

/// The running whole: the doors, the worker and the sender, wired from a configuration. `dev` and `serve` differ only
/// in what they put in.
struct Server: Sendable {
  let database: Postgres
  let phrasebook: Phrasebook
  /// What shops usually begin with, by their kind.
  var starters: [String: StarterCatalogue] = [:]
  /// Takes a second or two. The doors are open meanwhile: what comes is kept, and handled once this is done.
  let learn: @Sendable () async throws -> IntentModel
  let parts: Set<Configuration.Part>
  let settings: Configuration.WhatsAppSettings
  let address: String
  let limits: Configuration.Limits
  let phones: PhoneHash
  let migrator: Migrator
  let log: Log
  let metrics: Metrics
  let client: HTTPClient
  let now: @Sendable () -> Date
  /// Whom an owner is told to ask who wants a person.
  var support: String?
  var sheetsURL = SheetFetching.google
  /// A door of its own that `dev` adds: the simulator.
  var extraDoor: @Sendable (HTTPRequest) async -> HTTPResponse? = { _ in nil }
  /// Told once the port is open, with its number.
  var onReady: @Sendable (Int) -> Void = { _ in }

  /// Messages under way are given so many seconds to end after a stop was asked for.
  private static let graceSeconds = 15.0

  /// Runs until `stop` yields, then takes nothing new in, ends what is under way, and returns.
  func run(until stop: AsyncStream<Void>) async throws {
    let worker =
      "\(ProcessInfo.processInfo.hostName)/\(ProcessInfo.processInfo.processIdentifier)/\(Hex.encode(randomBytes(4)))"
    let bell = Doorbell()
    let sender = OutboxSender(
      database: database, graph: graph, worker: worker, limits: limits.sending,
      observe: { Monitoring(log: log, metrics: metrics).sending($0) })
    let marks = ReadMarks(graph: graph)
    let jobBell = Doorbell()
    let programs = ProgramsDoor()
    let web = parts.contains(.web) ? try openDoors(ringing: bell, programs) : nil
    if let web { onReady(web.port) }
    let engine = parts.contains(.worker) || parts.contains(.web) ? try await converse() : nil
    if let engine { await programs.open(engine) }
    let conversation = parts.contains(.worker) ? engine : nil
    log.info("started", ["roles": .text(parts.map(\.rawValue).sorted().joined(separator: ","))])

    await withTaskGroup(of: Void.self) { sending in
      if parts.contains(.worker) {
        sending.addTask { await sender.run() }
        sending.addTask { await marks.run() }
      }
      await withTaskGroup(of: Void.self) { working in
        let runner = conversation.map { self.runner($0, named: worker, bell: bell, sender: sender, marks: marks) }
        let jobs = conversation.map { jobRunner($0, named: worker + "/jobs", bell: jobBell) }
        working.addTask {
          async let _: Void? = jobs?.run()
          await runner?.run()
        }
        await withTaskGroup(of: Void.self) { doors in
          if let web { doors.addTask { await web.run() } }
          doors.addTask { await listen(on: Queue.notification, bell) }
          doors.addTask { await listen(on: JobQueue.notification, jobBell) }
          doors.addTask { await tick(bell, jobBell) }
          if let conversation { doors.addTask { await tellOfDelays(conversation, sender) } }
          if parts.contains(.scheduler) {
            doors.addTask { await forgetOld() }
            doors.addTask { await eraseDue() }
            doors.addTask { await planSchedules() }
            doors.addTask { await fireSchedules() }
          }
          for await _ in stop { break }
          log.info("stopping")
          doors.cancelAll()
        }
        guard let runner else { return }
        runner.stop()
        jobs?.stop()
        working.addTask { try? await Task.sleep(for: .seconds(Self.graceSeconds)) }  // ends early when cancelled
        await working.next()
        working.cancelAll()
      }
      sending.cancelAll()
    }
    await database.close(graceSeconds: Self.graceSeconds)
    log.info("stopped")
  }

  private func converse() async throws -> Conversation {
    let graph = graph
    let sheets = SheetFetching(from: sheetsURL, client: client)
    return Conversation(
      database: database, phrasebook: phrasebook, starters: starters, model: try await learn(), support: support,
      now: now, fetch: { await graph.fetch($0, on: $1, sha256: $2, bytesMax: $3) },
      fetchSheet: { await sheets.fetch($0, bytesMax: $1) })
  }

  private func runner(
    _ conversation: Conversation, named worker: String, bell: Doorbell, sender: OutboxSender, marks: ReadMarks
  ) -> LaneRunner<Queue> {
    var pace = LaneLimits()
    pace.leaseSeconds = limits.leaseSeconds
    return LaneRunner(
      queue: Queue(database: database, senderPerMinute: limits.senderPerMinute), worker: worker, limits: pace,
      bell: bell, log: log, metrics: metrics,
      perform: { message, isLast in
        try await marks.reading(message.messageID, on: message.channel) {
          try await conversation.take(message, isLast: isLast)
          sender.wake()
        }
      },
      giveUp: { message, reason in
        try await conversation.giveUp(message, because: reason)
        sender.wake()
      })
  }

  private func jobRunner(_ conversation: Conversation, named worker: String, bell: Doorbell) -> JobRunner {
    JobRunner(
      queue: jobQueue, worker: worker, routines: RecurringWork.routines(conversation), bell: bell, log: log,
      metrics: metrics)
  }

  private var jobQueue: JobQueue {
    JobQueue(database: database, now: now, chance: { Double.random(in: 0..<1) })
  }

  private var graph: GraphAPI {
    let token = settings.accessToken
    var configuration = GraphAPI.Configuration(version: settings.apiVersion, token: { token.first })
    configuration.baseURL = settings.graphURL
    return GraphAPI(configuration, client: client)
  }

  private static let webhookPath = "/webhook"

  /// Everything that is served beside the simulator; at an address that is not among these, nobody is asked.
  static let paths = [webhookPath, JoinPage.path] + Health.paths

  private func openDoors(ringing bell: Doorbell, _ programs: ProgramsDoor) throws -> HTTPServer {
    let health = Health(
      checks: [
        .init("database") { await fault { try await database.ping() } },
        .init("migrations") {
          await fault {
            let pending = try await migrator.status(on: database).filter { $0.appliedAt == nil }
            if !pending.isEmpty { throw Plainly("\(pending.count) migrations are pending") }
          }
        },
        .init("channels") {
          await fault {
            let stopped = try await database.stoppedChannels()
            if let stop = stopped.first {
              throw Plainly("sending is stopped: \(stop.meaning ?? "error \(stop.failure.code)")")
            }
          }
        },
      ],
      metrics: metrics, refresh: { await refreshGauges() }, now: now)
    let ingest = Ingest(
      database: database, senderPerMinute: limits.senderPerMinute, phones: phones, log: log, metrics: metrics, now: now,
      onKept: { bell.ring() })
    let secrets = settings.appSecrets
    let verifyToken = settings.verifyToken
    let webhook = WebhookReceiver(
      secrets: { secrets.values.map { HMACKey(Array($0.utf8)) } }, verifyToken: { verifyToken.first }, now: now,
      keep: { try await ingest.keep($0) })
    let monitoring = Monitoring(log: log, metrics: metrics)
    let joinPage = JoinPage(number: settings.ownersNumber, phrasebook: phrasebook)
    let api = ShopAPI(
      database: database, engine: programs.engine, schedules: try schedules(),
      tellAlerts: { try await $0.askForWaitingAlerts() }, log: log, now: now)
    return try HTTPServer(
      address: address, onFinished: { monitoring.request($0) },
      refusal: { ShopAPI.refusal(of: $0, $1, at: now()) }
    ) { request in
      if Self.paths.contains(request.path) {
        if request.path == Self.webhookPath { return await webhook.respond(to: request) }
        if let response = await health.respond(to: request) { return response }
        if let response = joinPage.respond(to: request) { return response }
      }
      if let response = await api.respond(to: request) { return response }
      if let response = await extraDoor(request) { return response }
      return Envelope.failure(.notFound, "There is nothing at this address.", at: now())
    }
  }

  private func fault(_ check: () async throws -> Void) async -> String? {
    do {
      try await check()
      return nil
    } catch { return "\(error)" }
  }

  /// Something was kept, here or by another process.
  private func listen(on notification: String, _ bell: Doorbell) async {
    for await _ in database.notifications(on: notification) { bell.ring() }
  }

  /// Lanes that were put off, and jobs of a later time, are due without anybody saying so.
  private func tick(_ bells: Doorbell...) async {
    while !Task.isCancelled {
      for bell in bells { bell.ring() }
      do { try await Task.sleep(for: .seconds(1)) } catch { return }
    }
  }

  /// Who wrote more than is handled in a minute hears once that the rest comes later.
  private func tellOfDelays(_ conversation: Conversation, _ sender: OutboxSender) async {
    await every(.seconds(1), "people were not told that their messages wait") {
      if try await conversation.tellOfDelays() > 0 { sender.wake() }
    }
  }

  private func forgetOld() async {
    await every(.seconds(3600), "what is old was not forgotten") {
      while try await Queue(database: database).forgetOld(at: now()), !Task.isCancelled {}
      while try await database.forgetFiles(at: now()), !Task.isCancelled {}
      while try await jobQueue.forgetOld(), !Task.isCancelled {}
      while try await database.forgetCalls(at: now()), !Task.isCancelled {}
    }
  }

  /// What people asked to have deleted, once its time has come.
  private func eraseDue() async {
    await every(.seconds(60), "what is to be deleted was not") { try await database.eraseDue(at: now()) }
  }

  /// New shops are given their schedules, and changed times are taken up.
  private func planSchedules() async {
    await every(.seconds(60), "schedules were not given to shops") { try await schedules().plan(at: now()) }
  }

  private func fireSchedules() async {
    await every(.seconds(1), "what is due was not begun") {
      let fired = try await schedules().tick(at: now())
      if fired > 0 { log.info("fired", ["jobs": .integer(Int64(fired))]) }
    }
  }

  private func schedules() throws -> Schedules { Schedules(try RecurringWork.table(), database: database) }

  private func every(_ pause: Duration, _ complaint: String, _ act: () async throws -> Void) async {
    while !Task.isCancelled {
      do {
        try await act()
      } catch {
        if !Task.isCancelled { log.warning(complaint, ["error": .text("\(error)")]) }
      }
      do { try await Task.sleep(for: pause) } catch { return }
    }
  }

  private func refreshGauges() async {
    do {
      let depth = try await Queue(database: database).depth()
      metrics.set(Self.waiting, to: Double(depth.waiting))
      metrics.set(Self.dead, to: Double(depth.dead))
      metrics.set(Self.oldest, to: depth.oldestSeconds ?? 0)
      let jobs = try await jobQueue.depth()
      for (state, count) in [("waiting", jobs.waiting), ("due", jobs.due), ("dead", jobs.dead)] {
        metrics.set(Self.jobs, ["state": state], to: Double(count))
      }
      let open = try await database.openMessages()
      for state in ["ready", "sending", "unknown"] {
        metrics.set(Self.outbox, ["state": state], to: Double(open.first { $0.state == state }?.count ?? 0))
      }
    } catch {
      log.warning("the queue could not be measured", ["error": .text("\(error)")])
    }
  }

  private static let waiting = Metrics.Family("retailmind_inbox_waiting", .gauge, help: "Messages that wait.")
  private static let dead = Metrics.Family("retailmind_inbox_dead", .gauge, help: "Messages given up.")
  private static let oldest = Metrics.Family(
    "retailmind_inbox_oldest_seconds", .gauge, help: "Age of the oldest message that waits.")
  private static let jobs = Metrics.Family("retailmind_jobs_open", .gauge, help: "Jobs not done, by state.")
  private static let outbox = Metrics.Family("retailmind_outbox_open", .gauge, help: "Replies not sent yet, by state.")
}

extension Configuration.Limits {
  fileprivate var sending: OutboxSender.Limits {
    var sending = OutboxSender.Limits()
    sending.numberPerSecond = numberPerSecond
    sending.pairBurst = pairBurst
    sending.pairSeconds = pairSeconds
    sending.sendingSeconds = sendingSeconds
    sending.resendSeconds = resendSeconds
    return sending
  }
}

extension HTTPClient.Limits {
  /// WhatsApp is one host, and takes as many messages at once as the outbox sends.
  static var many: HTTPClient.Limits {
    var limits = HTTPClient.Limits()
    (limits.connectionsMax, limits.connectionsPerHostMax) = (128, OutboxSender.Limits().concurrencyMax)
    return limits
  }
}
