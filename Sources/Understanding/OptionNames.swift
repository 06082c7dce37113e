import Synchronization
import TextAnalysis

/// The labels and aliases of options as the picker needs them. A conversation offers the same few again and again, so what
/// was made of a text, and of a list of options, is kept.
final class OptionNames: Sendable {
  struct Name: Sendable {
    var folded: String
    /// Its words, folded, without punctuation.
    var bareWords: String
    /// The content words, cut to their stem.
    var stems: [String]
  }

  /// The names of a list of options.
  final class List: Sendable {
    /// The folded label, by option.
    let labels: [String]
    /// The stems of label and aliases, one option after the other.
    let stems: [(stem: String, option: Int)]

    init(_ options: [ExpectedOption], name: (String) -> Name) {
      labels = options.map { name($0.label).folded }
      stems = options.enumerated().flatMap { place, option in
        ([option.label] + option.aliases).flatMap { name($0).stems.map { (stem: $0, option: place) } }
      }
    }
  }

  /// A list as a key: its first and its last label tell it from most others.
  private struct Options: Hashable {
    var options: [ExpectedOption]

    func hash(into hasher: inout Hasher) {
      hasher.combine(options.first?.label)
      hasher.combine(options.last?.label)
    }
  }

  /// More texts or lists than these are not kept: they are other people's products.
  private static let most = 512

  private let known = Mutex<[String: Name]>([:])
  private let lists = Mutex<[Options: List]>([:])

  func list(_ options: [ExpectedOption], analyzer: TextAnalyzer) -> List {
    let key = Options(options: options)
    if let list = lists.withLock({ $0[key] }) { return list }
    let list = List(options) { name($0, analyzer: analyzer) }
    lists.withLock { lists in
      if lists.count >= Self.most { lists.removeAll(keepingCapacity: true) }
      lists[key] = list
    }
    return list
  }

  func name(_ text: String, analyzer: TextAnalyzer) -> Name {
    if let name = known.withLock({ $0[text] }) { return name }
    let analyzed = analyzer.analyze(text)
    let stems = analyzed.tokens.indices.compactMap { index -> String? in
      let kind = analyzed.tokens[index].kind
      guard kind == .word || kind == .number else { return nil }
      let folded = analyzed.folded(index)
      return FunctionWords.all.contains(folded) ? nil : OptionPicker.stem(folded)
    }
    let name = Name(
      folded: analyzer.fold(text), bareWords: UnderstandingModel.bareWords(of: analyzed), stems: stems)
    known.withLock { known in
      if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
      known[text] = name
    }
    return name
  }
}
