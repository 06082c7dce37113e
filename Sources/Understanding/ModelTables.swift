import Automata
import Spanish

/// A compiled intent.
struct IntentTable: Sendable {
  struct Slot: Sendable {
    var name: String
    /// As declared: an entity kind, a list, or a kind that only wildcards fill.
    var kindName: String
    var kind: EntityKind
    /// The symbol of its list, if it is one.
    var list: SymbolID?
  }

  var id: String
  var slots: [Slot]
  /// Whether it is small talk or control, which gives way to a wish of the shop's domain.
  var isSmallTalk: Bool
  var isControl: Bool
  /// Whether it is either.
  var isSmall: Bool { isSmallTalk || isControl }
  /// Whether it stands for what the service does not do.
  var isForeign: Bool
  static let foreignID = "fuera_de_dominio"
  /// Verbs that its examples ask for and never report as done.
  var onlyRequested: Set<SymbolID> = []
  /// Which part of its examples asks, wishes or orders rather than tells.
  var askedShare = 0.0
  /// The kinds that its slots take, one bit each: ``EntityKind/bit``.
  var kinds: UInt64 = 0
  var examples: [(text: String, location: SourceLocation)]
  var counterexamples: [(text: String, location: SourceLocation)]
}

/// A compiled pattern: which intent it speaks for, and where it stands.
struct PatternTable: Sendable {
  var intent: Int
  var text: String
  var location: SourceLocation
  var priority: Int
  var fixed: [(name: String, value: String)]
  /// What must hold of the context besides.
  var demand: ContextDemand
  /// What must stand elsewhere in the message.
  var companion: SymbolID?
}

/// A pattern whose match becomes an edge: a choice of a list, a synonym of several words, or the companion of a pattern.
struct PhraseTable: Sendable {
  var symbol: SymbolID
  /// The choice's id; nil for what is no list.
  var choice: String?
  /// What it says of the context.
  var context: [String: HassilValue]
}

extension EntityKind {
  private static let bits = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, UInt64(1) << UInt64($0)) })

  /// A bit of its own, for sets of kinds.
  var bit: UInt64 { Self.bits[self] ?? 0 }
}
