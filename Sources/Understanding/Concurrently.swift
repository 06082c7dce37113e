import Dispatch
import Synchronization

/// Pieces of the load that know nothing of each other, on as many cores as there are.
///
/// Whoever waits for a piece works on what nobody else has begun, so that pieces may have pieces of their own:
/// `DispatchQueue.concurrentPerform` would run those one after the other.
package enum Concurrently {
  /// Both results, when both are there.
  package static func both<A: Sendable, B: Sendable>(
    _ first: @escaping @Sendable () -> A, and second: @escaping @Sendable () -> B
  ) -> (A, B) {
    let shared = Shared(Mutex<(A?, B?)>((nil, nil)))
    run(2) { index in
      if index == 0 {
        let result = first()
        shared.value.withLock { $0.0 = result }
      } else {
        let result = second()
        shared.value.withLock { $0.1 = result }
      }
    }
    guard case (let a?, let b?) = shared.value.withLock({ $0 }) else { preconditionFailure("both pieces have run") }
    return (a, b)
  }

  /// What `transform` makes of each element, in their order.
  package static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let shared = Shared(Mutex([Result?](repeating: nil, count: elements.count)))
    run(elements.count) { index in
      let result = transform(elements[index])
      shared.value.withLock { $0[index] = result }
    }
    return shared.value.withLock { $0.compactMap { $0 } }
  }

  /// More helpers than these would find nothing to do.
  private static let mostHelpers = 7

  /// Runs `piece` for each number below `count`; returns when all have been run.
  private static func run(_ count: Int, _ piece: @escaping @Sendable (Int) -> Void) {
    guard count > 0 else { return }
    let shared = Shared(Mutex((next: 0, left: count)))
    let finished = DispatchSemaphore(value: 0)
    let work: @Sendable () -> Void = {
      while let index = shared.value.withLock({ state -> Int? in
        guard state.next < count else { return nil }
        state.next += 1
        return state.next - 1
      }) {
        piece(index)
        let isLast = shared.value.withLock { state in
          state.left -= 1
          return state.left == 0
        }
        if isLast { finished.signal() }
      }
    }
    for _ in 0..<min(count - 1, mostHelpers) { DispatchQueue.global(qos: .userInitiated).async(execute: work) }
    work()
    finished.wait()
  }

  /// Gives closures that outlive a call a value that cannot be copied.
  private final class Shared<Value: ~Copyable & Sendable>: Sendable {
    let value: Value

    init(_ value: consuming Value) { self.value = value }
  }
}

/// A value that is made beside the rest of the load; whoever needs it first waits for it.
final class Deferred<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let work = DispatchGroup()

  init(_ make: @escaping @Sendable () -> Value) {
    DispatchQueue.global(qos: .userInitiated).async(group: work) { [self] in
      let value = make()
      made.withLock { $0 = value }
    }
  }

  /// Runs `then` when the value is there.
  func notify(_ then: @escaping @Sendable () -> Void) {
    work.notify(queue: .global(qos: .utility), execute: then)
  }

  var value: Value {
    work.wait()
    guard let value = made.withLock({ $0 }) else { preconditionFailure("the work has ended") }
    return value
  }
}
