/// The automaton as its searches read it: flat, small, nothing in it that a message would not look at.
///
/// Searches spend their time waiting for this memory, so that an arc takes eight bytes.
final class AutomatonTables: Sendable {
  /// A step from one state to another of the same pattern.
  struct Arc: BitwiseCopyable, Sendable {
    /// A symbol, or one of the negative labels of ``PatternAutomaton/Transition``.
    var label: Int32
    /// Counted from the first state of the pattern.
    var target: UInt16
    /// What the step demands and remembers: an index of `terms`.
    var terms: UInt16
  }

  /// What few steps have of their own.
  struct Terms: Hashable, BitwiseCopyable, Sendable {
    /// What the step is remembered under; ``PatternAutomaton/Transition/noSlot`` for none.
    var slot: Int32
    /// What must hold at the position before the step.
    var anchors: Anchors
  }

  struct State: BitwiseCopyable, Sendable {
    /// Where its arcs begin in `arcs`; they end where those of the next state begin.
    var firstArc: Int32
    /// The state of the same pattern that can do all that this one can and more; -1 for none.
    var widerGap: Int32
    /// Bit `m` is set if and only if the state accepts where the anchors with raw value `m` hold.
    var accepts: UInt8
    /// Whether the step out of the state must begin in the clause of the token before it (inside a gap).
    var staysInClause: Bool
  }

  /// Where what belongs to a pattern begins; it ends where that of the next pattern begins.
  struct Pattern: BitwiseCopyable, Sendable {
    var firstState: Int32
    var firstStart: Int32
    var firstExcluded: Int32
    var firstRequired: Int32
  }

  /// The arcs of all states, those of one state sorted by label.
  let arcs: PlainArray<Arc>
  let terms: PlainArray<Terms>
  /// With one more behind the last.
  let states: PlainArray<State>
  /// The first steps of all patterns. Those with a negative label take any token: a wildcard, or a gap behind an anchor.
  let starts: PlainArray<Arc>
  /// With one more behind the last.
  let patterns: PlainArray<Pattern>
  let ids: PlainArray<PatternID>
  /// The symbols that veto a match, and those without which there is none; by pattern.
  let excluded: PlainArray<Int32>
  let required: PlainArray<Int32>
  let needs: PatternNeeds
  /// The states of the largest pattern.
  let mostStates: Int
  /// One more than the greatest symbol that a pattern uses.
  let symbolCount: Int

  /// - Parameter builder: has built `patterns`, with fewer than 65,536 different slots.
  init(_ builder: AutomatonBuilder, patterns: [AutomatonPattern]) {
    var packing = TermsPacking()
    var arcs: [Arc] = []
    arcs.reserveCapacity(builder.transitions.count)
    var starts: [Arc] = []
    starts.reserveCapacity(builder.starts.count)
    var table: [Pattern] = []
    var (excluded, required): ([Int32], [Int32]) = ([], [])
    for (index, pattern) in patterns.enumerated() {
      let base = builder.stateStart[index]
      table.append(
        Pattern(
          firstState: base, firstStart: Int32(starts.count), firstExcluded: Int32(excluded.count),
          firstRequired: Int32(required.count)))
      for start in builder.starts[Int(builder.startIndex[index])..<Int(builder.startIndex[index + 1])] {
        starts.append(packing.arc(start, base: base))
      }
      let end = builder.states[Int(builder.stateStart[index + 1])].firstArc
      for transition in builder.transitions[Int(builder.states[Int(base)].firstArc)..<Int(end)] {
        arcs.append(packing.arc(transition, base: base))
      }
      excluded += pattern.excluded.map(\.raw)
      required += pattern.required.map(\.raw)
    }
    table.append(
      Pattern(
        firstState: Int32(builder.states.count - 1), firstStart: Int32(starts.count),
        firstExcluded: Int32(excluded.count), firstRequired: Int32(required.count)))
    let broken = Set(builder.errors.map(\.pattern))
    mostStates = zip(builder.stateStart, builder.stateStart.dropFirst()).map { Int($1 - $0) }.max() ?? 0
    symbolCount = Int(max((arcs + starts).map(\.label).max() ?? -1, (excluded + required).max() ?? -1)) + 1
    let uses = SymbolUses(
      symbolCount: symbolCount,
      labels: zip(table, table.dropFirst()).map { own, next in
        let states = (builder.states[Int(own.firstState)].firstArc, builder.states[Int(next.firstState)].firstArc)
        return starts[Int(own.firstStart)..<Int(next.firstStart)].map(\.label)
          + arcs[Int(states.0)..<Int(states.1)].map(\.label)
      })
    needs = PatternNeeds(patterns: patterns.map { broken.contains($0.id) ? nil : $0.node }, uses)
    self.arcs = PlainArray(arcs)
    self.starts = PlainArray(starts)
    self.terms = PlainArray(packing.terms)
    states = PlainArray(builder.states)
    self.patterns = PlainArray(table)
    ids = PlainArray(patterns.map(\.id))
    self.excluded = PlainArray(excluded)
    self.required = PlainArray(required)
  }

  private struct TermsPacking {
    private(set) var terms: [Terms] = []
    private var known: [Terms: UInt16] = [:]
    private var last: UInt16 = 0

    mutating func arc(_ transition: PatternAutomaton.Transition, base: Int32) -> Arc {
      let own = Terms(slot: transition.slot, anchors: transition.anchors)
      // Nearly all steps demand and remember nothing, as the one before.
      if terms.isEmpty || terms[Int(last)] != own { last = known[own] ?? UInt16(terms.count) }
      let index = last
      if Int(index) == terms.count {
        terms.append(own)
        known[own] = index
      }
      // A pattern has no more states than nodes, of which it has at most `PatternAutomaton.nodeLimit`.
      return Arc(label: transition.label, target: UInt16(transition.target - base), terms: index)
    }
  }

  /// The places in `arcs` of those that leave `state`.
  @inline(__always)
  func arcs(of state: Int32) -> Range<Int> {
    Int(states[Int(state)].firstArc)..<Int(states[Int(state) + 1].firstArc)
  }

  /// The places in `starts` of the first steps of `pattern`.
  func starts(of pattern: Int) -> Range<Int> {
    Int(patterns[pattern].firstStart)..<Int(patterns[pattern + 1].firstStart)
  }

  /// Those of `range`, the arcs of one state, that have `label`: they stand side by side.
  func arcs(in range: Range<Int>, on label: Int32) -> Range<Int> {
    let first = arcs.firstIndex(in: range) { $0.label < label }
    var end = first
    while end < range.upperBound, arcs[end].label == label { end += 1 }
    return first..<end
  }
}
