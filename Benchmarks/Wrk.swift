import Crypto
import Foundation

/// wrk, which costs the machine less than any client of ours, with bodies that were signed before.
struct Wrk {
  struct Result {
    let requests: Int
    let perSecond: Double
    let failures: Int
    let p50: Double
    let p95: Double
    let p99: Double
  }

  let script: URL
  let folder: URL

  /// Nil where wrk is not installed.
  init?(home: URL, folder: URL) {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/wrk") else { return nil }
    script = home.appending(path: "Benchmarks/wrk/webhook.lua")
    self.folder = folder
  }

  /// Signs `count` messages, each with an id of its own, from one person of the crowd after the other.
  func sign(_ count: Int, from crowd: Crowd, secret: String, into name: String) throws -> URL {
    let file = folder.appending(path: name)
    guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
      throw Plainly("\(file.path) cannot be written")
    }
    let handle = try FileHandle(forWritingTo: file)
    let key = HMACKey(Array(secret.utf8))
    let seconds = Int(Date().timeIntervalSince1970)
    var lines: [UInt8] = []
    for number in 0..<count {
      let body = Webhooks.body(
        "sold \(number % 3 + 1) \(["sugar", "rice", "tea", "maggi"][number % 4])",
        from: crowd.people[number % crowd.people.count], channel: crowd.channel(of: number % crowd.people.count),
        at: seconds)
      lines += Array(Hex.encode(key.code(for: body)).utf8) + [0x20] + body + [0x0A]
      if lines.count > 1 << 20 {
        handle.write(Data(lines))
        lines = []
      }
    }
    handle.write(Data(lines))
    try handle.close()
    return file
  }

  /// Posts as fast as 64 connections go, or so many a second from three times as many connections that rest in between,
  /// until the time is over or the bodies are.
  func post(_ bodies: URL, to url: String, path: String, seconds: Int, perSecond: Double? = nil) throws -> Result {
    let connections = perSecond == nil ? connectionsMax : 3 * connectionsMax
    let pause = perSecond.map { Int(1_000 * Double(connections) / $0) } ?? 0
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/wrk")
    process.arguments = [
      "-t", "1", "-c", "\(connections)", "-d", "\(seconds)s", "--timeout", "10s", "-s", script.path, url,
    ]
    process.environment = ["BODIES": bodies.path, "THREADS": "1", "TARGET": path, "PAUSE": "\(pause)"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let line = text.split(separator: "\n").first { $0.hasPrefix("RESULT") }
    let numbers = (line ?? "").split(separator: " ").dropFirst().compactMap { Double($0) }
    guard numbers.count == 7 else { throw Plainly("wrk said: \(text)") }
    return Result(
      requests: Int(numbers[0]), perSecond: numbers[0] / numbers[1] * 1e6, failures: Int(numbers[2] + numbers[6]),
      p50: numbers[3] / 1e6, p95: numbers[4] / 1e6, p99: numbers[5] / 1e6)
  }
}
