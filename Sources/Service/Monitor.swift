import Foundation
import Synchronization

/// State that threads share and wait for: a mutex with a condition.
///
/// The state has its own mutex, so that the compiler checks every access; the condition only puts threads to sleep.
final class Monitor<State: Sendable>: Sendable {
  private let state: Mutex<State>
  private let condition = NSCondition()

  init(_ initial: State) { state = Mutex(initial) }

  /// Changes the state and wakes everybody who waits for a change.
  @discardableResult
  func update<Result: Sendable>(_ body: @Sendable (inout State) -> Result) -> Result {
    condition.lock()
    defer {
      condition.broadcast()
      condition.unlock()
    }
    return state.withLock { body(&$0) }
  }

  /// Sleeps until `body` gives something, trying after every change; nil when `deadline` passes first.
  func wait<Result: Sendable>(
    until deadline: Date? = nil, _ body: @Sendable (inout State) -> Result?
  ) -> Result? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let result = state.withLock({ body(&$0) }) { return result }
      // `Date.distantFuture` is no way to say «for ever»: NSCondition traps when it counts the seconds up to it.
      guard let deadline else {
        condition.wait()
        continue
      }
      guard condition.wait(until: deadline) else { return state.withLock { body(&$0) } }
    }
  }
}
