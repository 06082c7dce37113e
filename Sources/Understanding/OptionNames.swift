import Synchronization
import TextAnalysis

/// The labels and aliases of options as the picker needs them. A conversation offers the same few again and again, so what
/// was made of a text is kept.
final class OptionNames: Sendable {
  struct Name: Sendable {
    var folded: String
    /// Its words, folded, without punctuation.
    var bareWords: String
    /// The content words, cut to their stem.
    var stems: [String]
  }

  /// More texts than these are not kept: they are other people's products.
  private static let most = 512

  private let known = Mutex<[String: Name]>([:])

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
