import Automata
import TextAnalysis

/// The authors' sample sentences by intent, and the rows that stand for them among the patterns.
struct SampleTables: Sendable {
  /// By intent that has samples: the row of the patterns that a win by them names.
  private(set) var rows: [Int: Int] = [:]
  /// These rows, in order; they stand behind all others.
  private(set) var patterns: [PatternTable] = []
  /// By intent, what counts as said: its examples, then its samples. Empty for an intent without samples.
  private(set) var sentences: [[String]]
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter patternCount: how many rows there are before these.
  init(_ declared: [ContentDeclarations.Samples], intents: [IntentTable], patternCount: Int) {
    let places = Dictionary(intents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    sentences = intents.map { _ in [] }
    // By the hash of what was said.
    var owners = [UInt64: Int](minimumCapacity: declared.reduce(0) { $0 + $1.sentences.count })
    for samples in declared {
      guard let intent = places[samples.intent] else {
        diagnostics.append(
          Diagnostic(
            "undefined_intent", "la intención «\(samples.intent)» no existe",
            hint: Suggestion.hint(for: samples.intent, among: places.keys), at: samples.location))
        continue
      }
      if rows[intent] == nil {
        rows[intent] = patternCount + patterns.count
        sentences[intent] = intents[intent].examples.map(\.text)
        patterns.append(
          PatternTable(
            intent: intent, text: "frases", location: samples.location, priority: 0, fixed: [], demand: ContextDemand())
        )
      }
      if rows.count == FeatureTable.mostIntents + 1 {
        diagnostics.append(
          Diagnostic(
            "too_many_sampled_intents", "hay frases de más de \(FeatureTable.mostIntents) intenciones",
            hint: "deja sin frases las que sus patrones entienden solos", at: samples.location))
      }
      for sentence in samples.sentences {
        let owner = owners.updateValue(intent, forKey: Self.hashInSmallLetters(sentence.text)) ?? intent
        if owner != intent {
          diagnostics.append(
            Diagnostic(
              "sample_twice", "«\(sentence.text)» está también en «\(intents[owner].id)»",
              hint: "déjala en la intención que quiere decir", at: sentence.location, severity: .warning))
        }
        sentences[intent].append(sentence.text)
      }
    }
  }

  /// A hash that capitals make no difference to, those with Spanish accents included.
  private static func hashInSmallLetters(_ text: String) -> UInt64 {
    var hash = FNV1a.basis
    var last: UInt8 = 0
    let bytes = text.utf8.span
    for index in bytes.indices {
      let byte = bytes[index]
      let isCapital = byte &- 0x41 < 26 || last == 0xC3 && byte &- 0x80 < 0x1F
      hash = FNV1a.adding(isCapital ? byte | 0x20 : byte, to: hash)
      last = byte
    }
    return hash
  }
}
