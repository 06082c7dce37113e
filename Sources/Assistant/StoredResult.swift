import Foundation

/// What the inbox keeps of a turn, enough to answer a doubled message: its number and those of its events.
struct StoredResult: Equatable {
  var turn: Int
  /// The numbers of the turn's first and last event.
  var first: Int
  var last: Int

  init(turn: Int, first: Int, last: Int) {
    self.turn = turn
    self.first = first
    self.last = last
  }

  /// nil if `data` is not what `data` gave.
  init?(_ data: Data) {
    let numbers = String(decoding: data, as: UTF8.self).split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    self.init(turn: numbers[0], first: numbers[1], last: numbers[2])
  }

  var data: Data { Data("\(turn) \(first) \(last)".utf8) }
}
