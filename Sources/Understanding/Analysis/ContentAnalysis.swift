import Automata
import Spanish

/// What can be proved of the patterns from their automata, before any message comes: patterns that never match or never
/// win, sentences on which two intents tie, how many sentences an intent has, how large a pattern is.
package struct ContentAnalysis {
  /// The states that one pattern may have: each costs at most one step at a token.
  package static let stateBudget = 400

  package private(set) var diagnostics: [Diagnostic] = []
  /// In the order of the files; a sentence of two patterns of an intent counts twice.
  package private(set) var sentenceCounts: [(intent: String, count: Double)] = []
  /// The largest pattern.
  package private(set) var mostStates: (count: Int, location: SourceLocation)?

  private let model: UnderstandingModel
  private let shapes: [PatternShape?]
  private let tokens: TokenTable
  /// By pattern: those that can give it all that it needs.
  private let partners: [[Int]]
  private let overlap: PatternOverlap
  private let excluded: [Set<SymbolID>]

  package init(_ model: UnderstandingModel) {
    self.model = model
    shapes = model.automaton.patterns.map { PatternShape($0) }
    tokens = TokenTable(model)
    overlap = PatternOverlap(shapes, related: tokens.related) { model.weight(of: $0) }
    let overlap = self.overlap
    partners = shapes.indices.map { overlap.partners(of: $0) }
    excluded = model.automaton.patterns.map { Set($0.excluded) }
    checkSizes()
    countSentences()
    let shadowed = findShadowed()
    findTies(besides: shadowed)
    diagnostics.sort { $0.location < $1.location }
  }

  private mutating func checkSizes() {
    for (shape, pattern) in zip(shapes, model.patterns) {
      guard let shape else { continue }
      if shape.stateCount > mostStates?.count ?? 0 { mostStates = (shape.stateCount, pattern.location) }
      if shape.stateCount > Self.stateBudget {
        diagnostics.append(
          Diagnostic(
            "too_many_states", "este patrón ocupa \(shape.stateCount) estados; caben \(Self.stateBudget)",
            hint: "menos partes en cualquier orden, huecos más cortos, o dos patrones", at: pattern.location))
      }
      if !shape.canMatch {
        diagnostics.append(
          Diagnostic(
            "never_matches", "este patrón no puede casar: todos sus caminos pasan por algo que «!» excluye",
            hint: "quita la exclusión o la palabra", at: pattern.location))
      }
    }
  }

  private mutating func countSentences() {
    var counts = [Double](repeating: 0, count: model.intents.count)
    for (shape, pattern) in zip(shapes, model.patterns) {
      counts[pattern.intent] += shape?.sentenceCount { tokens.formCount[$0] ?? 1 } ?? 0
    }
    sentenceCounts = zip(model.intents, counts).map { ($0.id, $1) }
  }

  // MARK: shadows

  /// Patterns whose every sentence another matches as well, and wins: by its priority, or standing before it.
  private mutating func findShadowed() -> Set<Int> {
    var shadowed: Set<Int> = []
    // What one pattern needs, whatever it includes has.
    var containers = [[Int]](repeating: [], count: shapes.count)
    for (container, parts) in partners.enumerated() { for part in parts { containers[part].append(container) } }
    for index in shapes.indices {
      guard let shape = shapes[index] else { continue }
      let pattern = model.patterns[index]
      for other in containers[index] where other != index && !shadowed.contains(other) && wins(other, over: index) {
        guard let container = shapes[other], container.includes(shape, covers: covers) else { continue }
        let winner = model.patterns[other]
        shadowed.insert(index)
        if winner.intent == pattern.intent {
          diagnostics.append(
            Diagnostic(
              "redundant_pattern", "todo lo que casa este patrón lo casa ya el de \(winner.location)",
              hint: "sobra uno de los dos", at: pattern.location, severity: .warning))
        } else {
          diagnostics.append(
            Diagnostic(
              "shadowed_pattern",
              "este patrón no gana nunca: «\(model.intents[winner.intent].id)» casa lo mismo en \(winner.location)",
              hint: "hazlo más concreto, dale «priority» o quítalo", at: pattern.location))
        }
        break
      }
    }
    return shadowed
  }

  /// Whether `a`, on a sentence that both cover alike, comes before `b`.
  private func wins(_ a: Int, over b: Int) -> Bool {
    let (first, second) = (model.patterns[a], model.patterns[b])
    // Other slots are another meaning.
    if first.intent == second.intent {
      return a < b && first.priority == second.priority && first.fixed.elementsEqual(second.fixed, by: ==)
        && first.companion == second.companion
    }
    guard excluded[a].isSubset(of: excluded[b]), first.companion == nil || first.companion == second.companion else {
      return false
    }
    guard model.handicap(of: first.intent) == model.handicap(of: second.intent) else { return false }
    return first.priority != second.priority ? first.priority > second.priority : a < b
  }

  private func covers(_ a: SymbolID, _ b: SymbolID) -> Bool {
    model.weights[Int(a.raw)] <= model.weights[Int(b.raw)] && tokens.covers(a, b)
  }

  // MARK: ties

  /// Sentences on which only the order of the files decides between two intents, the shortest one of each pair.
  private mutating func findTies(besides shadowed: Set<Int>) {
    var reported: Set<[Int]> = []
    for a in shapes.indices where !shadowed.contains(a) {
      for b in partners[a] where b > a && !shadowed.contains(b) {
        let (first, second) = (model.patterns[a], model.patterns[b])
        guard first.intent != second.intent, first.priority == second.priority,
          !reported.contains([first.intent, second.intent].sorted()), sorted(partners[b], contains: a)
        else { continue }
        let handicap = model.handicap(of: first.intent) - model.handicap(of: second.intent)
        for tie in overlap.ties(a, b, handicap: handicap, most: 3) {
          let words = tie.map { tokens.sample($0.0, $0.1) }
          guard !words.contains(nil) else { continue }
          let sentence = words.compactMap { $0 }.joined(separator: " ")
          guard let (winner, loser) = model.tie(on: sentence) else { continue }
          let pair = [model.patterns[winner].intent, model.patterns[loser].intent]
          guard reported.insert(pair.sorted()).inserted else { break }
          report(winner, loser, sentence)
          break
        }
      }
    }
  }

  private func sorted(_ values: [Int], contains value: Int) -> Bool {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < values.count && values[low] == value
  }

  private mutating func report(_ winner: Int, _ loser: Int, _ sentence: String) {
    let (first, second) = (model.patterns[winner], model.patterns[loser])
    diagnostics.append(
      Diagnostic(
        "tie",
        "«\(sentence)» es tanto «\(model.intents[first.intent].id)» como «\(model.intents[second.intent].id)» (\(second.location)); decide el orden de los archivos",
        hint: "concreta uno de los dos patrones o dale «priority»", at: first.location, severity: .warning))
  }
}

extension UnderstandingModel {
  func weight(of symbol: SymbolID) -> Int { Int(weights[Int(symbol.raw)]) }

  /// The two best patterns if they speak for different intents and nothing but their place tells them apart.
  fileprivate func tie(on sentence: String) -> (winner: Int, loser: Int)? {
    let context = UnderstandingContext(recognition: RecognitionContext(now: Self.checkTime))
    let candidates = run(sentence, context: context).candidates.filter(\.isViable)
    guard let first = candidates.first,
      let second = candidates.dropFirst().first(where: { $0.intent != first.intent })
    else { return nil }
    var key = second.key
    key.pattern = first.key.pattern
    return key == first.key && first.overlaps(second) ? (first.pattern, second.pattern) : nil
  }
}
