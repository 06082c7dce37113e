import Automata

/// How many intents use a symbol: its rarity.
struct IntentCounts {
  /// By symbol; what stands behind the end has not been used.
  private var counts: [Int] = []
  /// By symbol: the last intent that was counted.
  private var lastIntent: [Int] = []

  subscript(symbol: SymbolID) -> Int {
    Int(symbol.raw) < counts.count ? counts[Int(symbol.raw)] : 0
  }

  /// Counts `intent` for each of the symbols, which may stand there more than once.
  mutating func add(_ symbols: [SymbolID], of intent: Int) {
    for symbol in symbols.lazy.map({ Int($0.raw) }) {
      makeRoom(for: symbol)
      guard lastIntent[symbol] != intent else { continue }
      lastIntent[symbol] = intent
      counts[symbol] += 1
    }
  }

  /// Counts once what no intent has used so far: phrases, which stand outside of them.
  mutating func addPhrase(_ symbols: [SymbolID]) {
    for symbol in symbols.lazy.map({ Int($0.raw) }) {
      makeRoom(for: symbol)
      if counts[symbol] == 0 { counts[symbol] = 1 }
    }
  }

  private mutating func makeRoom(for symbol: Int) {
    guard symbol >= counts.count else { return }
    counts += repeatElement(0, count: symbol + 1 - counts.count)
    lastIntent += repeatElement(-1, count: symbol + 1 - lastIntent.count)
  }
}
