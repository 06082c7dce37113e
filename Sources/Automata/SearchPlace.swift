/// Where a search waits, so that it need not be moved.
///
/// `@unchecked Sendable`: one thread at a time uses it, for the pool hands it to nobody else until it is given back.
final class SearchPlace: @unchecked Sendable {
  var search: MatchSearch

  init(_ tables: AutomatonTables) { search = MatchSearch(tables) }
}
