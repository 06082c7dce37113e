import Synchronization

/// Searches that wait for the next message; several may run at once, each with memory of its own.
final class SearchPool: Sendable {
  private let free = Mutex<[SearchPlace]>([])

  /// Nil if none waits.
  func take() -> SearchPlace? { free.withLock { $0.popLast() } }

  func give(_ place: SearchPlace) { free.withLock { $0.append(place) } }
}

/// Where a search waits, so that it need not be moved.
///
/// `@unchecked Sendable`: one thread at a time uses it, for the pool hands it to nobody else until it is given back.
final class SearchPlace: @unchecked Sendable {
  var search: MatchSearch

  init(_ tables: AutomatonTables) { search = MatchSearch(tables) }
}
