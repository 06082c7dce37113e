import Automata
import Spanish
import TextAnalysis

/// The symbols of a grammar: words as written, accents too, and lists as each block may use them.
struct HassilVocabulary {
  /// A symbol that stands for a list under a block's demands on the context.
  struct ListUse: Hashable {
    var list: Int
    /// The index in `demands`; -1 where the context cannot matter.
    var demand: Int
  }

  private(set) var symbolCount = 0
  /// By symbol: the letters that a literal word explains; 0 for a list.
  private(set) var letters: [Int] = []
  private var words: [String: SymbolID] = [:]
  private var uses: [ListUse: SymbolID] = [:]
  private(set) var listOfSymbol: [SymbolID: Int] = [:]
  /// By list: its symbols, with the demand that each stands under.
  private(set) var symbolsOfList: [Int: [(symbol: SymbolID, demand: Int)]] = [:]

  mutating func intern(word: String) -> SymbolID {
    if let known = words[word] { return known }
    let symbol = next(letters: word.unicodeScalars.count)
    words[word] = symbol
    return symbol
  }

  mutating func intern(_ use: ListUse) -> SymbolID {
    if let known = uses[use] { return known }
    let symbol = next(letters: 0)
    uses[use] = symbol
    listOfSymbol[symbol] = use.list
    symbolsOfList[use.list, default: []].append((symbol, use.demand))
    return symbol
  }

  private mutating func next(letters count: Int) -> SymbolID {
    symbolCount += 1
    letters.append(count)
    return SymbolID(Int32(symbolCount - 1))
  }

  /// The words by their folded form: how a token finds them.
  func spellings(fold: (String) -> String) -> (folded: [String], exact: [[(bytes: [UInt8], symbol: SymbolID)]]) {
    var folded: [String] = []
    var exact: [[(bytes: [UInt8], symbol: SymbolID)]] = []
    var index: [String: Int] = [:]
    for (word, symbol) in words.sorted(by: { $0.value < $1.value }) {
      let key = fold(word)
      if index[key] == nil {
        index[key] = folded.count
        folded.append(key)
        exact.append([])
      }
      exact[index[key] ?? 0].append((Array(word.utf8), symbol))
    }
    return (folded, exact)
  }
}

/// The values of all lists as sequences of words, shared from their beginnings.
struct HassilValueTrie: Sendable {
  struct Output: Sendable {
    var list: Int
    var value: Int
  }

  private struct Node: Sendable {
    var children: [SymbolID: Int32] = [:]
    var outputs: [Output] = []
  }

  private var nodes = [Node()]
  /// The root's children, by symbol: most words begin no value.
  private var first: [Int32] = []

  mutating func insert(_ words: [SymbolID], _ output: Output) {
    var node = 0
    for word in words {
      if let child = nodes[node].children[word] {
        node = Int(child)
      } else {
        nodes.append(Node())
        nodes[node].children[word] = Int32(nodes.count - 1)
        node = nodes.count - 1
      }
    }
    guard node > 0, !nodes[node].outputs.contains(where: { $0.list == output.list }) else { return }
    nodes[node].outputs.append(output)
  }

  /// After the last insertion.
  mutating func seal(symbolCount: Int) {
    first = Array(repeating: -1, count: symbolCount)
    for (symbol, child) in nodes[0].children { first[Int(symbol.raw)] = child }
  }

  func start(_ symbol: SymbolID) -> Int32 { Int(symbol.raw) < first.count ? first[Int(symbol.raw)] : -1 }
  func next(_ node: Int32, _ symbol: SymbolID) -> Int32 {
    nodes[Int(node)].children.isEmpty ? -1 : nodes[Int(node)].children[symbol] ?? -1
  }
  func outputs(_ node: Int32) -> [Output] { nodes[Int(node)].outputs }
}
