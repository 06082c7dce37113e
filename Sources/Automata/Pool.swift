import Synchronization

/// Working memories that wait for the next message; several may be in use at once, each by one thread.
package final class Pool<Memory: Sendable>: Sendable {
  private let free = Mutex<[Memory]>([])

  package init() {}

  /// Nil if none waits.
  package func take() -> Memory? { free.withLock { $0.popLast() } }

  package func give(_ memory: Memory) { free.withLock { $0.append(memory) } }
}
