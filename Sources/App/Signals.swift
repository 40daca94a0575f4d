import Dispatch
import Foundation

/// The signals that an administrator sends to the process, as a stream.
struct Signals: Sendable {
  enum Kind: Sendable { case stop, reload }

  let received: AsyncStream<Kind>
  /// Unsafe only to the compiler: they are kept alive here and never touched again.
  private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

  /// From here on SIGTERM and SIGINT ask the process to stop in good order, and SIGHUP to read its secrets again.
  init() {
    let (stream, continuation) = AsyncStream.makeStream(of: Kind.self, bufferingPolicy: .bufferingNewest(8))
    received = stream
    sources = [(SIGTERM, Kind.stop), (SIGINT, .stop), (SIGHUP, .reload)].map { number, kind in
      signal(number, SIG_IGN)  // the default would end the process before the source hears of it
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { @Sendable in continuation.yield(kind) }
      source.resume()
      return source
    }
  }
}
