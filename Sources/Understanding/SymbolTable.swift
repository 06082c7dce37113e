import Automata

/// Everything that an edge of the lattice can mean to a pattern, as small integers.
///
/// Only what some pattern uses has a symbol: a reading without one costs nothing downstream.
struct SymbolTable: Sendable {
  /// What a symbol stands for.
  enum Meaning: Hashable, Sendable {
    case word(String)
    case exact(String)
    case lemma(String)
    case kind(String)
    case list(String)
    case range(NumberRange)
    /// What a pattern asks for elsewhere in the message, as its author wrote it.
    case companion(String)
  }

  private(set) var meanings: [Meaning] = []

  /// What messages hold whatever they are about: function words, in any of their forms, products and orders.
  var common: Set<SymbolID> {
    Set(
      meanings.enumerated().compactMap { raw, meaning in
        let isCommon =
          switch meaning {
          case .word(let word): FunctionWords.all.contains(word)
          case .lemma(let lemma):
            FunctionWords.all.contains(lemma) || lemma == UnderstandingModel.wareLemma
              || lemma == UnderstandingModel.orderLemma
          default: false
          }
        return isCommon ? SymbolID(Int32(raw)) : nil
      })
  }
  private var indices: [Meaning: SymbolID] = [:]

  /// The symbol of `meaning`, made if it is new.
  mutating func intern(_ meaning: Meaning) -> SymbolID {
    if let known = indices[meaning] { return known }
    let symbol = SymbolID(Int32(meanings.count))
    meanings.append(meaning)
    indices[meaning] = symbol
    return symbol
  }

  func symbol(_ meaning: Meaning) -> SymbolID? { indices[meaning] }

  subscript(symbol: SymbolID) -> Meaning { meanings[Int(symbol.raw)] }

  /// As an author writes it.
  func name(of symbol: SymbolID) -> String {
    switch self[symbol] {
    case .word(let word): word
    case .exact(let word): "'\(word)'"
    case .lemma(let lemma): "~\(lemma)"
    case .kind(let kind): "{\(kind)}"
    case .list(let list): "{\(list)}"
    case .range(let range): "{\(range.description)}"
    case .companion(let text): "with \(text)"
    }
  }
}
