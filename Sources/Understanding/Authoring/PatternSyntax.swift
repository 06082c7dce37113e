/// A pattern as its author wrote it: strings, nothing resolved yet.
package enum PatternSyntax: Hashable, Sendable {
  /// `pedido`: this word, accents and case aside.
  case word(String)
  /// `'sí'`: this word exactly as typed.
  case exact(String)
  /// `~cancelar`: any form of the lemma.
  case lemma(String)
  /// `<mi_pedido>`: a shared rule.
  case rule(String)
  /// `{kind:slot}`, and `{slot}` with a nil name: then `kind` is the slot's name, and its intent knows the kind.
  indirect case slot(kind: String, name: String?)
  /// `{0..100:slot}`: a number in digits or words.
  indirect case range(ClosedRange<Int>, slot: String?)
  /// `{*:slot}`: one or more words of any kind.
  case wildcard(slot: String)
  case sequence([PatternSyntax])
  /// `(a|b)`.
  case alternatives([PatternSyntax])
  /// `[a]`.
  indirect case optional(PatternSyntax)
  /// `(a;b)`: all of them in any order.
  case permutation([PatternSyntax])
  /// `...` (up to 5 tokens) and `...3`.
  case gap(Int)
  /// `!x`, `!(a|b)`, `!~lemma`: vetoes the match when it stands in the same clause.
  indirect case exclude(PatternSyntax)
  /// `^`
  case clauseStart
  /// `$`
  case clauseEnd
}
