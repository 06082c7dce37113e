import Testing

@testable import Transcripts

@Suite("transcript files")
struct TranscriptFileTests {
  @Test("every kind of line parses")
  func parses() {
    let text = """
      # comentario
      @reloj 2026-03-10T10:00:00
      @pedido 402-1111111-1111111 estado=pendiente
      @  linea A1 "Funda" 12,99 pendiente

      > hola
      >+ y otra cosa
      < Hola.
      <| Segunda línea.
      <|| Buenas.
      <= cierre.algo_mas pedido=1
      <[ Sí | No ]
      <...
      <-
      ? intent x >=0.8
      ?! servicio *
      ! reloj +31m
      -- punto aqui
      == rama "otra" desde aqui
      >[Sí]
      """
    let (file, errors) = TranscriptFile.parse(text, path: "a.chat")
    #expect(errors.isEmpty)
    #expect(file.header.map(\.key) == ["reloj", "pedido"])
    #expect(file.header.last?.continuation.count == 1)
    #expect(file.steps.count == 11)
    #expect(file.steps[2].kind == .text(["Hola.\nSegunda línea.", "Buenas."]))
    #expect(file.branches.map(\.title) == ["otra"])
  }

  @Test(
    "mistakes are found with their line, all of them",
    arguments: [
      ("hola", 1), ("> hola\n<| suelta", 2), ("@color rojo", 1), ("== rama \"x\" desde nada", 1), ("\n\n>[Sí", 3),
      ("== cosa", 1), ("@  suelta", 1),
    ])
  func fails(text: String, line: Int) {
    #expect(TranscriptFile.parse(text, path: "a.chat").errors.map(\.line) == [line])
  }

  @Test(
    "placeholders",
    arguments: [
      ("Hola", "Hola", true), ("Hola  a   todos", "Hola a todos", true), ("{{*}} fin", "el fin", true),
      ("va a {{re:j\\S+@x\\.es}}.", "va a jane@x.es.", true), ("{{n}}", "42", true), ("a.c", "a.c", true),
      ("hola", "Hola", false), ("sí", "si", false), ("{{re:\\d+}}", "x", false), ("{{n}}", "43", false),
      ("a.c", "abc", false),
    ])
  func placeholders(expected: String, actual: String, matches: Bool) {
    #expect((TranscriptPlaceholder.match(expected, actual, captures: ["n": "42"]) != nil) == matches)
  }

  @Test("a capture is kept")
  func captures() {
    #expect(TranscriptPlaceholder.match("tique {{t=re:t_\\d+}}", "tique t_7", captures: [:]) == ["t": "t_7"])
  }
}
