package import TextAnalysis

/// Whether a message points back at what was last spoken of: «cancélalo», «ese», «el mismo».
package enum BackReference {
  private static let words: Set<String> = [
    "ese", "esa", "eso", "este", "esta", "esto", "mismo", "misma", "lo", "aquel", "aquello",
  ]

  /// «¿Dónde esta la lámpara?» points at nothing: «está» without its accent.
  private static func isVerb(at index: Int, in text: AnalyzedText) -> Bool {
    if text.original(text.tokens[index].range).contains("á") { return true }
    guard index > 0 else { return false }
    return ["donde", "adonde", "como", "ya", "no", "que", "si", "cuando", "aun", "cual"].contains(
      text.folded(index - 1))
  }

  /// Cost: O(tokens). Only enclitics on words of six letters and more count, so that «solo» or «malo» do not.
  package static func isIn(_ text: AnalyzedText) -> Bool {
    text.tokens.indices.contains { index in
      guard text.tokens[index].kind == .word else { return false }
      let word = text.folded(index)
      if word == "esta", isVerb(at: index, in: text) { return false }
      return words.contains(word) || (word.utf8.count >= 7 && (word.hasSuffix("lo") || word.hasSuffix("melo")))
    }
  }
}
