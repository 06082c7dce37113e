import Assistant
import Foundation
import Testing

@testable import Transcripts

/// A replay that lets anything pass is worth nothing: each of these must fail, and the sound one must not.
@Suite("replay is strict")
struct TranscriptReplayTests {
  private static let header = """
    @reloj   2026-03-10T10:00:00
    @cliente cli_001 nivel=autenticado nombre="Jessica" correo=jessica@example.com
    @pedido  402-1111111-1111111 vendedor=amazon estado=pendiente hecho=2026-03-10T08:30
    @  linea A1 "Funda de móvil" 12,99 pendiente

    > cancela el pedido 402-1111111-1111111
    <= cancelar.confirmar
    <[ Sí, cancélalo | No ]

    """

  private func failures(_ body: String) throws -> [TranscriptFailure] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let content = try #require(try Content.load(directory: root.appendingPathComponent("Intents").path).content)
    let (file, errors) = TranscriptFile.parse(TranscriptReplayTests.header + body, path: "a.chat")
    #expect(errors.isEmpty)
    return TranscriptReplay(content: content).run(file)
  }

  private static let sound = """
    >[Sí, cancélalo]
    <= cancelar.hecho
    <= cierre.algo_mas
    ? servicio cancelar(lineas=[A1]) -> ok x1
    ? correo cancelacion_confirmada a jessica@example.com
    """

  @Test("a sound file passes in all passes")
  func passes() throws { #expect(try failures(TranscriptReplayTests.sound).isEmpty) }

  @Test(
    "what is not mentioned, and what is wrong",
    arguments: [
      ("<= cierre.algo_mas\n", ""),
      ("? servicio cancelar(lineas=[A1]) -> ok x1", ""),
      ("? correo cancelacion_confirmada a jessica@example.com", ""),
      ("lineas=[A1]", "lineas=[A2]"),
      ("x1", "x2"),
      ("jessica@", "otra@"),
      ("<= cancelar.hecho", "<= cancelar.confirmar"),
      ("? correo", "?! correo"),
      ("? correo", "? inventada"),
    ])
  func fails(replaced: String, by: String) throws {
    #expect(try !failures(TranscriptReplayTests.sound.replacingOccurrences(of: replaced, with: by)).isEmpty)
  }
}
