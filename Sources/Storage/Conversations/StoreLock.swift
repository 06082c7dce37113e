import Foundation
import Glibc

/// Keeps a second server off a store: an advisory lock on a file beside it.
///
/// The database file itself is not locked: SQLite uses POSIX locks on it, and closing any other descriptor of the
/// same file would drop those (https://www.sqlite.org/howtocorrupt.html, 2.2). The lock's file stays when the process
/// ends; removing it would let two servers lock two files of one name.
final class StoreLock: Sendable {
  private let descriptor: Int32

  init(beside path: String) throws(StoreError) {
    let lockPath = path + ".lock"
    descriptor = unsafe open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StoreError.cannotOpen(path: path, reason: unsafe String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      guard code == EWOULDBLOCK else {
        throw StoreError.cannotOpen(path: path, reason: unsafe String(cString: strerror(code)))
      }
      throw StoreError.locked(path: path)
    }
  }

  deinit { close(descriptor) }
}
