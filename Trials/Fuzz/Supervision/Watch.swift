import Foundation

/// One door under trial, seen from outside: how far it is, how much memory it holds, whether it hangs or has died.
struct Watch {
  let door: Door
  let seed: UInt64
  let count: Int
  let folder: URL

  /// Looked at so often. The watch itself must not cost the machine anything.
  private static let stepSeconds = 0.1
  private static let reportSeconds = 5.0

  /// True if the product held.
  func run() async throws -> Bool {
    // Of this run alone: another may be on its way in the same folder.
    let path = folder.appending(path: "\(door.rawValue)-\(getpid()).logbook").path
    let logbook = try Logbook(path: path)
    defer {
      logbook.close()
      unlink(path)
    }
    say("\(door.rawValue): \(grouped(count)) \(door.meaning), seed \(seed)")
    let began = Logbook.now
    let process = try start(logbook: path)
    var memory = MemoryCurve()
    let hanging = try await follow(process, logbook, since: began, &memory)
    let seconds = Logbook.now - began
    let held = hanging.isEmpty && process.terminationReason == .exit && process.terminationStatus == 0
    if !held { try keepEvidence(of: process, hanging, logbook) }
    let rate = grouped(Int(Double(done(logbook)) / seconds))
    say("\(door.rawValue): \(grouped(done(logbook))) in \(Int(seconds)) s, \(rate) a second, memory \(memory.words)")
    if memory.grew { say("\(door.rawValue): VIOLATION: the memory grew") }
    return held && !memory.grew
  }

  private func start(logbook: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = [
      "--door", door.rawValue, "--seed", String(seed), "--count", String(count), "--logbook", logbook,
    ]
    // The sanitizer keeps freed memory back to catch late readers: little of it, or its growth hides ours. Short traces
    // of who allocated, since an input comes again by itself. It cannot look for leaks, since Swift hides pointers in
    // the spare bits of enums; that is what the memory curve is for.
    let ours = [
      "ASAN_OPTIONS": "quarantine_size_mb=16:thread_local_quarantine_size_kb=64:malloc_context_size=3"
        + ":max_malloc_fill_size=0:detect_leaks=0"
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(ours) { given, _ in given }
    try process.run()
    return process
  }

  /// Until it ends; answers with the lanes that hang, after it was ended for that.
  private func follow(
    _ process: Process, _ logbook: Logbook, since began: Double, _ memory: inout MemoryCurve
  ) async throws -> [Int] {
    var reportedAt = began
    while process.isRunning {
      try await Task.sleep(for: .seconds(Self.stepSeconds))
      memory.note(residentBytes(of: process), done: done(logbook), of: count)
      let hanging = (0..<door.lanes).filter { lane in
        logbook.line(of: lane).map { $0.input != nil && Logbook.now - $0.beganAt > door.secondsMax } ?? false
      }
      if !hanging.isEmpty, process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return hanging
      }
      if Logbook.now - reportedAt > Self.reportSeconds {
        reportedAt = Logbook.now
        let rate = Int(Double(done(logbook)) / (Logbook.now - began))
        say(
          "\(door.rawValue): \(grouped(done(logbook))) of \(grouped(count)), \(grouped(rate)) a second, \(memory.now)")
      }
    }
    return []
  }

  /// Each input that was under way goes into a file of its own, to be tried again alone.
  private func keepEvidence(of process: Process, _ hanging: [Int], _ logbook: Logbook) throws {
    let what = hanging.isEmpty ? "ended with \(process.terminationStatus)" : "HANGS"
    say("\(door.rawValue): VIOLATION: the process \(what); what was under way:")
    for lane in hanging.isEmpty ? Array(0..<door.lanes) : hanging {
      guard let line = logbook.line(of: lane, withBytes: true), let input = line.input else { continue }
      let file = folder.appending(path: "\(door.rawValue)-\(seed)-\(input)")
      try Data(line.bytes).write(to: file)
      say("  retailmind-fuzz --replay \(file.path)")
    }
  }

  private func done(_ logbook: Logbook) -> Int {
    (0..<door.lanes).reduce(0) { $0 + (logbook.line(of: $1)?.done ?? 0) }
  }

  /// 0 when it has just ended.
  private func residentBytes(of process: Process) -> Int {
    let path = "/proc/\(process.processIdentifier)/statm"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return 0 }
    return Int(text.split(separator: " ").dropFirst().first ?? "").map { $0 * sysconf(Int32(_SC_PAGESIZE)) } ?? 0
  }
}

func grouped(_ number: Int) -> String { number.formatted(.number.locale(Locale(identifier: "en_US"))) }
