import Foundation

/// A few threads that run jobs: one key's jobs one after the other, as they came; different keys side by side.
///
/// A key is not bound to a thread, so a slow conversation holds up nobody but itself.
final class WorkerPool: Sendable {
  typealias Job = @Sendable () -> Void

  private struct State {
    /// The jobs of each key; a key that is here is waiting in `ready` or running.
    var jobs: [String: [Job]] = [:]
    var ready: [String] = []
    var unfinished = 0
    var closed = false
  }

  private let monitor = Monitor(State())

  init(threads: Int) {
    for _ in 0..<max(1, threads) {
      Thread.detachNewThread { [monitor] in WorkerPool.work(monitor) }
    }
  }

  func submit(key: String, _ job: @escaping Job) {
    monitor.update { state in
      state.unfinished += 1
      if state.jobs[key] == nil { state.ready.append(key) }
      state.jobs[key, default: []].append(job)
    }
  }

  /// Sleeps until every job is done.
  ///
  /// - Returns: false when `deadline` came first.
  @discardableResult
  func finish(by deadline: Date? = nil) -> Bool {
    monitor.wait(until: deadline) { $0.unfinished == 0 ? true : nil } ?? false
  }

  /// Sleeps until every job of `key` is done.
  func finish(key: String) { _ = monitor.wait { $0.jobs[key] == nil ? true : nil } }

  /// Lets the threads end once nothing is left to do.
  func close() { monitor.update { $0.closed = true } }

  private static func work(_ monitor: Monitor<State>) {
    while true {
      let next = monitor.wait { state -> (key: String, job: Job?)? in
        if state.ready.isEmpty { return state.closed ? ("", nil) : nil }
        let key = state.ready.removeFirst()
        return (key, state.jobs[key]?.removeFirst())
      }
      guard let next, let job = next.job else { return }
      job()
      monitor.update { state in
        state.unfinished -= 1
        if state.jobs[next.key]?.isEmpty == true {
          state.jobs[next.key] = nil
        } else {
          state.ready.append(next.key)
        }
      }
    }
  }
}
