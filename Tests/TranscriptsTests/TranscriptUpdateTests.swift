import Testing

@testable import Transcripts

@Suite("updates keep what they do not change")
struct TranscriptUpdateTests {
  private let source = """
    # comentario
    > hola
    < Hola.
    <| Segunda línea.
    <[ Sí | No ]
    # otro
    > adiós
    < Adiós.
    """

  @Test("lines are replaced with their continuations, added and deleted; the rest stays")
  func applies() {
    var update = TranscriptUpdate()
    update.replaced = [3: ["< Buenas."], 5: []]
    update.added = [8: ["<= cierre.adios"]]
    let (text, diff) = update.applied(to: source)
    #expect(
      text == """
        # comentario
        > hola
        < Buenas.
        # otro
        > adiós
        < Adiós.
        <= cierre.adios
        """)
    #expect(diff.contains("+ < Buenas.") && diff.contains("- <[ Sí | No ]"))
  }

  @Test("nothing to do is nothing done")
  func empty() {
    #expect(TranscriptUpdate().isEmpty)
    #expect(TranscriptUpdate().applied(to: source).text == source)
  }

  @Test("a line with a placeholder is not rewritten")
  func placeholders() {
    let lines = TranscriptFile.parse("> hola\n< {{*}} raro\n< Otra", path: "a.chat").file.steps
    var turn = TurnExpectations()
    turn.messages = [
      .init(template: "a", text: "Uno", options: [], optionsListed: false),
      .init(template: "b", text: "Dos", options: ["Sí"], optionsListed: false),
    ]
    turn.lines = [
      .init(entry: lines[1], messageAt: 0, holds: false), .init(entry: lines[2], messageAt: 1, holds: false),
    ]
    #expect(turn.update.replaced == [3: ["< Dos"]])
    #expect(turn.update.added == [3: ["<[ Sí ]"]])
  }
}
