import CSpawn
import Foundation

/// A `retailmind serve` that is killed, frozen and started again at the same address. When the trial ends, however it
/// ends, so does the server.
actor ServerProcess {
  nonisolated let name: String
  nonisolated let address: String
  private let command: [String]
  private let environment: [String: String]
  private let log: String
  private var process: Running?
  private(set) var starts = 0
  /// How often it was gone before anybody killed it.
  private(set) var endedByItself = 0

  /// A process id, and the end of a line whose other end a small shell holds: when we are gone, it kills the server.
  private struct Running {
    let id: pid_t
    let lifeline: Int32
  }

  private static let guarding = """
    exec 3<&0; (read -r _ <&3 || kill -KILL $$) & exec "$0" "$@" 3<&- </dev/null
    """
  private static let stopSecondsMax = 30.0

  init(_ name: String, command: [String], address: String, environment: [String: String], log: URL) {
    self.name = name
    self.address = address
    self.command = command
    self.environment = environment
    self.log = log.path
  }

  func start() throws {
    guard process == nil else { return }
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw Plainly("no socket could be made")
    }
    defer { close(ends[1]) }
    process = Running(id: try spawn(input: ends[1]), lifeline: ends[0])
    starts += 1
  }

  /// SIGKILL: not a line of its code runs any more.
  func kill() async {
    guard let process else { return }
    if hasEnded(process.id) {
      endedByItself += 1
    } else {
      Glibc.kill(process.id, SIGKILL)
      while !hasEnded(process.id) { await pause(milliseconds: 2) }
    }
    letGo(process)
  }

  func freeze() { if let process { Glibc.kill(process.id, SIGSTOP) } }

  func thaw() { if let process { Glibc.kill(process.id, SIGCONT) } }

  /// In good order, as an operator does.
  func stop() async {
    guard let process else { return }
    Glibc.kill(process.id, SIGTERM)
    let deadline = ContinuousClock.now + .seconds(Self.stopSecondsMax)
    while ContinuousClock.now < deadline {
      if hasEnded(process.id) { return letGo(process) }
      await pause(milliseconds: 10)
    }
    await kill()
  }

  private func letGo(_ process: Running) {
    send(process.lifeline, "\n", 1, Int32(MSG_NOSIGNAL))
    close(process.lifeline)
    self.process = nil
  }

  /// Ours until then, so its id means nobody else.
  private func hasEnded(_ id: pid_t) -> Bool {
    var status: Int32 = 0
    return waitpid(id, &status, WNOHANG) == id
  }

  private func spawn(input: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, spawn_apart)
    let all = ProcessInfo.processInfo.environment.merging(environment) { _, ours in ours }
    let variables = all.map { strdup("\($0.key)=\($0.value)") } + [nil]
    let words = (["/bin/sh", "-c", Self.guarding] + command).map { strdup($0) } + [nil]
    defer { for text in variables + words { free(text) } }
    var id: pid_t = 0
    let failure = posix_spawn(&id, "/bin/sh", &actions, &attributes, words, variables)
    guard failure == 0 else { throw Plainly("\(command[0]): \(String(cString: strerror(failure)))") }
    return id
  }
}

/// Ends early when the task is cancelled.
func pause(milliseconds: Int) async {
  do { try await Task.sleep(for: .milliseconds(milliseconds)) } catch { return }
}

func pause(seconds: Double) async { await pause(milliseconds: Int(seconds * 1_000)) }
