/// One pattern as a graph of nodes with steps, which consume, and jumps, which do not.
struct PatternGraph {
  static let entry = 0
  static let exit = 1

  struct Node {
    /// Its newest step and jump; -1 for none.
    fileprivate var step: Int32 = -1
    fileprivate var jump: Int32 = -1
    /// Inside a gap: what follows must begin in the same clause.
    var staysInClause = false
    /// The node one token less deep in the same gap: whatever follows here follows there.
    var widerGap: Int?
  }

  struct Step: Hashable {
    var target: Int
    var label: Int32
    var slot: Int32
    var anchors: Anchors = []

    /// Whether only the anchors can differ.
    func leadsLike(_ other: Step) -> Bool { target == other.target && label == other.label && slot == other.slot }

    func arc(to state: Int32) -> PatternAutomaton.Transition {
      PatternAutomaton.Transition(label: label, slot: slot, target: state, anchors: anchors)
    }
  }

  struct Jump {
    var target: Int
    var anchors: Anchors
  }

  private(set) var nodes = [Node(), Node()]
  /// All steps and jumps, each with the next one of its node; -1 for none.
  private var steps: [(step: Step, next: Int32)] = []
  private var jumps: [(jump: Jump, next: Int32)] = []
  private(set) var error: AutomatonBuildError.Reason?

  /// Makes it the graph of nothing again; keeps its memory.
  mutating func clear() {
    nodes.removeAll(keepingCapacity: true)
    nodes += [Node(), Node()]
    steps.removeAll(keepingCapacity: true)
    jumps.removeAll(keepingCapacity: true)
    error = nil
  }

  func forEachStep(from node: Int, _ body: (Step) -> Void) {
    var next = nodes[node].step
    while next >= 0 {
      body(steps[Int(next)].step)
      next = steps[Int(next)].next
    }
  }

  func forEachJump(from node: Int, _ body: (Jump) -> Void) {
    var next = nodes[node].jump
    while next >= 0 {
      body(jumps[Int(next)].jump)
      next = jumps[Int(next)].next
    }
  }

  /// Adds `pattern` between two nodes. No part ever leads back to `from`, so parts may share both.
  mutating func add(_ pattern: PatternNode, from: Int, to: Int) {
    guard error == nil else { return }
    switch pattern {
    case .symbol(let symbol):
      step(from, to, label: symbol.raw)
    case .slot(let slot, let symbol):
      step(from, to, label: symbol.raw, slot: Int32(slot))
    case .sequence(let parts):
      var here = from
      for (index, part) in parts.enumerated() {
        let next = index == parts.count - 1 ? to : newNode()
        add(part, from: here, to: next)
        here = next
      }
      if parts.isEmpty { jump(from, to) }
    case .alternatives(let parts):
      for part in parts { add(part, from: from, to: to) }
    case .optional(let part):
      add(part, from: from, to: to)
      jump(from, to)
    case .permutation(let parts):
      addPermutation(parts, from: from, to: to)
    case .gap(let max):
      var here = from
      for _ in 0..<Swift.max(max, 0) {
        let next = newNode()
        guard error == nil else { return }
        nodes[next].staysInClause = true
        nodes[next].widerGap = here
        step(here, next, label: PatternAutomaton.Transition.gap)
        jump(next, to)
        here = next
      }
      jump(from, to)
    case .wildcard(let slot):
      addWildcard(slot: slot, from: from, to: to)
    case .clauseStart:
      jump(from, to, .clauseStart)
    case .clauseEnd:
      jump(from, to, .clauseEnd)
    case .graph(let fragment):
      add(fragment, from: from, to: to)
    }
  }

  private mutating func addWildcard(slot: Int, from: Int, to: Int) {
    let inside = newNode()
    guard error == nil else { return }
    step(from, inside, label: PatternAutomaton.Transition.wildcardBegin, slot: Int32(slot))
    step(inside, inside, label: PatternAutomaton.Transition.wildcardContinue, slot: Int32(slot))
    jump(inside, to)
  }

  private mutating func add(_ fragment: PatternFragment, from: Int, to: Int) {
    var nodes = [from, to]
    for _ in nodes.count..<fragment.nodeCount { nodes.append(newNode()) }
    guard error == nil else { return }
    for arc in fragment.arcs {
      let (here, there) = (nodes[arc.from], nodes[arc.to])
      switch arc.label {
      case .empty: jump(here, there)
      case .symbol(let symbol): step(here, there, label: symbol.raw)
      case .slot(let slot, let symbol): step(here, there, label: symbol.raw, slot: Int32(slot))
      case .wildcard(let slot): addWildcard(slot: slot, from: here, to: there)
      }
    }
  }

  /// One node per subset of the items that have been seen: 2ⁿ nodes and n·2ⁿ⁻¹ copies of items instead of n! sequences.
  private mutating func addPermutation(_ parts: [PatternNode], from: Int, to: Int) {
    guard parts.count <= PatternAutomaton.permutationLimit else {
      error = .permutationTooLarge(items: parts.count)
      return
    }
    guard !parts.isEmpty else { return jump(from, to) }
    let full = (1 << parts.count) - 1
    let seen = (0...full).map { $0 == 0 ? from : $0 == full ? to : newNode() }
    for subset in 0..<full {
      for item in parts.indices where subset & (1 << item) == 0 {
        add(parts[item], from: seen[subset], to: seen[subset | (1 << item)])
      }
    }
  }

  private mutating func newNode() -> Int {
    if nodes.count >= PatternAutomaton.nodeLimit {
      error = error ?? .tooLarge
      return Self.exit
    }
    nodes.append(Node())
    return nodes.count - 1
  }

  private mutating func step(_ from: Int, _ to: Int, label: Int32, slot: Int32 = PatternAutomaton.Transition.noSlot) {
    steps.append((Step(target: to, label: label, slot: slot), nodes[from].step))
    nodes[from].step = Int32(steps.count - 1)
  }

  private mutating func jump(_ from: Int, _ to: Int, _ anchors: Anchors = []) {
    jumps.append((Jump(target: to, anchors: anchors), nodes[from].jump))
    nodes[from].jump = Int32(jumps.count - 1)
  }

  /// Whether the pattern matches without consuming anything, or cannot match at all.
  var emptiness: AutomatonBuildError.Reason? {
    if reaches(byJumpsOnly: true) { return .matchesEmpty }
    return reaches(byJumpsOnly: false) ? nil : .neverMatches
  }

  private func reaches(byJumpsOnly: Bool) -> Bool {
    var seen = [Bool](repeating: false, count: nodes.count)
    var pending = [Self.entry]
    while let node = pending.popLast() {
      if node == Self.exit { return true }
      guard !seen[node] else { continue }
      seen[node] = true
      forEachJump(from: node) { pending.append($0.target) }
      if !byJumpsOnly { forEachStep(from: node) { pending.append($0.target) } }
    }
    return false
  }
}
