import Dispatch
import Synchronization

/// Pieces of the load that know nothing of each other, on as many cores as there are.
package enum Concurrently {
  /// Both results, when both are there.
  package static func both<A: Sendable, B: Sendable>(
    _ first: @Sendable () -> A, and second: @Sendable () -> B
  ) -> (A, B) {
    let results = Mutex<(A?, B?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      if index == 0 {
        let result = first()
        results.withLock { $0.0 = result }
      } else {
        let result = second()
        results.withLock { $0.1 = result }
      }
    }
    guard case (let a?, let b?) = results.withLock({ $0 }) else { preconditionFailure("both pieces have run") }
    return (a, b)
  }

  /// What `transform` makes of each element, in their order.
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
      let result = transform(elements[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
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
