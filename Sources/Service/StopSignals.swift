import Glibc
import Synchronization

/// Where a signal handler writes; −1 while nobody listens.
private let stopDescriptor = Atomic<Int32>(-1)
private let stopCount = Atomic<Int>(0)

/// SIGTERM and SIGINT as bytes in a pipe, so that `poll` wakes for them (the self-pipe trick).
///
/// The first one asks to stop, the second one ends the process at once.
enum StopSignals {
  /// Starts listening: a byte for the first signal goes to `descriptor`. SIGPIPE is ignored from here on.
  static func install(writingTo descriptor: Int32) {
    stopDescriptor.store(descriptor, ordering: .sequentiallyConsistent)
    stopCount.store(0, ordering: .sequentiallyConsistent)
    ignoreBrokenPipes()
    // Only async-signal-safe work here: atomics, write(2), _exit(2).
    for number in [SIGTERM, SIGINT] {
      _ = signal(number) { _ in
        if stopCount.add(1, ordering: .sequentiallyConsistent).newValue > 1 { _exit(1) }
        var byte: UInt8 = 1
        _ = unsafe write(stopDescriptor.load(ordering: .sequentiallyConsistent), &byte, 1)
      }
    }
  }

  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }
}
