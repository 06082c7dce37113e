import Testing
import Understanding

@testable import Dialogue

/// What a word in `con` means: a slot, itself, or a mistake; and messages that nobody says.
@Suite("arguments and unused messages")
struct ArgumentTests {
  private func compiled(_ call: String) -> (content: DialogueContent, codes: [String]) {
    let yaml = """
      intents:
        x: {label: "X", slots: {producto: text}}
      messages:
        hola: ["Hola"]
        nadie: ["Nadie lo dice"]
      flows:
        uno:
          intents: [x]
          steps:
            a: {llama: buscar, con: {\(call)}, segun: {ok: b}}
            b: {di: hola}
            c: {fin: hecho}
      """
    let parsed = ContentLoader.parse([ContentSource(path: "Intents/a.yaml", text: yaml)])
    let action = ActionSignature(
      "buscar", inputs: ["para", "nota"], outcomes: ["ok"], outputs: ["vendedor"],
      words: ["para": ["vendedor", "todos"]])
    let compiled = DialogueContent.compile(files: parsed.files, actions: [action])
    return (compiled.content, compiled.diagnostics.map(\.code).filter { $0 != "missing_message" })
  }

  private func argument(_ name: String, of call: String) -> Argument? {
    if case .call(_, let arguments, _) = compiled(call).content.flows["uno"]?.steps[0].kind {
      arguments[name]
    } else {
      nil
    }
  }

  @Test(
    "words of an input are themselves, though a slot bears their name",
    arguments: [
      ("para: vendedor", "para", Argument.literal("vendedor")), ("nota: =vendedor", "nota", .literal("vendedor")),
      ("nota: producto", "nota", .slot("producto")), ("nota: otra cosa", "nota", .literal("otra cosa")),
      ("nota: vendedor", "nota", .slot("vendedor")),
    ])
  func means(call: String, name: String, expected: Argument) { #expect(argument(name, of: call) == expected) }

  @Test(
    "mistakes",
    arguments: [
      ("para: vendedor", ["unused_message"]), ("para: nadie", ["unknown_word", "unused_message"]),
      ("nota: vendedor", ["empty_argument", "unused_message"]), ("nota: =vendedor", ["unused_message"]),
      ("nota: producto", ["unused_message"]),
    ])
  func mistakes(call: String, expected: [String]) { #expect(compiled(call).codes.sorted() == expected) }
}
