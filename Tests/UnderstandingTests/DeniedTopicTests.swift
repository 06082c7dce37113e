import Testing

@testable import Understanding

/// What a message denies without a pattern that wins by it, and what it wants beside: «-» before a negated intent.
@Suite struct DeniedTopicTests {
  private static let lexicon = """
    verbs: [cancelar, devolver, querer, llegar, llamar, escribir, mandar, estar, poder, cerrar, decir, gustar]
    nouns: [pedido, paquete, llamada, factura, correo, teléfono, vendedor, cuenta, oferta]
    """

  private static let topics = """
    intents:
      pedido.cancelar: {patterns: ["~cancelar ...3 ~pedido"], examples: ["quiero cancelar mi pedido"]}
      factura.descargar: {patterns: ["~mandar ...3 ~factura"], examples: ["mándame la factura"]}
      contacto.correo: {patterns: ["^ por ~correo $"], examples: ["por correo"]}
      contacto.llamada: {patterns: ["me ~llamar al ~teléfono"], examples: ["quiero que me llamen al teléfono"]}
      vendedor.contactar: {patterns: ["~escribir ...2 al ~vendedor"], examples: ["quiero escribir al vendedor"]}
      cuenta.cerrar: {patterns: ["~cerrar ...2 ~cuenta para siempre"], examples: ["cerrar mi cuenta para siempre"]}
      promociones.consulta: {patterns: ["qué ~oferta hay"], examples: ["¿qué ofertas hay?"]}
      fuera_de_dominio: {patterns: ["tiempo hace"], examples: ["qué tiempo hace"]}
    """

  private static let samples = """
    [pedido.cancelar]
    quiero anular la compra
    al final no me hace falta, paradlo
    [factura.descargar]
    necesito la factura de la compra
    dónde bajo la factura
    [contacto.correo]
    prefiero un correo
    escribidme un correo con la respuesta
    quiero los correos en mi buzón
    mandadme un correo electrónico
    [contacto.llamada]
    que me llaméis vosotros
    llamadme por la tarde
    quiero que me llamen mañana
    una llamada vuestra por la mañana
    [vendedor.contactar]
    quiero hablar con el vendedor
    escribir al vendedor de la lámpara
    cómo le escribo al vendedor
    decirle una cosa al vendedor
    [cuenta.cerrar]
    cerrad mi cuenta
    quiero cerrar la cuenta
    que me cierren la cuenta ya
    borrad mi cuenta entera
    [promociones.consulta]
    qué ofertas tenéis
    hay ofertas en zapatos
    decidme las ofertas del mes
    quiero ver ofertas y descuentos
    [fuera_de_dominio]
    cuándo viene el autobús a la estación
    quién ganó el partido de anoche
    una receta de lentejas con chorizo
    cuánto cuesta aparcar en la estación
    """

  private static let compiled = Result {
    try UnderstandingFixture.compile(lexicon: lexicon, topics: topics, samples: samples)
  }

  private func intents(_ message: String) throws -> String {
    let model = try #require(try Self.compiled.get().model)
    return model.understand(message, context: UnderstandingFixture.context()).intents
      .map { ($0.negated ? "-" : "") + $0.id }.joined(separator: " ")
  }

  @Test(
    "the words of a denial name what is denied",
    arguments: [
      ("nada de correos, mándame la factura", "-contacto.correo factura.descargar"),
      ("correos no, mándame la factura", "-contacto.correo factura.descargar"),
      ("por correo no gracias, mándame la factura", "-contacto.correo factura.descargar"),
      ("que no me llamen, mándame la factura", "-contacto.llamada factura.descargar"),
      ("mándame la factura y que no me llaméis", "factura.descargar -contacto.llamada"),
      ("al vendedor no le escribo más, quiero cancelar mi pedido", "-vendedor.contactar pedido.cancelar"),
      ("con el vendedor no pienso hablar, quiero cancelar mi pedido", "-vendedor.contactar pedido.cancelar"),
      ("con el vendedor no quiero hablar, quiero cancelar mi pedido", "-vendedor.contactar pedido.cancelar"),
      ("quiero cancelar mi pedido, pero la cuenta no me la cierren", "pedido.cancelar -cuenta.cerrar"),
      ("ofertas no me mandéis, quiero cancelar mi pedido", "-promociones.consulta pedido.cancelar"),
      ("quiero cancelar mi pedido, que no me llamen que estoy en clase", "pedido.cancelar -contacto.llamada"),
      ("ni ofertas ni correos, quiero cancelar mi pedido", "-promociones.consulta -contacto.correo pedido.cancelar"),
      ("de ofertas no quiero nada, quiero cancelar mi pedido", "-promociones.consulta pedido.cancelar"),
    ])
  func named(message: String, expected: String) throws { #expect(try intents(message) == expected) }

  @Test(
    "what is no denied wish, or says nothing, is not named",
    arguments: [
      ("no digo que no, pero quiero cancelar mi pedido", "pedido.cancelar"),
      ("no hace falta que me digas nada, quiero cancelar mi pedido", "pedido.cancelar"),
      ("me llegó el correo sin factura, quiero cancelar mi pedido", "pedido.cancelar"),
      ("nada de la cuenta todavía, quiero cancelar mi pedido", "pedido.cancelar"),
      ("al vendedor no le gusta, quiero cancelar mi pedido", "pedido.cancelar"),
      ("no encuentro el correo, mándame la factura", "factura.descargar"),
      ("si no me llamáis quiero cancelar mi pedido", "pedido.cancelar"),
    ])
  func unnamed(message: String, expected: String) throws { #expect(try intents(message) == expected) }
}
