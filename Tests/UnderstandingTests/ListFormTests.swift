import Foundation
import Spanish
import Testing

@testable import Understanding

/// Lists in hassil's forms, what belongs to one intent alone, and patterns that hold in some situations only.
@Suite struct ListFormTests {
  static let topics = """
    rules: {cosa: "la ~caja"}
    lists:
      tono:
        values:
          - {in: "(alt|agud)o[s]", out: arriba, context: {sentido: sube}}
          - {in: "bajo|grave", out: abajo, context: {sentido: baja}}
          - "medio"
      paso: {range: {from: 0, to: 100, step: 10, multiplier: -1}}
      grados: {range: {from: 0, to: 40, fractions: halves}}
      libre: {wildcard: true}
      motivo: {roto: ["viene roto"], tarde: {label: "Tarde", patterns: ["llega tarde"]}}
    intents:
      tono.poner:
        slots: {tono: tono}
        patterns:
          - {pattern: "pon el tono {tono}", requires_context: {sentido: sube}}
          - {pattern: "quita el tono {tono}", excludes_context: {sentido: [sube, baja]}}
      tono.bajar: {slots: {paso: paso}, patterns: ["rebaja [en] {paso}"]}
      calor.poner: {slots: {grados: grados}, patterns: ["calienta a {grados} [grados]"]}
      nota.apuntar: {slots: {nota: libre}, patterns: ["apunta {nota}"]}
      caja.abrir:
        rules: {cosa: "el ~paquete"}
        lists: {modo: {values: [{in: "con cuidado", out: cuidado}]}}
        slots: {modo: modo}
        patterns: ["~abrir <cosa> [{modo}]"]
      caja.cerrar: {patterns: ["~cerrar <cosa>"]}
      tienda.noche: {patterns: [{pattern: "abres ahora", requires_context: {hora: noche}}]}
      tienda.puerta: {patterns: [{pattern: "abres la puerta", requires_context: {llave: }}]}
    """

  static let lexicon = "verbs: [abrir, cerrar]\nnouns: [caja, paquete]"

  private static let compiled = Result { try UnderstandingFixture.compile(lexicon: lexicon, topics: topics) }

  static func model() throws -> UnderstandingModel {
    let (model, diagnostics) = try compiled.get()
    guard let model else { throw UnderstandingFixture.Broken(diagnostics: diagnostics) }
    return model
  }

  static func text(_ message: String, facts: [String: String] = [:]) throws -> String {
    var context = UnderstandingFixture.context()
    context.facts = facts
    let understanding = try model().understand(message, context: context)
    let slots = understanding.slots.map { slot in
      if case .number(let number) = slot.value {
        " \(slot.name)=\(number)"
      } else {
        " \(slot.name)=\(slot.value.string ?? "?")"
      }
    }.joined()
    return (understanding.intents.first?.id ?? "-") + slots
  }

  @Test(
    "what a message names of each list, with or without a wish",
    arguments: [
      ("es que viene roto", ["motivo": "roto"]),
      ("pon el tono alto, que llega tarde", ["motivo": "tarde", "tono": "arriba"]),
      ("viene roto y llega tarde", ["motivo": "roto"]), ("viene la caja", [:]), ("", [:]),
    ] as [(String, [String: String])])
  func choices(message: String, expected: [String: String]) throws {
    let context = UnderstandingFixture.context()
    #expect(try Self.model().choices(in: message, context: context) == expected)
    #expect(try Self.model().understand(message, context: context).choices == expected)
  }

  @Test(
    "messages",
    arguments: [
      ("pon el tono agudo", "tono.poner tono=arriba"), ("pon el tono altos", "tono.poner tono=arriba"),
      ("pon el tono grave", "-"), ("pon el tono medio", "-"), ("quita el tono medio", "tono.poner tono=medio"),
      ("quita el tono bajo", "-"), ("rebaja en 30", "tono.bajar paso=-30"), ("rebaja treinta", "tono.bajar paso=-30"),
      ("rebaja 35", "-"), ("rebaja 110", "-"), ("calienta a 20,5 grados", "calor.poner grados=20.5"),
      ("calienta a 20,3 grados", "-"), ("apunta pan de molde", "nota.apuntar nota=pan de molde"), ("apunta", "-"),
      ("abre el paquete con cuidado", "caja.abrir modo=cuidado"), ("abre la caja", "-"),
      ("cierra la caja", "caja.cerrar"), ("cierra el paquete", "-"), ("abres ahora", "-"), ("abres la puerta", "-"),
    ])
  func understands(message: String, expected: String) throws {
    #expect(try Self.text(message) == expected)
  }

  @Test("the situation decides")
  func facts() throws {
    #expect(try Self.text("abres ahora", facts: ["hora": "noche"]) == "tienda.noche")
    #expect(try Self.text("abres ahora", facts: ["hora": "día"]) == "-")
    #expect(try Self.text("abres la puerta", facts: ["llave": "cualquiera"]) == "tienda.puerta")
    // What the message's situation contradicts, no choice makes good.
    #expect(try Self.text("pon el tono agudo", facts: ["sentido": "baja"]) == "-")
  }

  @Test(
    "mistakes",
    arguments: [
      ("lists: {l: {range: {from: 5, to: 1}}}", "bad_range"),
      ("lists: {l: {range: {from: 1, to: 5, step: 0}}}", "bad_range"),
      ("lists: {l: {range: {from: 1, to: 5, fractions: tercios}}}", "bad_range"),
      ("lists: {l: {values: [{out: x}]}}", "missing_pattern"), ("lists: {l: {values: []}}", "empty_list"),
      ("intents:\n  a.b: {rules: {r: x}, patterns: ['<r>']}\n  a.c: {patterns: ['<r>']}", "undefined_rule"),
      (
        "intents:\n  a.b: {lists: {l: {wildcard: true}}, patterns: ['x']}\n  a.c: {patterns: ['y {l:z}']}",
        "undefined_kind"
      ),
      (
        "lists: {l: {wildcard: true}}\nintents: {a.b: {patterns: ['x {l:uno} {l:dos}'], slots: {uno: l, dos: l}}}",
        "adjacent_wildcards"
      ),
    ])
  func reports(topics: String, code: String) throws {
    let diagnostics = try UnderstandingFixture.compile(lexicon: Self.lexicon, topics: topics).diagnostics
    #expect(diagnostics.contains { $0.code == code }, "\(diagnostics)")
  }
}
