import Foundation
import Glibc
import Storage

/// The one thread that writes to the client, and the count of requests that it has not answered yet.
///
/// A request holds its place from when it is read until its answer has been written: a client that sends and never
/// reads stops our reading, and costs no more memory than 256 answers.
final class ReplyWriter: Sendable {
  private struct State {
    var lines: [(bytes: [UInt8], places: Int)] = []
    var inFlight = 0
    var writing = false
    var broken = false
    var closed = false
  }

  private let monitor = Monitor(State())
  private let descriptor: Int32
  /// Called once, on the writer's thread, when the client is gone.
  private let onBreak: @Sendable () -> Void

  init(descriptor: Int32, onBreak: @escaping @Sendable () -> Void) {
    self.descriptor = descriptor
    self.onBreak = onBreak
    Thread.detachNewThread { self.work() }
  }

  var isBroken: Bool { monitor.update { $0.broken } }

  /// Waits for a place among those in flight and takes it.
  ///
  /// - Returns: false when `deadline` came first.
  func takePlace(by deadline: Date) -> Bool {
    monitor.wait(until: deadline) { state -> Bool? in
      guard state.inFlight < ServiceLimits.requestsInFlight || state.broken else { return nil }
      state.inFlight += 1
      return true
    } ?? false
  }

  /// Gives back the place of a notification, which gets no answer.
  func leavePlace() { monitor.update { $0.inFlight -= 1 } }

  /// Queues a line; the place of its request is free once it has been written.
  func answer(_ value: JSONValue) { queue(value, places: 1) }

  /// Queues a line that answers nothing.
  func announce(_ value: JSONValue) { queue(value, places: 0) }

  private func queue(_ value: JSONValue, places: Int) {
    let bytes = value.utf8Text + [0x0A]
    monitor.update { $0.lines.append((bytes, places)) }
  }

  /// Sleeps until everything queued is written, or cannot be.
  ///
  /// - Returns: false when `deadline` came first.
  func flush(by deadline: Date) -> Bool {
    monitor.wait(until: deadline) { state in
      state.broken || (state.lines.isEmpty && !state.writing) ? true : nil
    } ?? false
  }

  func close() { monitor.update { $0.closed = true } }

  private func work() {
    while true {
      let batch = monitor.wait { state -> [(bytes: [UInt8], places: Int)]? in
        if state.lines.isEmpty { return state.closed ? [] : nil }
        defer { state.lines = [] }
        state.writing = true
        return state.lines
      }
      guard let batch, !batch.isEmpty else { return }
      let works = isBroken ? false : write(Array(batch.map(\.bytes).joined()))
      let places = batch.reduce(0) { $0 + $1.places }
      let broke = monitor.update { state -> Bool in
        state.writing = false
        state.inFlight -= places
        defer { if !works { state.broken = true } }
        return !works && !state.broken
      }
      if broke { onBreak() }
    }
  }

  /// Writes all of `bytes`; false when the other end is closed.
  private func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      // Sound: the pointer lives as long as the closure, and `count` is the buffer's own.
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var poller = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&poller, 1, 1_000)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}
