import CICU
import Synchronization

/// What ICU's word rules cut out of a message, before our own gluing.
struct Segment: Equatable, Sendable {
  /// What the first code point and ICU's rule say a segment is.
  enum Class: UInt8, Sendable {
    case space, lineEnd, ignorable, word, number, punctuation, symbol, emoji

    var isSeparator: Bool { self == .space || self == .lineEnd }
  }

  /// UTF-8 offsets in the message.
  var lower: Int
  var upper: Int
  var kind: Class
}

/// ICU's word break iterator for Spanish, behind a lock: one iterator serves all threads.
///
/// A message holds the lock for about a microsecond, so a pool of clones would gain nothing that can be measured.
final class WordBreaker: Sendable {
  private let iterator: Mutex<Iterator>

  init() throws(TextAnalysisError) {
    iterator = Mutex(try Iterator())
  }

  /// The segments of valid UTF-8, without gaps, in order. Cost: O(bytes).
  func segments(of bytes: [UInt8]) throws(TextAnalysisError) -> [Segment] {
    if bytes.isEmpty { return [] }
    return try iterator.withLock { (iterator) throws(TextAnalysisError) in try iterator.segments(of: bytes) }
  }
}

/// Owns one `mostrador_icu_breaker`.
///
/// `@safe`: the pointer is private, made in `init`, freed once in `deinit` (the type is not copyable), and ICU reads
/// through the text that it is pointed at only between the beginning and the end of the call that lends it.
@safe private struct Iterator: ~Copyable {
  private let breaker: OpaquePointer

  init() throws(TextAnalysisError) {
    var code: Int32 = 0
    // Safe: the literal is NUL-terminated, `code` outlives the call.
    guard let opened = unsafe mostrador_icu_open("es", &code) else {
      throw TextAnalysisError(call: "ubrk_open", code: code)
    }
    unsafe breaker = opened
  }

  deinit {
    // Safe: opened in `init`, closed only here.
    unsafe mostrador_icu_close(breaker)
  }

  mutating func segments(of bytes: [UInt8]) throws(TextAnalysisError) -> [Segment] {
    var result: [Segment] = []
    result.reserveCapacity(bytes.count / 3 + 4)
    var code: Int32 = 0
    // Safe: ICU reads `bytes` only between begin and end, both inside this closure; the batch buffer has room for the
    // count that is passed.
    unsafe bytes.withUnsafeBytes { raw in
      unsafe mostrador_icu_begin(
        breaker, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int64(raw.count), &code)
      guard code <= 0 else { return }
      unsafe withUnsafeTemporaryAllocation(of: mostrador_icu_segment.self, capacity: 128) { batch in
        var lower = 0
        while true {
          let count = unsafe mostrador_icu_next(breaker, batch.baseAddress, Int32(batch.count))
          if count == 0 { break }
          for index in 0..<Int(count) {
            let segment = unsafe batch[index]
            let upper = Int(segment.end)
            let kind = Segment.Class(rawValue: UInt8(truncatingIfNeeded: segment.class)) ?? .symbol
            result.append(Segment(lower: lower, upper: upper, kind: kind))
            lower = upper
          }
        }
      }
      unsafe mostrador_icu_end(breaker)
    }
    if code > 0 { throw TextAnalysisError(call: "ubrk_setUText", code: code) }
    return result
  }
}
