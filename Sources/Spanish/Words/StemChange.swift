/// What the last vowel of a verb's stem becomes when it is stressed.
enum StemChange: Sendable {
  case none, eToIe, oToUe, uToUe, iToIe, eToI, accented

  /// Stem of the stressed forms: cuent-, pid-, enví-.
  func stressed(_ stem: String) -> String {
    switch self {
    case .none: stem
    case .eToIe: Self.replace("e", in: stem, by: "ie", first: "ye")
    case .oToUe: Self.replace("o", in: stem, by: "ue", first: "hue")
    case .uToUe: Self.replace("u", in: stem, by: "ue", first: "ue")
    case .iToIe: Self.replace("i", in: stem, by: "ie", first: "ie")
    case .eToI: stem.hasSuffix("e") ? stem.dropLast() + "í" : Self.replace("e", in: stem, by: "i", first: "i")
    case .accented:
      if let index = stem.lastIndex(where: { $0 == "i" || $0 == "u" }) {
        stem.replacingCharacter(at: index, by: stem[index] == "i" ? "í" : "ú")
      } else {
        stem
      }
    }
  }

  /// Stem of the unstressed forms of an -ir verb before a diphthong or a: pid-, sint-, durm-.
  func raised(_ stem: String) -> String {
    switch self {
    case .eToI, .eToIe: Self.replace("e", in: stem, by: "i", first: "i")
    case .oToUe: Self.replace("o", in: stem, by: "u", first: "u")
    case .none, .uToUe, .iToIe, .accented: stem
    }
  }

  private static func replace(_ vowel: Character, in stem: String, by change: String, first: String) -> String {
    guard let index = stem.lastIndex(of: vowel) else { return stem }
    let before = stem[..<index]
    var change = before.isEmpty ? first : change
    // «avergüenzo», «degüello»: the g keeps its sound.
    if vowel == "o", before.hasSuffix("g") { change = "üe" }
    return before + change + stem[stem.index(after: index)...]
  }

  static func of(_ infinitive: String) -> StemChange { table[infinitive] ?? .none }

  private static let table: [String: StemChange] = {
    var table: [String: StemChange] = [:]
    for (change, verbs) in lists {
      for verb in verbs.split(whereSeparator: { $0 == " " || $0 == "\n" }) { table[String(verb)] = change }
    }
    return table
  }()

  private static let lists: [(StemChange, String)] = [
    (
      .eToIe,
      """
      acertar acrecentar alentar apretar arrendar asentar atravesar calentar cegar cerrar comenzar concertar confesar
      denegar desalentar desenterrar despertar desplegar desterrar empezar encerrar encomendar enmendar enterrar errar
      escarmentar fregar gobernar helar manifestar merendar negar nevar pensar plegar quebrar recalentar recomendar
      regar remendar renegar replegar repensar restregar reventar segar sembrar sentar serrar sosegar temblar tentar
      tropezar
      ascender atender defender desatender descender desentender distender encender entender extender malentender
      perder querer tender trascender verter bienquerer
      adherir advertir arrepentir asentir conferir consentir convertir desmentir diferir digerir disentir divertir
      discernir herir hervir inferir ingerir injerir interferir invertir mentir pervertir preferir presentir proferir
      referir requerir resentir revertir sentir subvertir sugerir transferir
      """
    ),
    (
      .oToUe,
      """
      acordar acostar almorzar apostar aprobar avergonzar colar colgar comprobar concordar consolar contar costar
      degollar demostrar desaprobar descolgar descontar desconsolar encontrar esforzar forzar mostrar poblar probar
      recontar recordar recostar reencontrar reforzar renovar reprobar resonar rodar rogar rodar sobrevolar soldar
      soltar sonar soñar tostar trocar volar volcar revolcar
      absolver cocer condoler conmover devolver desenvolver disolver doler envolver escocer llover moler morder mover
      oler poder promover recocer remorder remover resolver retorcer revolver soler torcer volver
      dormir morir
      """
    ),
    (.uToUe, "jugar"),
    (.iToIe, "adquirir inquirir"),
    (
      .eToI,
      """
      ceñir colegir competir concebir conseguir corregir derretir desleír despedir desteñir desvestir elegir embestir
      expedir freír gemir impedir investir medir pedir perseguir preconcebir proseguir reelegir regir reír rendir
      reñir repetir revestir seguir servir sofreír sonreír teñir vestir
      """
    ),
    (
      .accented,
      """
      ampliar ansiar averiar confiar contrariar criar desafiar desviar enfriar enviar espiar esquiar expiar extraviar
      fiar fotografiar guiar hastiar liar malcriar piar porfiar reenviar resfriar rociar telegrafiar vaciar variar
      actuar acentuar atenuar continuar efectuar evaluar exceptuar fluctuar graduar habituar individuar insinuar
      perpetuar puntuar reevaluar situar tatuar valuar
      reunir prohibir cohibir aislar aullar ahumar rehusar maullar ahijar enraizar
      """
    ),
  ]
}

extension String {
  fileprivate func replacingCharacter(at index: Index, by letter: Character) -> String {
    self[..<index] + String(letter) + self[self.index(after: index)...]
  }
}
