import Testing

@testable import Understanding

/// Authors' mistakes: found, placed, explained, all at once.
@Suite struct CompilerTests {
  @Test(
    "mistakes",
    arguments: [
      ("intents: {a.b: {patterns: ['<mi_pedio>']}}\nrules: {mi_pedido: 'mi ~pedido'}", "undefined_rule"),
      ("intents: {a.b: {patterns: ['~canselar']}}", "undefined_lemma"),
      ("intents: {a.b: {patterns: ['cancela {order_numbr:pedido}'], slots: {pedido: order_number}}}", "undefined_kind"),
      ("intents: {a.b: {patterns: ['cancela {pedio}'], slots: {pedido: order_number}}}", "undefined_slot"),
      ("intents: {a.b: {patterns: ['hola'], slots: {pedido: orden}}}", "undefined_kind"),
      ("rules: {uno: 'a <dos>', dos: 'b <uno>'}\nintents: {a.b: {patterns: ['<uno>']}}", "rule_cycle"),
      ("intents: {a.b: {patterns: ['[cancela]']}}", "matches_empty"),
      ("intents: {a.b: {patterns: ['hola'], ejemplos: []}}", "unknown_key"),
      ("intentos: {}", "unknown_key"),
    ])
  func finds(topics: String, code: String) throws {
    let (_, diagnostics) = try UnderstandingFixture.compile(topics: topics)
    #expect(diagnostics.contains { $0.code == code }, "\(diagnostics)")
  }

  @Test func namesTheNearest() throws {
    let (model, diagnostics) = try UnderstandingFixture.compile(
      topics: "rules: {mi_pedido: 'mi ~pedido'}\nintents: {a.b: {patterns: ['cancela <mi_pedio>']}}")
    #expect(model == nil)
    #expect(diagnostics.first { $0.code == "undefined_rule" }?.hint == "¿querías decir «mi_pedido»?")
    #expect(diagnostics.first { $0.code == "undefined_rule" }?.location.line == 2)
  }

  @Test func checkFindsLostExamples() throws {
    let (model, _) = try UnderstandingFixture.compile(
      topics: "intents: {a.b: {patterns: ['~cancelar'], examples: [hola], not: ['cancela']}}")
    #expect(model?.check().map(\.code) == ["example_lost", "counterexample_won"])
  }

  @Test(
    "no mistakes",
    arguments: [
      "intents: {a.b: {patterns: ['hola'], answer: faq.x}}\nmessages: {faq.x: {cualquier: cosa}}\nflows: {f: {}}",
      "rules: {sola: '(a|b) {pedido}'}",
      "intents: {a.b: {patterns: ['~cancelarme']}}",
    ])
  func accepts(topics: String) throws {
    let (_, diagnostics) = try UnderstandingFixture.compile(topics: topics)
    #expect(!diagnostics.contains { $0.severity == .error }, "\(diagnostics)")
  }
}
