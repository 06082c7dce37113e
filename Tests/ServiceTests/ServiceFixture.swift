import Assistant
import Foundation
import Glibc
import Storage
import Testing

@testable import Service

/// A service loop over two pipes, in this process, with the project's own content and the demonstration shop.
final class ServiceFixture: Sendable {
  let assistant: Assistant
  private let input: Int32
  private let output: Int32
  private let ended: Monitor<Int32?>

  init(
    roles: Set<ServiceRole> = [.customer, .agent], workers: Int = 4, store: Store? = nil
  ) throws {
    let now = try #require(Date(rfc3339: "2026-03-10T10:00:00+01:00"))
    assistant = try ServiceFixture.assistant(store: store ?? Store(path: ":memory:"), now: now)
    var toService: [Int32] = [0, 0]
    var fromService: [Int32] = [0, 0]
    #expect(unsafe pipe(&toService) == 0)
    #expect(unsafe pipe(&fromService) == 0)
    input = toService[1]
    output = fromService[0]
    let options = ServiceOptions(roles: roles, workers: workers, version: "0", handlesSignals: false)
    let loop = ServiceLoop(assistant: assistant, options: options, input: toService[0], output: fromService[1])
    let ended = Monitor<Int32?>(nil)
    self.ended = ended
    let ends = (toService[0], fromService[1])
    Thread.detachNewThread {
      let code = loop.run()
      close(ends.0)
      close(ends.1)
      ended.update { $0 = code }
    }
  }

  /// Sends bytes as they are.
  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(input, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  func send(_ line: String) { send(Array((line + "\n").utf8)) }

  func closeInput() { close(input) }
  func closeOutput() { close(output) }

  /// The exit code, once the loop is over.
  func exitCode() -> Int32 { ended.wait(until: Date() + 15) { $0 } ?? -1 }

  /// Everything that the service writes, up to its end.
  func lines() throws -> [JSONValue] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(output, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return try bytes.split(separator: 0x0A).map { try JSONValue.parse(Array($0)) }
  }

  /// The next line: for a caller that waits for each answer.
  func line() throws -> JSONValue {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while unsafe read(output, &byte, 1) == 1, byte != 0x0A { bytes.append(byte) }
    return try JSONValue.parse(bytes)
  }

  /// Sends all lines, ends the input, and gives the answers in the order in which they came.
  func exchange(_ requests: [String]) throws -> [JSONValue] {
    Thread.detachNewThread { [self] in
      for request in requests { send(request) }
      closeInput()
    }
    let replies = try lines()
    #expect(exitCode() == 0)
    closeOutput()
    return replies
  }
}

extension [JSONValue] {
  /// The reply with a request's id.
  func reply(_ id: JSONValue) throws -> JSONValue { try #require(first { $0["id"] == id }) }
}

/// One request as a line.
func request(_ id: Int, _ method: String, _ parameters: JSONValue = [:]) -> String {
  let value: JSONValue = ["jsonrpc": "2.0", "id": .number(id), "method": .string(method), "params": parameters]
  return value.text
}
