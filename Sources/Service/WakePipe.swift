import Glibc

/// A pipe whose only message is «look up».
final class WakePipe: Sendable {
  let readEnd: Int32
  let writeEnd: Int32

  init?() {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  func wake() {
    var byte: UInt8 = 1
    _ = unsafe write(writeEnd, &byte, 1)
  }

  /// Whether somebody woke us; the byte stays, so the answer stays too.
  var isAwake: Bool {
    var poller = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&poller, 1, 0) > 0
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }
}
