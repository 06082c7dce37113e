import Testing
import TextAnalysis

@testable import Understanding

/// A small grammar of our own that has every form of the format.
struct HassilFixture {
  static let grammar = """
    {
      "language": "es",
      "intents": {
        "Encender": {"data": [
          {"sentences": ["<enciende> [el|la] {name}"], "requires_context": {"domain": ["luz", "enchufe"]},
           "metadata": {"combo": "nombre"}},
          {"sentences": ["<enciende> (la luz|las luces) [<aqui>]"], "slots": {"clase": "luz"},
           "requires_context": {"area": {"slot": true}}, "metadata": {"combo": "aquí"}},
          {"sentences": ["<enciende> todo"], "excludes_context": {"modo": ["noche"]}, "metadata": {"combo": "todo"}},
          {"sentences": ["pon[er] <grados>"], "expansion_rules": {"grados": "{temperatura} [grado[s]|°]"}},
          {"sentences": ["marca {paso}"], "lists": {"paso": {"range": {"from": 0, "to": 1000, "step": 100}}}}
        ]},
        "Volumen": {"data": [
          {"sentences": ["baja el volumen [un ]{bajar:paso}[%| por[ ]ciento]"]},
          {"sentences": ["(volumen;{nivel};{area})"]}
        ]},
        "Apuntar": {"data": [
          {"sentences": ["apunt(a|á) {cosa} (en|a) [mi|la] lista"]},
          {"sentences": ["apunt(a|á) {cosa} [por favor]"], "metadata": {"combo": "suelta"}}
        ]},
        "Estado": {"data": [
          {"sentences": ["está (no |des)activ[ad]o", "olv(i|í)da(lo| la [última] orden)"]},
          {"sentences": ["(haz|di) {cosa}"], "required_keywords": ["clave", "llave"]},
          {"sentences": ["cierra\\\\[0\\\\] ya"]}
        ]}
      },
      "lists": {
        "temperatura": {"range": {"from": 0, "to": 40, "fractions": "halves"}},
        "bajar": {"range": {"from": 0, "to": 100, "multiplier": -1}},
        "nivel": {"values": [{"in": "(máxim(o|a)|a tope)", "out": 100}, {"in": "medio", "out": 50}, "tal cual"]},
        "cosa": {"wildcard": true}
      },
      "expansion_rules": {"enciende": "enc[i]end(e|er|é)|prend(e|é)", "aqui": "aquí|en esta <habitacion>",
        "habitacion": "habitación|pieza"},
      "skip_words": ["por favor", "puedes"]
    }
    """

  let analyzer: TextAnalyzer
  let whole: HassilModel
  let contained: HassilModel
  let world: HassilWorld

  init() throws {
    let analyzer = try TextAnalyzer()
    func model(_ whole: Bool) throws -> HassilModel {
      let source = ContentSource(path: "g.json", text: Self.grammar)
      let (model, diagnostics) = HassilModel.compile(source, analyzer: analyzer, wholeSentence: whole)
      #expect(diagnostics.map(\.description) == [])
      return try #require(model)
    }
    self.analyzer = analyzer
    whole = try model(true)
    contained = try model(false)
    world = HassilWorld(
      lists: [
        ("name", "Lámpara", ["domain": "luz"]), ("name", "Lámpara de pie", ["domain": "luz"]),
        ("name", "Puerta", ["domain": "cerradura"]), ("area", "Cocina", [:]),
      ],
      context: ["area": "Salón", "modo": "día"], analyzer: analyzer)
  }

  static func text(_ answer: HassilAnswer?) -> String {
    guard let answer else { return "-" }
    return answer.intent + answer.slots.map { " \($0.name)=\($0.value.json)" }.joined()
  }
}

@Suite struct HassilGrammarTests {
  @Test(
    "whole sentences",
    arguments: [
      ("enciende la lámpara", #"Encender name="Lámpara""#),
      ("Prendé la LÁMPARA de pie", #"Encender name="Lámpara de pie""#),
      ("¿Puedes encender lámpara, por favor?", #"Encender name="Lámpara""#),
      ("encender la luz", #"Encender clase="luz" area="Salón""#),
      ("prende las luces en esta pieza", #"Encender clase="luz" area="Salón""#), ("enciende todo", "Encender"),
      ("poner veintiún grados", "Encender temperatura=21"), ("pon 20,5 °", "Encender temperatura=20.5"),
      ("pon 31,5°", "Encender temperatura=31.5"), ("pon 20.5", "Encender temperatura=20.5"),
      ("pon veinte coma cinco grados", "Encender temperatura=20.5"),
      ("marca 300", "Encender paso=300"), ("marca quinientas", "Encender paso=500"),
      ("baja el volumen un 20%", "Volumen paso=-20"), ("baja el volumen 20 porciento", "Volumen paso=-20"),
      ("baja el volumen treinta y una por ciento", "Volumen paso=-31"),
      ("cocina volumen a tope", #"Volumen area="Cocina" nivel=100"#),
      ("volumen máxima cocina", #"Volumen nivel=100 area="Cocina""#),
      ("volumen tal cual cocina", #"Volumen nivel="tal cual" area="Cocina""#),
      ("apuntá pan de molde en la lista", #"Apuntar cosa="pan de molde""#),
      ("apunta en la lista en la lista", #"Apuntar cosa="en la lista""#), ("apunta esto", #"Apuntar cosa="esto""#),
      ("está desactivado", "Estado"), ("está no activo", "Estado"), ("olvidalo", "Estado"),
      ("olvída la última orden", "Estado"), ("cierra[0] ya", "Estado"),
      ("haz otra llave", #"Estado cosa="otra llave""#),
    ])
  func recognizes(sentence: String, as expected: String) throws {
    let fixture = try HassilFixture()
    #expect(HassilFixture.text(fixture.whole.recognize(sentence, in: fixture.world)) == expected)
  }

  @Test(
    "no whole sentence of the grammar",
    arguments: [
      "", "¿?", "hola, enciende la lámpara", "enciende la lampara", "enciende la lámpra", "enciende la puerta",
      "enciende", "enciende la lámpara ahora", "marca 350", "marca 1100", "pon 41", "pon 20,3", "pon -5",
      "pon veinte coma tres", "volumen cocina", "volumen a tope cocina cocina", "apunta", "está desno activo",
      "está no desactivado", "olvida lo", "cierra ya", "encienda todo", "haz otra cosa",
    ])
  func refuses(sentence: String) throws {
    let fixture = try HassilFixture()
    #expect(HassilFixture.text(fixture.whole.recognize(sentence, in: fixture.world)) == "-")
  }

  @Test("context decides: what is demanded, what is excluded, what is copied")
  func context() throws {
    let fixture = try HassilFixture()
    let night = HassilWorld(lists: [], context: ["modo": "noche"], analyzer: fixture.analyzer)
    #expect(fixture.whole.recognize("enciende todo", in: night) == nil)
    #expect(fixture.whole.recognize("enciende todo", in: HassilWorld()) != nil)
    // No area in the context, so the block that copies it does not hold.
    #expect(fixture.whole.recognize("enciende la luz", in: night) == nil)
    // One name, two devices: the one that the block may switch.
    let twins = HassilWorld(
      lists: [("name", "Sol", ["domain": "cerradura"]), ("name", "Sol", ["domain": "enchufe"])], context: [:],
      analyzer: fixture.analyzer)
    #expect(HassilFixture.text(fixture.whole.recognize("enciende sol", in: twins)) == #"Encender name="Sol""#)
  }

  @Test(
    "contained: anywhere, folded, repaired",
    arguments: [
      ("hola, enciende la lampara de pie ya", #"Encender name="Lámpara de pie""#),
      ("buenas enciendee la lamprara", #"Encender name="Lámpara""#),
      ("porfa baja el volumne un 20%", "Volumen paso=-20"), ("OLVIDALO", "Estado"), ("buenas tardes", "-"),
      ("quiero la lampara", "-"),
    ])
  func contained(sentence: String, expected: String) throws {
    let fixture = try HassilFixture()
    #expect(HassilFixture.text(fixture.contained.recognize(sentence, in: fixture.world)) == expected)
  }

  @Test(
    "mistakes are found when loading, each with its place",
    arguments: [
      ("enciende <luz>", "hassil_rule_unknown", 4, 10), ("enciende {luz}", "hassil_list_unknown", 4, 10),
      ("enciende (la|el", "hassil_unbalanced", 4, 19), ("enciende la)", "hassil_unbalanced", 4, 21),
      ("(a|b;c) d", "hassil_mixed_separators", 4, 14), ("a {} b", "hassil_empty_name", 4, 12),
      ("di {libre} [ya] {libre}", "hassil_adjacent_wildcards", 4, 10), ("[a] [b]", "matches_empty", 4, 10),
      ("<uno>", "hassil_rule_cycle", 4, 10), ("({libre};{libre}) ya", "hassil_adjacent_wildcards", 4, 10),
    ])
  func reports(template: String, code: String, line: Int, column: Int) throws {
    let text = """
      {"language": "es",
       "lists": {"libre": {"wildcard": true}}, "expansion_rules": {"uno": "x <dos>", "dos": "[<uno>] y"},
       "intents": {"I": {"data": [{"sentences": [
              "\(template)"
       ]}]}}}
      """
    let (model, diagnostics) = HassilModel.compile(
      ContentSource(path: "g.json", text: text), analyzer: try TextAnalyzer(), wholeSentence: true)
    #expect(model == nil)
    #expect(diagnostics.map(\.code) == [code])
    #expect(diagnostics.first?.location == SourceLocation(file: "g.json", line: line, column: column))
  }
}
