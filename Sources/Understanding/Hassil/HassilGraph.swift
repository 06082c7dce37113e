/// A template with its rules inlined, as a graph over pieces of words: `(no |in|des)activ[ad]` spells words across its
/// brackets, so they are found by walking, after which every arc is a whole word or a list.
///
/// The graph has no cycle: rules that use themselves are refused before.
struct HassilGraph {
  static let entry = 0
  static let exit = 1

  enum Label: Hashable {
    case empty
    case space
    case piece(String)
    /// The index of a list, and the name of the slot.
    case list(Int, slot: String?)
  }

  struct Arc: Hashable {
    var target: Int
    var label: Label
  }

  private(set) var arcs: [[Arc]] = [[], []]

  init(_ template: HassilTemplate) {
    add(template, from: Self.entry, to: Self.exit)
  }

  /// - Precondition: rules have been replaced and lists numbered, see `HassilLinker`.
  private mutating func add(_ template: HassilTemplate, from: Int, to: Int) {
    switch template {
    case .text(let text): arc(from, to, .piece(text))
    case .space: arc(from, to, .space)
    case .sequence(let parts):
      var here = from
      for (index, part) in parts.enumerated() {
        let next = index == parts.count - 1 ? to : addNode()
        add(part, from: here, to: next)
        here = next
      }
      if parts.isEmpty { arc(from, to, .empty) }
    case .alternatives(let parts):
      // A node of its own: a part may be empty, and `from` may be the middle of a word.
      for part in parts { add(part, from: from, to: to) }
    case .optional(let part):
      add(part, from: from, to: to)
      arc(from, to, .empty)
    case .permutation(let parts): addPermutation(parts, from: from, to: to)
    case .list(let name, let slot): arc(from, to, .list(Int(name) ?? 0, slot: slot))
    case .rule: preconditionFailure("rules are inlined before a graph is built")
    }
  }

  /// A node per subset of the parts seen, as in the automaton itself: 2ⁿ nodes, not n! sequences.
  private mutating func addPermutation(_ parts: [HassilTemplate], from: Int, to: Int) {
    let full = (1 << parts.count) - 1
    let seen = (0...full).map { $0 == 0 ? from : $0 == full ? to : addNode() }
    for subset in 0..<full {
      for item in parts.indices where subset & (1 << item) == 0 {
        add(.sequence([.space, parts[item], .space]), from: seen[subset], to: seen[subset | (1 << item)])
      }
    }
  }

  private mutating func addNode() -> Int {
    arcs.append([])
    return arcs.count - 1
  }

  private mutating func arc(_ from: Int, _ to: Int, _ label: Label) {
    arcs[from].append(Arc(target: to, label: label))
  }
}

/// Walks a graph of pieces and finds the words that it spells.
struct HassilWordWalk {
  /// A place between two words, or right behind a word that white space has not ended yet.
  struct Place: Hashable {
    var node: Int
    /// Behind a word: another piece would belong to it.
    var isGlued: Bool
  }

  enum Step: Hashable {
    case word(String, Place)
    case list(Int, slot: String?, Place)
  }

  let graph: HassilGraph

  /// The words and lists that can follow `place`, each once, and whether the template can end there.
  func steps(from place: Place) -> (steps: [Step], canEnd: Bool) {
    var steps: [Step] = []
    var known: Set<Step> = []
    var canEnd = false
    var seen: Set<Place> = []
    var pending = [place]
    while let here = pending.popLast() {
      guard seen.insert(here).inserted else { continue }
      if here.node == HassilGraph.exit { canEnd = true }
      for arc in graph.arcs[here.node] {
        switch arc.label {
        case .empty: pending.append(Place(node: arc.target, isGlued: here.isGlued))
        case .space: pending.append(Place(node: arc.target, isGlued: false))
        case .list(let list, let slot):
          let step = Step.list(list, slot: slot, Place(node: arc.target, isGlued: false))
          if known.insert(step).inserted { steps.append(step) }
        case .piece where here.isGlued: break
        case .piece(let piece):
          for step in words(beginningWith: piece, at: arc.target) where known.insert(step).inserted {
            steps.append(step)
          }
        }
      }
    }
    return (steps, canEnd)
  }

  /// Every word that continues `piece` at `node` up to where it can end.
  private func words(beginningWith piece: String, at node: Int) -> [Step] {
    struct Spelling: Hashable {
      var word: String
      var node: Int
    }
    var words: [Step] = []
    var seen: Set<Spelling> = []
    var pending = [Spelling(word: piece, node: node)]
    while let spelling = pending.popLast() {
      guard seen.insert(spelling).inserted else { continue }
      var ends = spelling.node == HassilGraph.exit
      // The pieces that follow without white space, through empty arcs.
      var passed: Set<Int> = []
      var nodes = [spelling.node]
      while let next = nodes.popLast() {
        guard passed.insert(next).inserted else { continue }
        if next == HassilGraph.exit { ends = true }
        for arc in graph.arcs[next] {
          switch arc.label {
          case .empty: nodes.append(arc.target)
          case .piece(let more): pending.append(Spelling(word: spelling.word + more, node: arc.target))
          case .space, .list: ends = true
          }
        }
      }
      if ends { words.append(.word(spelling.word, Place(node: spelling.node, isGlued: true))) }
    }
    return words
  }
}
