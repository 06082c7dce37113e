package import TextAnalysis

/// Whether a message points back at what was last spoken of: «cancélalo», «ese», «el mismo».
package enum BackReference {
  private static let words: Set<String> = [
    "ese", "esa", "eso", "este", "esta", "esto", "mismo", "misma", "lo", "aquel", "aquello",
  ]

  /// Cost: O(tokens). Only enclitics on words of six letters and more count, so that «solo» or «malo» do not.
  package static func isIn(_ text: AnalyzedText) -> Bool {
    text.tokens.indices.contains { index in
      guard text.tokens[index].kind == .word else { return false }
      let word = text.folded(index)
      return words.contains(word) || (word.utf8.count >= 7 && (word.hasSuffix("lo") || word.hasSuffix("melo")))
    }
  }
}
