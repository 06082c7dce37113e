import Foundation
import Testing

@testable import Storage

@Suite("JSON texts")
struct JSONValueTests {
  @Test(
    "read and written",
    arguments: [
      ("null", "null"), (" [ 1 , -0.50e+3, true ]\r\n", "[1,-0.50e+3,true]"),
      (#"{"b":1,"a":{"z":[],"á":{}}}"#, #"{"a":{"z":[],"á":{}},"b":1}"#),
      (#""a\/\b\f\n\r\t\"\\é""#, #""a/\u0008\u000c\n\r\t\"\\é""#), (#""\ud83d\udce6""#, "\"📦\""),
      ("\"a\u{2028}b\u{2029}c\u{85}d\u{7f}\"", #""a\u2028b\u2029c\u0085d\u007f""#),
      ("9223372036854775808", "9223372036854775808"), ("1.10", "1.10"), ("\"\\u0000\"", #""\u0000""#),
      (
        #""¿Dónde está mañana el pedido nº 402-1111111-1111111?""#,
        #""¿Dónde está mañana el pedido nº 402-1111111-1111111?""#
      ),
    ])
  func roundTrip(text: String, written: String) throws {
    let value = try JSONValue.parse(text)
    #expect(value.text == written)
    #expect(try JSONValue.parse(value.text) == value)
  }

  @Test(
    "refused, with the offset",
    arguments: [
      ("", JSONParseError.Reason.unexpectedEnd, 0), ("  ", .unexpectedEnd, 2), ("{", .unexpectedEnd, 1),
      ("\"abc", .unexpectedEnd, 4), ("[1,]", .unexpectedByte, 3), ("[1 2]", .unexpectedByte, 3),
      ("{\"a\":1,}", .unexpectedByte, 7), ("{a:1}", .unexpectedByte, 1), ("{\"a\" 1}", .unexpectedByte, 5),
      ("'a'", .unexpectedByte, 0), ("NaN", .unexpectedByte, 0), ("tru", .unexpectedByte, 0),
      ("// x\n1", .unexpectedByte, 0), ("\u{FEFF}1", .unexpectedByte, 0), ("1 2", .trailingBytes, 2),
      ("nullx", .trailingBytes, 4), ("01", .invalidNumber, 0), ("-", .invalidNumber, 0), ("1.", .invalidNumber, 0),
      ("1e", .invalidNumber, 0), ("+1", .unexpectedByte, 0), (".5", .unexpectedByte, 0),
      ("{\"a\":1,\"a\":2}", .duplicateKey, 7), ("{\"a\":1,\"\\u0061\":2}", .duplicateKey, 7),
      (#""\ud800""#, .loneSurrogate, 1), (#""\ud800\u0041""#, .loneSurrogate, 1), (#""\udc00""#, .loneSurrogate, 1),
      (#""\x""#, .invalidEscape, 1), (#""\u12g4""#, .invalidEscape, 5), ("\"a\nb\"", .controlCharacter, 2),
      ("\"a\u{0}b\"", .controlCharacter, 2),
    ])
  func refused(text: String, reason: JSONParseError.Reason, offset: Int) {
    #expect(throws: JSONParseError(reason, at: offset)) { try JSONValue.parse(text) }
  }

  @Test(
    "invalid UTF-8",
    arguments: [[0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xC0, 0x80, 0x22]])
  func invalidUTF8(bytes: [UInt8]) {
    #expect(throws: JSONParseError(.invalidUTF8, at: 0)) { try JSONValue.parse(bytes) }
  }

  @Test("64 levels are read, 65 are not")
  func depth() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(try JSONValue.parse(nested(64)).text == nested(64))
    #expect(throws: JSONParseError(.tooDeep, at: 64)) { try JSONValue.parse(nested(65)) }
    #expect(throws: JSONParseError(.tooDeep, at: 64)) { try JSONValue.parse(String(repeating: "[", count: 1_000_000)) }
  }

  @Test("numbers that are built", arguments: [(0.0, "0"), (4.5, "4.5"), (-2.0, "-2"), (0.1, "0.1")])
  func numbers(value: Double, text: String) { #expect(JSONValue.number(value).text == text) }

  @Test("inside other coded values")
  func coded() throws {
    let event = ConversationEvent(
      seq: 1, at: Date(timeIntervalSince1970: 0), kind: "bot.message", turn: 1,
      body: ["text": "Sí", "n": 2, "list": [true, .null, "9.50"], "empty": [:]])
    let data = try JSONEncoder().encode(event)
    #expect(try JSONDecoder().decode(ConversationEvent.self, from: data) == event)
  }
}
