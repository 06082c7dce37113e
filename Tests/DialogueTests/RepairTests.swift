import Foundation
import Spanish
import Testing

@testable import Dialogue

private let order = "402-1111111-1111111"

/// What each line of a conversation gets, in message ids; lines in «» are what the customer says.
@Suite("a conversation repairs itself")
struct RepairTests {
  @Test(
    "conversations",
    arguments: [
      // Asked, answered, confirmed.
      [("cancelar", "que_pedido"), (order, "que_linea"), ("la funda", "seguro"), ("sí", "hecho cierre.algo_mas")],
      // Given at once.
      [("cancelar el pedido \(order)", "que_linea")],
      // Two re-prompts, worded differently, then a person; a no goes back to the question.
      [
        ("cancelar", "que_pedido"), ("blorp", "que_pedido2"), ("fizz", "que_pedido3"),
        ("grumf", "aclara.no_entendido2"),
        ("no", "repara.retomar que_pedido"),
      ],
      // A confirmation is asked for in other words, then again.
      [
        ("cancelar el \(order)", "que_linea"), ("la funda", "seguro"), ("blorp", "aclara.si_o_no"), ("fizz", "seguro"),
      ],
      // Another question in between, and back.
      [("cancelar el \(order)", "que_linea"), ("¿qué precio tiene?", "precio repara.retomar que_linea")],
      // Another task in between; dropping it brings the first up again, dropping all ends both.
      [
        ("cancelar el \(order)", "que_linea"), ("quiero que me llamen", "telefono"),
        ("déjalo", "repara.dejado repara.retomar que_linea"),
      ],
      [
        ("cancelar el \(order)", "que_linea"), ("quiero que me llamen", "telefono"),
        ("déjalo todo", "repara.dejado_todo"),
        ("déjalo", "repara.nada_que_dejar"),
      ],
      // Corrections of what was chosen.
      [("cancelar el \(order)", "que_linea"), ("la funda", "seguro"), ("no, mejor el cargador", "seguro")],
      [("cancelar el \(order)", "que_linea"), ("los dos", "seguro"), ("sí, pero solo la funda", "seguro")],
      [("cancelar el \(order)", "que_linea"), ("la funda", "seguro"), ("no", "no_hecho")],
      [("cancelar el \(order)", "que_linea"), ("no, el 402-2222222-2222222", "repara.correccion que_linea")],
      // Help, skipping, repeating, waiting.
      [("cancelar", "que_pedido"), ("no lo sé", "donde_esta"), (order, "que_linea")],
      [
        ("quiero que me llamen", "telefono"), ("saltar", "repara.no_se_puede_saltar"), ("612345678", "nota"),
        ("saltar", "apuntado"),
      ],
      [("cancelar", "que_pedido"), ("espera", "repara.espera"), ("repite", "que_pedido")],
      // Anger beside a wish, and alone.
      [("inútiles, quiero cancelar", "trato.calma que_pedido")],
      // The same thing three times.
      [("precio", "precio"), ("precio", "precio"), ("el precio", "repara.tercera_vez")],
    ])
  func converses(lines: [(String, String)]) throws {
    var kiosk = try Kiosk()
    for (said, expected) in lines {
      let reply = kiosk.say(said)
      #expect(reply.joined(separator: " ") == expected, "«\(said)»")
    }
  }

  @Test("nothing changes until a plain yes, and then what was confirmed last")
  func effects() throws {
    var kiosk = try Kiosk()
    for text in ["cancelar el \(order)", "los dos", "sí, pero solo la funda"] { _ = kiosk.say(text) }
    #expect(!kiosk.calls.contains { $0.hasPrefix("tienda.cancelar") })
    _ = kiosk.say("sí")
    #expect(kiosk.calls.filter { $0.hasPrefix("tienda.cancelar") } == ["tienda.cancelar A1"])
  }

  @Test("a service that does not answer: again, then people")
  func serviceFails() throws {
    var kiosk = try Kiosk()
    kiosk.answers = [:]
    #expect(kiosk.say("cancelar el \(order)") == ["error.servicio_ocupado"])
    #expect(kiosk.say("otra vez") == ["error.servicio_reintento"])
    #expect(kiosk.handOffs.map(\.reason) == ["servicio_caido"])
  }

  @Test("after three misses and an offer that is not understood, people take over")
  func gives() throws {
    var kiosk = try Kiosk()
    for text in ["cancelar", "blorp", "fizz", "grumf", "zas"] { _ = kiosk.say(text) }
    #expect(kiosk.handOffs.map(\.reason) == ["no_entendido"])
  }

  @Test("anger brings a ticket forward, urgent ones stay where they are")
  func priority() throws {
    var kiosk = try Kiosk()
    for text in ["inútiles, quiero cancelar", "ladrones, una persona"] { _ = kiosk.say(text) }
    #expect(kiosk.handOffs.map(\.priority) == [3])
  }
}

@Suite("time and new content")
struct DialogueTimeTests {
  @Test("a step that is gone: the flow starts over with what was given")
  func mends() throws {
    var kiosk = try Kiosk()
    _ = kiosk.say("cancelar el \(order)")
    kiosk.state.stack[0].step = "paso_antiguo"
    #expect(kiosk.say("la funda") == ["repara.contenido_cambiado", "que_linea"])
    #expect(kiosk.state.stack.first?.slots["pedido"]?.string == order)
  }

  @Test("a flow that is gone: it is dropped, and what is known stays")
  func drops() throws {
    var kiosk = try Kiosk()
    _ = kiosk.say("cancelar el \(order)")
    kiosk.state.stack[0].flow = "flujo.antiguo"
    #expect(kiosk.say("la funda") == ["repara.contenido_cambiado"])
    #expect(kiosk.state.stack.isEmpty && kiosk.state.memory["pedido"]?.string == order)
    #expect(kiosk.say("precio") == ["precio"])
  }

  @Test("a state that names its steps, and one of the same content compiled anew, go on where they were")
  func goesOn() throws {
    let other = try Kiosk.compile()
    for changes in [false, true] {
      var kiosk = try Kiosk()
      _ = kiosk.say("cancelar el \(order)")
      kiosk.state = try JSONDecoder().decode(DialogueState.self, from: StateWriter.data(of: kiosk.state))
      if changes { kiosk.dialogue = other }
      #expect(kiosk.say("la funda") == ["seguro"])
      let step = try #require(kiosk.state.stack.first)
      #expect((step.place.flow === other.content.flows[step.flow]) == changes)
    }
  }

  @Test("a place is what it is called")
  func places() throws {
    let flows = [try Kiosk.dialogue(), try Kiosk.compile()].compactMap { $0.content.flows["pedido.cancelar"] }
    let (ours, theirs) = (flows[0], flows[1])
    #expect(ours.start == theirs.start)
    #expect(ours.start == .named(flow: "pedido.cancelar", step: ours.steps[0].id))
    #expect(ours.start.hashValue == theirs.start.hashValue)
    #expect(ours.start != .at(ours, ours.steps[1]))
    #expect(ours.start != .named(flow: "otro", step: ours.steps[0].id))
  }

  @Test("silence: one reminder, sleep, and awake where it was")
  func silence() throws {
    var kiosk = try Kiosk()
    #expect(kiosk.handle(.silent).isEmpty)
    _ = kiosk.say("cancelar el \(order)")
    #expect(kiosk.handle(.silent) == ["silencio.recordatorio"])
    #expect(kiosk.handle(.silent).isEmpty)
    #expect(kiosk.handle(.fellAsleep) == ["silencio.cierre"])
    #expect(kiosk.state.control == .closed && kiosk.state.asleep)
    #expect(kiosk.handle(.awoke(expired: false)) == ["cierre.reabierta"])
    #expect(kiosk.say("la funda") == ["seguro"])
  }

  @Test("too late: what was open is let go")
  func expires() throws {
    var kiosk = try Kiosk()
    _ = kiosk.say("cancelar el \(order)")
    #expect(kiosk.handle(.awoke(expired: true)) == ["cierre.caducada"])
    #expect(kiosk.state.stack.isEmpty && kiosk.state.awaiting == nil)
  }
}
