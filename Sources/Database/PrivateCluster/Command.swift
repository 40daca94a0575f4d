import CSpawn
import Foundation

/// A program that is run to its end, with nothing of ours open in it but its words.
///
/// Not Foundation's `Process`, which learns of the end by a descriptor that the child inherits: the server, a child of
/// the child, would keep it open, and the wait would last as long as the server.
enum Command {
  /// The exit status; blocks.
  static func run(_ words: [String], output: Int32) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    // A folder that every account can enter.
    posix_spawn_file_actions_addchdir_np(&actions, "/")
    return try wait(for: spawn(words, &actions))
  }

  private static func spawn(_ words: [String], _ actions: inout posix_spawn_file_actions_t) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Away from our terminal: an interrupt that is meant for us must not hit the server. No signal is blocked in it.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, spawn_apart)
    let arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let failure = posix_spawnp(&child, words[0], &actions, &attributes, arguments, environ)
    guard failure == 0 else { throw PrivateClusterError.unusable("\(words[0]): \(String(cString: strerror(failure)))") }
    return child
  }

  private static func wait(for child: pid_t) throws -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw PrivateClusterError.unusable("a program's end was not seen") }
    }
    // 0 means that it ended by itself and with success; a signal or a failure makes another number.
    return status
  }
}
