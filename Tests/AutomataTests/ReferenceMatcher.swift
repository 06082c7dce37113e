import Automata

/// The slow, obvious matcher that judges the automaton: it walks the pattern's tree and tries everything.
struct ReferenceMatcher {
  var lattice: Lattice

  /// What a path through a pattern has used up so far. All paths are kept.
  struct Path: Hashable {
    var start: Int?
    var position: Int
    /// The clause that the next step must begin in: the last one was a gap's.
    var boundTo: Int32?
    var weight = 0
    var gapTokens = 0
    var repairs = 0
    var wildcardTokens = 0

    /// Smaller is better.
    var key: [Int] { [-weight, gapTokens, repairs, -wildcardTokens, -(start ?? 0)] }
  }

  /// The best path to every last token, overlaps removed, by first token.
  func matches(_ pattern: AutomatonPattern) -> [Path] {
    let all = (0..<lattice.tokenCount).flatMap { start in
      walk(pattern.node, [Path(start: nil, position: start)]).filter {
        $0.start == start && avoids(pattern.excluded, $0)
      }
    }
    var best: [Path] = []
    for end in 1..<lattice.tokenCount + 1 {
      let winner = all.filter { $0.position == end }.min { $0.key.lexicographicallyPrecedes($1.key) }
      if let winner, holds(pattern.required, winner) { best.append(winner) }
    }
    best.sort { a, b in
      let (first, second) = (Array(a.key.dropLast()), Array(b.key.dropLast()))
      return first == second ? (a.start ?? 0) < (b.start ?? 0) : first.lexicographicallyPrecedes(second)
    }
    var chosen: [Path] = []
    for path in best {
      let overlaps = chosen.contains { ($0.start ?? 0) < path.position && (path.start ?? 0) < $0.position }
      if !overlaps { chosen.append(path) }
    }
    return chosen.sorted { ($0.start ?? 0) < ($1.start ?? 0) }
  }

  private func avoids(_ excluded: [SymbolID], _ path: Path) -> Bool { !excluded.contains { stands($0, in: path) } }

  private func holds(_ required: [SymbolID], _ path: Path) -> Bool { required.allSatisfy { stands($0, in: path) } }

  /// Whether `symbol` stands in a clause that `path` touches.
  private func stands(_ symbol: SymbolID, in path: Path) -> Bool {
    let clauses = lattice.tokens[path.start ?? 0].clause...lattice.tokens[path.position - 1].clause
    return lattice.edges.contains { $0.symbol == symbol && clauses.contains(lattice.tokens[$0.from].clause) }
  }

  private func solid(from position: Int) -> Int? {
    (position..<lattice.tokenCount).first { !lattice.tokens[$0].isSkippable }
  }

  private func walk(_ node: PatternNode, _ paths: Set<Path>) -> Set<Path> {
    switch node {
    case .symbol(let symbol), .slot(_, let symbol):
      return Set(paths.flatMap { take(symbol, $0) })
    case .sequence(let parts):
      return parts.reduce(paths) { walk($1, $0) }
    case .alternatives(let parts):
      return parts.reduce(into: []) { $0.formUnion(walk($1, paths)) }
    case .optional(let part):
      return paths.union(walk(part, paths))
    case .permutation(let parts):
      if parts.isEmpty { return paths }
      return parts.indices.reduce(into: []) { result, index in
        var rest = parts
        rest.remove(at: index)
        result.formUnion(walk(.permutation(rest), walk(parts[index], paths)))
      }
    case .gap(let max):
      var all = paths
      var here = paths
      for _ in 0..<max {
        here = Set(here.compactMap { any($0, isGap: true, inClause: $0.start != nil) })
        all.formUnion(here)
      }
      return all
    case .wildcard:
      var all: Set<Path> = []
      var here = Set(paths.compactMap { any($0, isGap: false, inClause: false) })
      while !here.isEmpty {
        all.formUnion(here)
        here = Set(here.compactMap { any($0, isGap: false, inClause: true) })
      }
      return all
    case .clauseStart:
      return paths.filter { path in
        let before = (0..<path.position).last { !lattice.tokens[$0].isSkippable }
        guard let before else { return true }
        return solid(from: path.position).map { lattice.tokens[$0].clause != lattice.tokens[before].clause } ?? false
      }
    case .clauseEnd:
      return paths.filter { path in
        guard let after = solid(from: path.position) else { return true }
        let before = (0..<path.position).last { !lattice.tokens[$0].isSkippable }
        return before.map { lattice.tokens[$0].clause != lattice.tokens[after].clause } ?? false
      }
    case .graph(let fragment):
      return walk(fragment, from: PatternFragment.entry, paths)
    }
  }

  private func walk(_ fragment: PatternFragment, from node: Int, _ paths: Set<Path>) -> Set<Path> {
    if node == PatternFragment.exit || paths.isEmpty { return paths }
    return fragment.arcs.filter { $0.from == node }.reduce(into: []) { result, arc in
      let next: Set<Path> =
        switch arc.label {
        case .empty: paths
        case .symbol(let symbol), .slot(_, let symbol): walk(.symbol(symbol), paths)
        case .wildcard(let slot): walk(.wildcard(slot: slot), paths)
        }
      result.formUnion(walk(fragment, from: arc.to, next))
    }
  }

  private func take(_ symbol: SymbolID, _ path: Path) -> [Path] {
    lattice.edges.compactMap { edge in
      guard edge.symbol == symbol, edge.from >= path.position else { return nil }
      guard lattice.tokens[path.position..<edge.from].allSatisfy(\.isSkippable) else { return nil }
      if path.start == nil && edge.from != path.position { return nil }
      if let bound = path.boundTo, lattice.tokens[edge.from].clause != bound { return nil }
      var next = path
      next.start = path.start ?? edge.from
      next.position = edge.to
      next.boundTo = nil
      next.weight += Int(edge.weight)
      next.repairs += Int(edge.cost)
      return next
    }
  }

  private func any(_ path: Path, isGap: Bool, inClause: Bool) -> Path? {
    guard let token = solid(from: path.position) else { return nil }
    if path.start == nil && token != path.position { return nil }
    let clause = lattice.tokens[token].clause
    if inClause && lattice.tokens[path.position - 1].clause != clause { return nil }
    if let bound = path.boundTo, bound != clause { return nil }
    var next = path
    next.start = path.start ?? token
    next.position = token + 1
    next.boundTo = isGap ? clause : nil
    if isGap { next.gapTokens += 1 } else { next.wildcardTokens += 1 }
    return next
  }
}
