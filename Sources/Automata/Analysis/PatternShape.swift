/// One pattern as an automaton of its own: what `check` analyses, without running any message.
///
/// State 0 is the start. Arcs on symbols that the pattern excludes are gone, and so is what leads nowhere.
package struct PatternShape: Sendable {
  package struct Arc: Hashable, Sendable {
    /// A symbol, or a negative label of ``PatternAutomaton/Transition``.
    var label: Int32
    var isCaptured: Bool
    var anchors: Anchors
    var target: Int
  }

  let arcs: [[Arc]]
  /// Bit `m` is set if and only if the state accepts where the anchors with raw value `m` hold.
  let accepts: [UInt8]
  /// Sets of symbols of each of which every match consumes one.
  let needs: [[Int32]]
  /// The states of the pattern as it was compiled; each is at most one thread at a token, so this bounds its cost.
  package let stateCount: Int
  /// Whether a message exists that the pattern matches: false when every way through it takes a symbol that it excludes.
  package let canMatch: Bool

  /// Nil if the pattern does not compile; ``PatternAutomaton/errors`` says why.
  package init?(_ pattern: AutomatonPattern) {
    let builder = AutomatonBuilder(patterns: [pattern])
    guard builder.errors.isEmpty else { return nil }
    stateCount = builder.states.count - 1
    let excluded = Set(pattern.excluded.map(\.raw))
    func arc(_ transition: PatternAutomaton.Transition) -> Arc? {
      guard !excluded.contains(transition.label) else { return nil }
      return Arc(
        label: transition.label, isCaptured: transition.slot >= 0, anchors: transition.anchors,
        target: Int(transition.target) + 1)
    }
    let all =
      [builder.starts.compactMap(arc)]
      + (0..<stateCount).map { state in
        builder.transitions(of: state).compactMap(arc)
      }
    let accepting = [0] + builder.states.dropLast().map(\.accepts)
    let useful = Self.leadingToAcceptance(all, accepting)
    arcs = all.map { $0.filter { useful[$0.target] } }
    accepts = accepting
    needs = WaySurvey.sets(of: pattern.node)
    canMatch = useful[0]
  }

  private static func leadingToAcceptance(_ arcs: [[Arc]], _ accepts: [UInt8]) -> [Bool] {
    var useful = accepts.map { $0 != 0 }
    var changed = true
    while changed {
      changed = false
      for state in arcs.indices.reversed() where !useful[state] {
        if arcs[state].contains(where: { useful[$0.target] }) {
          useful[state] = true
          changed = true
        }
      }
    }
    return useful
  }

  /// The symbols that the pattern can consume.
  var alphabet: Set<Int32> { Set(arcs.joined().map(\.label).filter { $0 >= 0 }) }

  /// Whether the state accepts at the end of a sentence that consists of the match alone.
  func acceptsAtEnd(_ state: Int) -> Bool { accepts[state] & (1 << Anchors.clauseEnd.rawValue) != 0 }

  /// Whether an arc can be taken in a sentence of one clause that consists of the match alone.
  func isOpen(_ arc: Arc, atStart: Bool) -> Bool {
    arc.anchors.isEmpty || atStart && arc.anchors == .clauseStart
  }
}

extension PatternShape {
  /// How many different sequences of symbols the pattern matches, each symbol counted as often as `forms` says; a gap
  /// counts once for every length, a wildcard once. Nothing is enumerated: equal continuations are counted together.
  ///
  /// - Complexity: O(sets of states); beyond a limit ambiguous ways through the pattern count twice.
  package func sentenceCount(forms: (SymbolID) -> Double) -> Double {
    var known: [Set<Int>: Double] = [:]
    return count(from: [0], &known, forms)
  }

  private static let setLimit = 500

  private func count(
    from states: Set<Int>, _ known: inout [Set<Int>: Double], _ forms: (SymbolID) -> Double
  ) -> Double {
    if let count = known[states] { return count }
    var targets: [Int32: Set<Int>] = [:]
    for state in states {
      // A wildcard's further tokens are the same sentence.
      for arc in arcs[state] where arc.label != PatternAutomaton.Transition.wildcardContinue {
        targets[arc.label, default: []].insert(arc.target)
      }
    }
    var total = states.contains { accepts[$0] != 0 } ? 1.0 : 0
    for (label, next) in targets.sorted(by: { $0.key < $1.key }) {
      let factor = label >= 0 ? forms(SymbolID(label)) : 1
      if known.count < Self.setLimit {
        total += factor * count(from: next, &known, forms)
      } else {
        for state in next.sorted() { total += factor * count(from: [state], &known, forms) }
      }
    }
    known[states] = total
    return total
  }

  /// The shortest sequence of symbols that matches without gaps and wildcards; nil if there is none.
  package var shortestSentence: [SymbolID]? {
    var previous: [Int: (state: Int, label: Int32)] = [:]
    var layer = [0]
    var seen: Set<Int> = [0]
    while !layer.isEmpty {
      var next: [Int] = []
      for state in layer {
        if state != 0, acceptsAtEnd(state) {
          var symbols: [SymbolID] = []
          var here = state
          while let step = previous[here] {
            symbols.append(SymbolID(step.label))
            here = step.state
          }
          return symbols.reversed()
        }
        for arc in arcs[state]
        where arc.label >= 0 && isOpen(arc, atStart: state == 0) && seen.insert(arc.target).inserted {
          previous[arc.target] = (state, arc.label)
          next.append(arc.target)
        }
      }
      layer = next
    }
    return nil
  }
}
