import Testing
import Understanding

@testable import Dialogue

private let actions = [
  ActionSignature("tienda.mirar", inputs: [], outcomes: ["si", "no"], outputs: ["importe"]),
  ActionSignature("tienda.cobrar", inputs: ["importe"], outcomes: ["ok"], outputs: [], writes: true),
]

/// The codes of the diagnostics that a flow with these steps gets; missing built-in messages are not its fault.
private func codes(of steps: String) -> Set<String> {
  let yaml = """
    messages:
      hola: ["Hola"]
      pregunta: ["¿Sí?"]
      precio: ["Son {importe}"]
      total: ["Son {total}"]
    flows:
      prueba:
        intents: [prueba]
        steps:
    \(steps.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n"))
    """
  let parsed = ContentLoader.parse([ContentSource(path: "Intents/prueba.yaml", text: yaml)])
  let compiled = DialogueContent.compile(files: parsed.files, actions: actions)
  return Set((parsed.diagnostics + compiled.diagnostics).map(\.code)).subtracting(["missing_message", "unused_message"])
}

@Suite("what check proves of flows")
struct FlowCheckerTests {
  @Test(
    "sound flows",
    arguments: [
      "  decir: {di: hola}",
      "  mirar: {llama: tienda.mirar, segun: {si: decir, no: decir}}\n  decir: {di: hola}",
      "  seguro: {confirma: pregunta, si: cobrar, \"no\": fin}\n  cobrar: {llama: tienda.cobrar, segun: {ok: fin, fallo: fin}}\n  fin: {fin: hecho}",
      "  a: {llama: tienda.mirar, segun: {si: b, no: b}}\n  b: {di: precio}",
      "  a: {pide: total, pregunta: pregunta}\n  b: {di: total}",
      "  a: {segun: total, casos: {vacio: c, otro: b}}\n  b: {di: total, luego: c}\n  c: {fin: hecho}",
      "  a: {di: total, con: {total: fijo}}",
      "  a: {elige: dato, pregunta: pregunta, opciones: [{id: x, label: X}, {id: y, label: Y}]}\n  b: {segun: dato, casos: {x: c, y: c}}\n  c: {fin: hecho}",
      "  pedir: {pide: dato, pregunta: pregunta}\n  otra: {segun: dato, casos: {vacio: pedir, otro: fin}}\n  fin: {fin: hecho}",
    ])
  func sound(steps: String) { #expect(codes(of: steps).isEmpty) }

  @Test(
    "broken flows",
    arguments: [
      ("  decir: {di: adios}", "undefined_message"),
      ("  decir: {di: hola, luego: nada}", "undefined_step"),
      ("  decir: {dice: hola}", "unknown_step"),
      ("  decir: {di: hola, color: rojo}", "unknown_key"),
      ("  pedir: {pide: dato}", "missing_question"),
      ("  mirar: {llama: tienda.volar, segun: {ok: mirar}}", "undefined_action"),
      ("  mirar: {llama: tienda.mirar, segun: {si: fin}}\n  fin: {fin: hecho}", "unhandled_outcome"),
      ("  mirar: {llama: tienda.mirar, segun: {si: fin, no: fin, quizá: fin}}\n  fin: {fin: hecho}", "unknown_outcome"),
      ("  cobrar: {llama: tienda.cobrar, segun: {ok: fin, fallo: fin}}\n  fin: {fin: hecho}", "unguarded_effect"),
      (
        "  seguro: {confirma: pregunta, si: fin, \"no\": cobrar}\n  fin: {fin: hecho}\n  cobrar: {llama: tienda.cobrar, segun: {ok: fin, fallo: fin}}",
        "unguarded_effect"
      ),
      ("  a: {di: hola, luego: c}\n  b: {di: hola}\n  c: {fin: hecho}", "unreachable_step"),
      ("  a: {di: hola}\n  b: {di: hola, luego: a}", "silent_loop"),
      ("  a: {enlaza: otro}", "undefined_flow"),
      ("  a: {enlaza: prueba}", "circular_link"),
      ("  a: {pide: dato, pregunta: pregunta, luego: b}\n  b: {confirma: pregunta, si: a, \"no\": a}", "dead_step"),
      (
        "  a: {elige: dato, pregunta: pregunta, opciones: [{id: x, label: X}, {id: y, label: Y}]}\n  b: {segun: dato, casos: {x: c}}\n  c: {fin: hecho}",
        "unhandled_value"
      ),
      (
        "  a: {elige: dato, pregunta: pregunta, opciones: [{id: x, label: X}, {id: y, label: Y}]}\n  b: {segun: dato, casos: {x: c, z: c, otro: c}}\n  c: {fin: hecho}",
        "unknown_value"
      ),
      ("  a: {di: precio}", "unfilled_slot"),
      (
        "  a: {llama: tienda.mirar, segun: {si: c, no: b}}\n  b: {di: hola, luego: d}\n  c: {di: precio}\n  d: {di: total}",
        "unfilled_slot"
      ),
      ("  a: {pide: total, pregunta: pregunta, opcional: true}\n  b: {di: total}", "unfilled_slot"),
      (
        "  a: {segun: total, casos: {vacio: b, otro: c}}\n  b: {di: total, luego: c}\n  c: {fin: hecho}",
        "unfilled_slot"
      ),
    ])
  func broken(steps: String, code: String) { #expect(codes(of: steps).contains(code)) }
}
