package import Assistant
import Foundation
import Glibc
import Storage
import Synchronization

/// How a process serves.
package struct ServiceOptions: Sendable {
  package var roles: Set<ServiceRole>
  package var workers: Int
  /// Of the program, for `server.discover`.
  package var version: String
  /// Whether SIGTERM and SIGINT stop the loop; off in tests, where the process is the test runner's.
  package var handlesSignals: Bool
  /// A line for the operator, without line end; goes to stderr.
  package var log: @Sendable (String) -> Void

  package init(
    roles: Set<ServiceRole> = [.customer, .agent], workers: Int = 4, version: String, handlesSignals: Bool = true,
    log: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.roles = roles
    self.workers = workers
    self.version = version
    self.handlesSignals = handlesSignals
    self.log = log
  }
}

/// JSON-RPC 2.0 over two file descriptors, one object a line, until the input ends or a signal comes.
///
/// The caller's thread reads and never writes; workers run the methods; one writer owns the output.
package final class ServiceLoop: Sendable {
  private let context: ServiceContext
  private let input: Int32
  private let output: Int32
  /// Requests that wait for a worker, and those of them that a client cancelled, by id.
  private let waiting = Mutex<[JSONValue: Bool]>([:])
  /// Tells requests without an order of their own apart.
  private let requestNumber = Atomic<Int>(0)

  package init(assistant: Assistant, options: ServiceOptions, input: Int32 = 0, output: Int32 = 1) {
    context = ServiceContext(assistant: assistant, options: options, statistics: ServiceStatistics())
    self.input = input
    self.output = output
  }

  /// Serves until the end.
  ///
  /// - Returns: the process's exit code: 0 when all that was accepted is answered, 1 when the client left or the
  ///   work did not end in time.
  package func run() -> Int32 {
    guard let wake = WakePipe() else {
      context.options.log("cannot make a pipe: errno \(errno)")
      return 1
    }
    StopSignals.ignoreBrokenPipes()
    if context.options.handlesSignals { StopSignals.install(writingTo: wake.writeEnd) }
    let writer = ReplyWriter(descriptor: output) { wake.wake() }
    let pool = WorkerPool(threads: context.options.workers)
    read(wake: wake, writer: writer, pool: pool)
    let deadline = Date() + ServiceLimits.drainSeconds
    let finished = pool.finish(by: deadline)
    let flushed = writer.flush(by: deadline)
    pool.close()
    writer.close()
    if writer.isBroken { context.options.log("the client closed the output; everything decided is stored") }
    if !finished { context.options.log("some requests did not end within \(Int(ServiceLimits.drainSeconds)) s") }
    return finished && flushed && !writer.isBroken ? 0 : 1
  }

  /// Reads lines and hands them out until the input ends, a signal comes or the client is gone.
  private func read(wake: WakePipe, writer: ReplyWriter, pool: WorkerPool) {
    var splitter = LineSplitter(limit: ServiceLimits.lineBytes)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var nextLook = ContinuousClock.now + .milliseconds(ServiceLimits.tickMilliseconds)
    while true {
      var pollers = [
        pollfd(fd: input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      guard unsafe poll(&pollers, 2, ServiceLimits.tickMilliseconds) >= 0 || errno == EINTR else { return }
      if wake.isAwake {
        announceDraining(writer)
        return
      }
      if ContinuousClock.now >= nextLook {
        lookAfterSilence(pool)
        nextLook = .now + .milliseconds(ServiceLimits.tickMilliseconds)
      }
      guard pollers[0].revents != 0 else { continue }
      // Sound: the pointer lives as long as the closure, and `count` is the buffer's own.
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      let lines = count > 0 ? splitter.feed(buffer[..<count]) : splitter.finish().map { [$0] } ?? []
      for line in lines {
        guard takePlace(wake: wake, writer: writer) else {
          announceDraining(writer)
          return
        }
        accept(line, writer: writer, pool: pool)
      }
      if count <= 0 { return }
    }
  }

  /// Reminds the customers who stopped writing, and lets their conversations fall asleep.
  private func lookAfterSilence(_ pool: WorkerPool) {
    pool.submit(key: "silence") { [context] in
      do throws(AssistantError) { _ = try context.assistant.tick() } catch {
        context.options.log("silence: \(error.message)")
      }
    }
  }

  private func announceDraining(_ writer: ReplyWriter) {
    guard !writer.isBroken else { return }
    context.options.log("stopping: finishing what was accepted")
    writer.announce(ProtocolReply.notification("server.draining"))
  }

  /// Waits until fewer than 256 requests are in flight; false when it is time to stop instead.
  private func takePlace(wake: WakePipe, writer: ReplyWriter) -> Bool {
    while !wake.isAwake {
      if writer.takePlace(by: Date() + 0.05) { return true }
    }
    return false
  }

  /// Answers a line or gives it to a worker; its place is taken already.
  private func accept(_ line: LineSplitter.Line, writer: ReplyWriter, pool: WorkerPool) {
    guard case .text(let bytes) = line else {
      writer.answer(ProtocolReply.failure(.lineTooLong, id: .null))
      return
    }
    switch ProtocolLine.read(bytes) {
    case .refused(let id, let error): writer.answer(ProtocolReply.failure(error, id: id))
    case .request(let request):
      if request.method == "$/cancel" {
        cancel(request, writer: writer)
        return
      }
      guard let method = ServiceMethod.all[request.method] else {
        reply(.failure(.unknownMethod(request.method)), to: request, writer: writer)
        return
      }
      guard !method.roles.isDisjoint(with: context.options.roles) else {
        reply(.failure(.notAllowed(request.method)), to: request, writer: writer)
        return
      }
      dispatch(request, method, writer: writer, pool: pool)
    }
  }

  private func dispatch(
    _ request: ProtocolRequest, _ method: ServiceMethod, writer: ReplyWriter, pool: WorkerPool
  ) {
    let key: String
    switch method.order {
    case .by(let name): key = "\(name):\(request.parameters[name]?.string ?? "")"
    case .free, .before: key = "request:\(requestNumber.add(1, ordering: .relaxed).newValue)"
    case .alone:
      key = "alone"
      pool.finish()
    }
    if let id = request.id { waiting.withLock { $0[id] = false } }
    pool.submit(key: key) { [self] in
      let cancelled = request.id.map { id in waiting.withLock { $0.removeValue(forKey: id) } == true } ?? false
      let outcome: Result<JSONValue, AssistantError>
      if cancelled {
        outcome = .failure(.cancelled)
      } else {
        do throws(AssistantError) {
          outcome = .success(try method.run(context, request.parameters))
        } catch {
          outcome = .failure(error)
        }
      }
      reply(outcome, to: request, writer: writer)
    }
    switch method.order {
    case .alone, .before: pool.finish(key: key)
    case .by, .free: break
    }
  }

  private func reply(_ outcome: Result<JSONValue, AssistantError>, to request: ProtocolRequest, writer: ReplyWriter) {
    if case .failure(let error) = outcome, error.code == 1010 || error.code == -32603 {
      context.options.log("\(request.method): \(error.code) \(error.message)")
    }
    guard let id = request.id else { return writer.leavePlace() }
    switch outcome {
    case .success(let result): writer.answer(ProtocolReply.result(result, id: id))
    case .failure(let error): writer.answer(ProtocolReply.failure(error, id: id))
    }
  }

  /// Marks a request that has not started yet; one that runs, or is done, goes on as if nothing had been asked.
  private func cancel(_ request: ProtocolRequest, writer: ReplyWriter) {
    if let id = request.parameters["id"] {
      waiting.withLock { if $0[id] != nil { $0[id] = true } }
    }
    guard request.id == nil else {
      return reply(.failure(.invalidRequest("$/cancel es una notificación: sin id")), to: request, writer: writer)
    }
    writer.leavePlace()
  }
}
