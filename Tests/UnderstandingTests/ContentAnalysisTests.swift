import Testing
import TextAnalysis

@testable import Understanding

/// What `check` proves of patterns: who never wins, who ties with whom and on what, how much there is.
@Suite struct ContentAnalysisTests {
  static func analysis(_ topics: String) throws -> ContentAnalysis {
    let (model, diagnostics) = try UnderstandingFixture.compile(topics: topics)
    guard let model else { throw UnderstandingFixture.Broken(diagnostics: diagnostics) }
    return ContentAnalysis(model)
  }

  @Test(
    "found",
    arguments: [
      // Two intents, one sentence; it is the shortest, and both places are named.
      (
        """
        intents:
          a.uno: {patterns: ["[quiero] ~cancelar [mi] ~pedido"]}
          a.dos: {patterns: ["~cancelar <cosa>"]}
        rules: {cosa: "[(el|mi)] (~pedido|~paquete)"}
        """, "tie", "«cancelar pedido» es tanto «a.uno» como «a.dos» (Intents/pedidos/pedidos.yaml:3:23)", 2
      ),
      // A word is a form of the other's lemma, by a synonym.
      (
        """
        intents:
          a.uno: {patterns: ["~pedido ~roto"]}
          a.dos: {patterns: ["orden rota [ya]"]}
        """, "tie", "«orden rota»", 2
      ),
      (
        """
        intents:
          a.uno: {patterns: ["~cancelar [mi] ~pedido"]}
          a.dos: {patterns: ["~cancelar ~pedido"]}
        """, "shadowed_pattern", "no gana nunca: «a.uno»", 3
      ),
      (
        """
        intents:
          a.uno: {patterns: ["~pedido ~roto"]}
          a.dos: {patterns: ["orden rota"]}
        """, "shadowed_pattern", "no gana nunca: «a.uno»", 3
      ),
      (
        """
        intents:
          a.uno: {patterns: ["~cancelar ~pedido"]}
          a.dos: {patterns: [{pattern: "(~cancelar;~pedido)", priority: 1}]}
        """, "shadowed_pattern", "no gana nunca: «a.dos»", 2
      ),
      (
        """
        intents:
          a.uno: {patterns: ["~cancelar [mi] ~pedido", "~cancelar mi ~pedido"]}
        """, "redundant_pattern", "2:23", 2
      ),
      ("intents: {a.uno: {patterns: ['~cancelar mi ~pedido !mi']}}", "never_matches", "!", 1),
    ])
  func finds(topics: String, code: String, text: String, line: Int) throws {
    let diagnostics = try Self.analysis(topics).diagnostics
    #expect(diagnostics.map(\.code) == [code])
    #expect(diagnostics.first?.message.contains(text) == true, "\(diagnostics)")
    #expect(diagnostics.first?.location.line == line)
  }

  @Test(
    "nothing to say",
    arguments: [
      // One covers more wherever both match.
      "intents:\n  a.uno: {patterns: ['~cancelar ~pedido']}\n  a.dos: {patterns: ['~cancelar']}",
      // The author has decided.
      "intents:\n  a.uno: {patterns: ['[quiero] ~cancelar']}\n"
        + "  a.dos: {patterns: [{pattern: '~cancelar [ya]', priority: 1}]}",
      // What one excludes the other needs.
      "intents:\n  a.uno: {patterns: ['~cancelar [ya] !mi']}\n  a.dos: {patterns: ['~cancelar [quiero] mi']}",
      // Other slots are another meaning.
      "intents:\n  a.uno:\n    slots: {campo: text}\n    patterns:\n"
        + "      - {pattern: '~cancelar [mi] ~pedido', slots: {campo: uno}}\n"
        + "      - {pattern: '~cancelar ~pedido', slots: {campo: dos}}",
      "intents:\n  a.uno: {patterns: ['^ ~cancelar']}\n  a.dos: {patterns: ['~pedido $']}",
    ])
  func isSilent(topics: String) throws {
    #expect(try Self.analysis(topics).diagnostics.map(\.description) == [])
  }

  @Test("sentences are counted by the forms of their words")
  func counts() throws {
    let topics = """
      intents:
        a.uno: {patterns: ["hola [buenas]", "(a;b;c)"]}
        a.dos: {patterns: ["~roto {0..9:n}"], slots: {n: number}}
      """
    // roto, rota, rotos, rotas, and what else the adjective has.
    let counts = try Self.analysis(topics).sentenceCounts
    #expect(counts.first?.count == 8)
    #expect(counts.last.map { $0.count >= 40 && $0.count.truncatingRemainder(dividingBy: 10) == 0 } == true)
  }

  @Test("a pattern that has too many states is an error with a hint")
  func budget() throws {
    let part = "(~cancelar ...20;~pedido ...20;~paquete ...20;~roto ...20;~persona ...20)"
    let analysis = try Self.analysis("intents: {a.uno: {patterns: ['\(part)']}}")
    #expect(analysis.mostStates?.count ?? 0 > ContentAnalysis.stateBudget)
    let diagnostic = try #require(analysis.diagnostics.first { $0.code == "too_many_states" })
    #expect(diagnostic.severity == .error && !diagnostic.hint.isEmpty)
  }
}
