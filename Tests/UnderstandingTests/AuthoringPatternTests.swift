import Testing

@testable import Understanding

@Suite("reading patterns")
struct AuthoringPatternTests {
  static let here = SourceLocation(file: "a.yaml", line: 3, column: 10)

  static let forms: [(String, PatternSyntax)] = [
    ("pedido", .word("pedido")), ("mi pedido", .sequence([.word("mi"), .word("pedido")])), ("nº", .word("nº")),
    ("'sí'", .exact("sí")), ("'sí quiero'", .sequence([.exact("sí"), .exact("quiero")])),
    ("~cancelar", .lemma("cancelar")), ("~(anular|cancelar)", .alternatives([.lemma("anular"), .lemma("cancelar")])),
    ("<mi_pedido>", .rule("mi_pedido")), ("<año>", .rule("año")),
    ("{pedido}", .slot(kind: "pedido", name: nil)),
    ("{order_number:pedido}", .slot(kind: "order_number", name: "pedido")),
    ("{0..100:n}", .range(0...100, slot: "n")), ("{-5..5}", .range(-5...5, slot: nil)),
    ("{*:texto}", .wildcard(slot: "texto")),
    ("(a|b)", .alternatives([.word("a"), .word("b")])), ("(a)", .word("a")), ("[a]", .optional(.word("a"))),
    ("[a|b c]", .optional(.alternatives([.word("a"), .sequence([.word("b"), .word("c")])]))),
    ("(a;b)", .permutation([.word("a"), .word("b")])), ("[a;b]", .optional(.permutation([.word("a"), .word("b")]))),
    ("((a|b);[c])", .permutation([.alternatives([.word("a"), .word("b")]), .optional(.word("c"))])),
    ("paus(a|e)", .alternatives([.word("pausa"), .word("pause")])),
    ("pedido[s]", .alternatives([.word("pedidos"), .word("pedido")])),
    ("niñ(o|a)[s]", .alternatives([.word("niños"), .word("niño"), .word("niñas"), .word("niña")])),
    ("[des]activar", .alternatives([.word("desactivar"), .word("activar")])),
    ("a|b", .alternatives([.word("a"), .word("b")])),
    ("a;b c", .permutation([.word("a"), .sequence([.word("b"), .word("c")])])),
    ("(a|b)(c|d)", .alternatives([.word("ac"), .word("ad"), .word("bc"), .word("bd")])),
    // White space inside a bracket ends a word.
    ("hola[ muy]", .sequence([.word("hola"), .optional(.word("muy"))])),
    ("[un ]{n}", .sequence([.optional(.word("un")), .slot(kind: "n", name: nil)])),
    (
      "{n}[%| por ciento]",
      .sequence([
        .slot(kind: "n", name: nil),
        .optional(.alternatives([.word("%"), .sequence([.word("por"), .word("ciento")])])),
      ])
    ),
    ("por[ ]cien", .alternatives([.sequence([.word("por"), .word("cien")]), .word("porcien")])),
    (
      "(no |des)activ[ad]o",
      .alternatives([
        .sequence([.word("no"), .word("activado")]), .sequence([.word("no"), .word("activo")]), .word("desactivado"),
        .word("desactivo"),
      ])
    ),
    (
      "(va|se encuentra)[n]",
      .alternatives([
        .word("van"), .word("va"), .sequence([.word("se"), .word("encuentran")]),
        .sequence([.word("se"), .word("encuentra")]),
      ])
    ),
    (
      "olv(i|í)da(lo| [la] orden)",
      .alternatives([
        .word("olvidalo"), .sequence([.word("olvida"), .optional(.word("la")), .word("orden")]), .word("olvídalo"),
        .sequence([.word("olvída"), .optional(.word("la")), .word("orden")]),
      ])
    ),
    (
      "[el |la ](uno|<dos>)",
      .sequence([
        .optional(.alternatives([.word("el"), .word("la")])), .alternatives([.word("uno"), .rule("dos")]),
      ])
    ),
    ("<a>[ b]", .sequence([.rule("a"), .optional(.word("b"))])),
    ("a ... b", .sequence([.word("a"), .gap(5), .word("b")])),
    ("a ...3 b", .sequence([.word("a"), .gap(3), .word("b")])),
    ("a… b", .sequence([.word("a"), .gap(5), .word("b")])),
    ("a [...2] b", .sequence([.word("a"), .optional(.gap(2)), .word("b")])),
    ("^a$", .sequence([.clauseStart, .word("a"), .clauseEnd])),
    ("a !no", .sequence([.word("a"), .exclude(.word("no"))])),
    ("a !(b|~c)", .sequence([.word("a"), .exclude(.alternatives([.word("b"), .lemma("c")]))])),
    ("a !~b", .sequence([.word("a"), .exclude(.lemma("b"))])),
    ("a !<r>", .sequence([.word("a"), .exclude(.rule("r"))])),
    ("pa' mí", .sequence([.word("pa'"), .word("mí")])), (#"a\|b"#, .word("a|b")), ("10.5", .word("10.5")),
    ("{*:a} por {*:b}", .sequence([.wildcard(slot: "a"), .word("por"), .wildcard(slot: "b")])),
    ("  a\tb ", .sequence([.word("a"), .word("b")])),
    (
      "[el] (~pedido|~compra)",
      .sequence([.optional(.word("el")), .alternatives([.lemma("pedido"), .lemma("compra")])])
    ),
  ]

  @Test("every form", arguments: forms)
  func reads(text: String, syntax: PatternSyntax) {
    let read = PatternParser.parse(text, at: Self.here)
    #expect(read.diagnostics.isEmpty)
    #expect(read.syntax == syntax)
  }

  /// The code and the offset in the text of every mistake.
  static let mistakes: [(String, [String])] = [
    ("", ["pattern_empty 0"]), ("   ", ["pattern_empty 0"]), ("(a|b", ["pattern_unbalanced 0"]),
    ("a [b", ["pattern_unbalanced 2"]), ("a) b", ["pattern_unbalanced 1"]), ("(a]", ["pattern_unbalanced 0"]),
    ("<mi", ["pattern_unbalanced 0"]), ("{mi", ["pattern_unbalanced 0"]), ("a > b", ["pattern_unbalanced 2"]),
    ("'sí", ["pattern_unbalanced 0"]), ("a|", ["pattern_empty_alternative 2"]),
    ("a|b;c", ["pattern_mixed_separators 0"]),
    ("(a|)", ["pattern_empty_alternative 3"]),
    ("(|a)", ["pattern_empty_alternative 1"]), ("x ()", ["pattern_empty_alternative 3"]),
    ("niñ(o|)", ["pattern_empty_alternative 6"]), ("(a|b;c)", ["pattern_mixed_separators 0"]),
    ("{*:a} {*:b}", ["pattern_adjacent_wildcards 6"]), ("{*:a} [y] {*:b}", ["pattern_adjacent_wildcards 10"]),
    ("{*:a} ... {*:b}", ["pattern_adjacent_wildcards 10"]), ("x {*:a} (y|{*:b})", ["pattern_adjacent_wildcards 8"]),
    ("({*:a};{*:b})", ["pattern_adjacent_wildcards 1", "pattern_adjacent_wildcards 7"]),
    ("{9..1:n}", ["pattern_bad_range 1"]), ("{1..x:n}", ["pattern_bad_range 1"]), ("{1..}", ["pattern_bad_range 1"]),
    ("{*}", ["pattern_bad_name 0"]), ("{a b}", ["pattern_bad_name 1"]), ("{}", ["pattern_bad_name 1"]),
    ("{k:}", ["pattern_bad_name 3"]), ("<mi pedido>", ["pattern_bad_name 1"]), ("a ...0 b", ["pattern_bad_gap 2"]),
    ("a ...99 b", ["pattern_bad_gap 2"]), ("~ a", ["pattern_bad_lemma 0"]), ("a !", ["pattern_bad_exclusion 2"]),
    ("a !{*:x}", ["pattern_bad_exclusion 2"]), ("a !(b c|d)", ["pattern_bad_exclusion 2"]),
    ("a [!b]", ["pattern_nested_exclusion 3"]), ("x pedido(s|<y>)", ["pattern_glued_groups 2"]),
    ("~cancel( ar|o)", ["pattern_glued_groups 1"]),
    ("''", ["pattern_bad_exact 0"]),
    ("(a;b;c;d;e;f;g)", ["pattern_permutation_too_large 0"]),
    ("a(1|2|3|4|5|6|7|8|9)(1|2|3|4|5|6|7|8|9)", ["pattern_too_many_words 0"]),
    ("(a|) {9..1:n} <x", ["pattern_empty_alternative 3", "pattern_bad_range 6", "pattern_unbalanced 14"]),
  ]

  @Test("every mistake, at its column, with a hint", arguments: mistakes)
  func reports(text: String, expected: [String]) {
    let read = PatternParser.parse(text, at: Self.here)
    #expect(read.syntax == nil)
    #expect(read.diagnostics.map { "\($0.code) \($0.location.column - 10)" } == expected)
    #expect(read.diagnostics.allSatisfy { $0.location.line == 3 && !$0.hint.isEmpty && $0.severity == .error })
  }

  @Test("punctuation is dropped with a warning")
  func punctuation() {
    let read = PatternParser.parse("¿dónde está, eh?", at: Self.here)
    #expect(read.syntax == .sequence([.word("dónde"), .word("está"), .word("eh")]))
    #expect(read.diagnostics.map(\.location.column) == [10, 21, 25])
    #expect(read.diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test("the second line of a pattern has its own columns")
  func lines() {
    let read = PatternParser.parse("a\n(b|)", at: Self.here)
    #expect(read.diagnostics.map(\.location) == [SourceLocation(file: "a.yaml", line: 4, column: 13)])
  }

  @Test("deep nesting is refused, not followed")
  func depth() {
    let text = String(repeating: "(", count: 100_000)
    #expect(PatternParser.parse(text, at: Self.here).diagnostics.contains { $0.code == "pattern_too_deep" })
  }

  @Test("any text is read without standing still")
  func noise() {
    var state: UInt64 = 7
    let signs = Array("()[]<>{}|;~!^$'.… a:*ñ0\\\n")
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(signs[Int(state >> 33) % signs.count])
      }
      let read = PatternParser.parse(text, at: Self.here)
      #expect((read.syntax == nil) == read.diagnostics.contains { $0.severity == .error }, "\(text)")
    }
  }
}
