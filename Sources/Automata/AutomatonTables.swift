/// The automaton as its searches read it: flat, small, nothing in it that a message would not look at.
///
/// Searches spend their time waiting for this memory, so that an arc takes eight bytes.
final class AutomatonTables: Sendable {
  /// A step from one state to another of the same pattern.
  struct Arc: Equatable, BitwiseCopyable, Sendable {
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
    var slot = PatternAutomaton.Transition.noSlot
    /// What must hold at the position before the step.
    var anchors: Anchors = []

    /// The index of those of nearly all steps, which demand and remember nothing.
    static var plain: UInt16 { 0 }
  }

  struct State: BitwiseCopyable, Sendable {
    /// The symbols of its arcs.
    var filter = SymbolFilter.none
    /// Where those of its arcs that have a symbol stand in `arcs`. States that go on alike share them: all of a gap do.
    var firstArc: Int32
    var arcEnd: Int32
    /// Where its other arcs begin in `freeArcs`; they end where those of the next state begin.
    var firstFreeArc: Int32
    /// The state of the same pattern that can do all that this one can and more, counted from the first; ``none`` for none.
    var widerGap = none
    /// Bit `m` is set if and only if the state accepts where the anchors with raw value `m` hold.
    var accepts: UInt8 = 0
    /// Whether the step out of the state must begin in the clause of the token before it (inside a gap).
    var staysInClause = false

    static var none: UInt16 { .max }
  }

  /// Where what belongs to a pattern begins; it ends where that of the next pattern begins.
  struct Pattern: BitwiseCopyable, Sendable {
    var firstState: Int32
    var firstExcluded: Int32
    var firstRequired: Int32
  }

  /// The arcs with a symbol, those of one state sorted by it.
  let arcs: PlainArray<Arc>
  /// The arcs of gaps and wildcards.
  let freeArcs: PlainArray<Arc>
  let terms: PlainArray<Terms>
  /// The states of a pattern stand side by side; the last one is where it begins. With one more behind the last of all.
  let states: PlainArray<State>
  /// With one more behind the last.
  let patterns: PlainArray<Pattern>
  let ids: PlainArray<PatternID>
  /// The symbols that veto a match, and those without which there is none; by pattern.
  let excluded: PlainArray<Int32>
  let required: PlainArray<Int32>
  let needs: PatternNeeds
  /// The states of the largest pattern.
  let mostStates: Int

  /// - Parameter builder: has built `patterns`, with fewer than 65,536 different slots.
  init(_ builder: AutomatonBuilder, patterns: [AutomatonPattern], common: Set<SymbolID>) {
    var packing = TermsPacking()
    var arcs = SharedArcs()
    var freeArcs: [Arc] = []
    var states: [State] = []
    states.reserveCapacity(builder.states.count + patterns.count)
    var table: [Pattern] = []
    var (excluded, required): ([Int32], [Int32]) = ([], [])
    var own: [Arc] = []
    func add(_ transitions: ArraySlice<PatternAutomaton.Transition>, base: Int32) {
      let firstFreeArc = Int32(freeArcs.count)
      own.removeAll(keepingCapacity: true)
      var filter = SymbolFilter.none
      for transition in transitions {
        let arc = packing.arc(transition, base: base)
        if arc.label < 0 {
          freeArcs.append(arc)
        } else {
          own.append(arc)
          filter |= SymbolFilter.bit(of: arc.label)
        }
      }
      let place = arcs.place(of: own)
      states.append(
        State(
          filter: filter, firstArc: Int32(place.lowerBound), arcEnd: Int32(place.upperBound), firstFreeArc: firstFreeArc
        ))
    }
    for (index, pattern) in patterns.enumerated() {
      let base = builder.stateStart[index]
      table.append(
        Pattern(
          firstState: Int32(states.count), firstExcluded: Int32(excluded.count), firstRequired: Int32(required.count)))
      for state in Int(base)..<Int(builder.stateStart[index + 1]) {
        add(builder.transitions(of: state), base: base)
        let built = builder.states[state]
        if built.widerGap >= 0 { states[states.count - 1].widerGap = UInt16(built.widerGap - base) }
        states[states.count - 1].accepts = built.accepts
        states[states.count - 1].staysInClause = built.staysInClause
      }
      add(builder.starts(of: index), base: base)
      excluded += pattern.excluded.map(\.raw)
      required += pattern.required.map(\.raw)
    }
    table.append(
      Pattern(
        firstState: Int32(states.count), firstExcluded: Int32(excluded.count), firstRequired: Int32(required.count)))
    states.append(State(firstArc: 0, arcEnd: 0, firstFreeArc: Int32(freeArcs.count)))
    let broken = Set(builder.errors.map(\.pattern))
    mostStates = zip(builder.stateStart, builder.stateStart.dropFirst()).map { Int($1 - $0) }.max() ?? 0
    let greatest = [arcs.arcs.map(\.label).max(), excluded.max(), required.max()]
    let symbolCount = Int(greatest.compactMap { $0 }.max() ?? -1) + 1
    needs = PatternNeeds(
      patterns: patterns.map { broken.contains($0.id) ? nil : $0.node },
      SymbolUses(builder, symbolCount: symbolCount, common: common), symbolCount: symbolCount)
    self.arcs = PlainArray(arcs.arcs)
    self.freeArcs = PlainArray(freeArcs)
    self.terms = PlainArray(packing.terms)
    self.states = PlainArray(states)
    self.patterns = PlainArray(table)
    ids = PlainArray(patterns.map(\.id))
    self.excluded = PlainArray(excluded)
    self.required = PlainArray(required)
  }

  private struct TermsPacking {
    private(set) var terms = [Terms()]
    private var known = [Terms(): Terms.plain]
    private var last = Terms.plain

    mutating func arc(_ transition: PatternAutomaton.Transition, base: Int32) -> Arc {
      let own = Terms(slot: transition.slot, anchors: transition.anchors)
      // Mostly as the one before.
      if terms[Int(last)] != own { last = known[own] ?? UInt16(terms.count) }
      if Int(last) == terms.count {
        terms.append(own)
        known[own] = last
      }
      // A pattern has no more states than nodes, of which it has at most `PatternAutomaton.nodeLimit`.
      return Arc(label: transition.label, target: UInt16(transition.target - base), terms: last)
    }
  }

  /// Lists of arcs, those that are alike in one place.
  private struct SharedArcs {
    private(set) var arcs: [Arc] = []
    /// By the hash of the list.
    private var known: [UInt64: Range<Int>] = [:]

    mutating func place(of list: [Arc]) -> Range<Int> {
      var hash = UInt64(list.count)
      for arc in list {
        let bits = UInt64(UInt32(bitPattern: arc.label)) << 32 | UInt64(arc.target) << 16 | UInt64(arc.terms)
        hash = (hash ^ bits) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      if let place = known[hash], place.count == list.count, zip(arcs[place], list).allSatisfy({ $0 == $1 }) {
        return place
      }
      let place = arcs.count..<arcs.count + list.count
      arcs += list
      known[hash] = place
      return place
    }
  }

  /// The places in `freeArcs` of those that leave `state` with any token.
  @inline(__always)
  func freeArcs(of state: Int) -> Range<Int> {
    Int(states[state].firstFreeArc)..<Int(states[state + 1].firstFreeArc)
  }

  /// Where `pattern` begins.
  @inline(__always)
  func startState(of pattern: Int) -> Int { Int(patterns[pattern + 1].firstState) - 1 }

  /// The symbols with which a state can be left, each once.
  func labels(of state: Int) -> [Int32] {
    (Int(states[state].firstArc)..<Int(states[state].arcEnd)).map { arcs[$0].label }.sortedUnique()
  }
}

/// Sets of symbols in one word, for a first look: what is not among them is not in the set, other symbols may be.
enum SymbolFilter {
  static var none: UInt64 { 0 }

  @inline(__always)
  static func bit(of symbol: Int32) -> UInt64 { 1 << UInt64(UInt32(bitPattern: symbol) & 63) }
}
