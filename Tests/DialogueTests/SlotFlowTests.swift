import Testing
import Understanding

@testable import Dialogue

/// Slots across links: what the linked flow fills, and what every linker has filled.
@Suite("slots through links")
struct SlotFlowTests {
  private func codes(_ flows: String) -> [String] {
    let yaml = """
      messages:
        pregunta: ["¿?"]
        hola: ["Hola {quien}"]
      flows:
      \(flows.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
      """
    let parsed = ContentLoader.parse([ContentSource(path: "Intents/a.yaml", text: yaml)])
    return DialogueContent.compile(files: parsed.files, actions: []).diagnostics.map(\.code)
      .filter { $0 != "missing_message" && $0 != "unused_message" }
  }

  private static let asks = "saber:\n  steps:\n    a: {pide: quien, pregunta: pregunta}\n"

  @Test("a linked flow fills for the one that links it")
  func fills() {
    #expect(
      codes(SlotFlowTests.asks + "uno:\n  intents: [x]\n  steps:\n    a: {enlaza: saber}\n    b: {di: hola}").isEmpty)
  }

  @Test("a linked flow that may end without filling does not")
  func mayNot() {
    let maybe =
      "saber:\n  steps:\n    a: {segun: quien, casos: {vacio: c, otro: c}}\n    c: {fin: hecho}\n"
    #expect(
      codes(maybe + "uno:\n  intents: [x]\n  steps:\n    a: {enlaza: saber}\n    b: {di: hola}") == ["unfilled_slot"])
  }

  @Test("a linked flow may use what every linker has filled, not what only one has")
  func entry() {
    let greets = "saluda:\n  steps:\n    a: {di: hola}\n"
    let knows = "uno:\n  intents: [x]\n  steps:\n    a: {pide: quien, pregunta: pregunta}\n    b: {enlaza: saluda}\n"
    let not = "dos:\n  intents: [y]\n  steps:\n    a: {enlaza: saluda}\n"
    #expect(codes(greets + knows).isEmpty)
    #expect(codes(greets + knows + not) == ["unfilled_slot"])
  }

  @Test("a flow that nobody starts is reported")
  func unused() { #expect(codes(SlotFlowTests.asks) == ["unused_flow"]) }
}
