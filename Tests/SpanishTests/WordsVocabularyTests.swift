import Spanish
import Testing

/// Ordinary Spanish outside of the content: none of it may become a word of the shop.
@Suite struct WordsVocabularyTests {
  /// The words that a shop's content names, which is what typos are repaired towards.
  static let shop: Lexicon = {
    func entries(_ list: String, _ kind: PartOfSpeech) -> [LemmaEntry] {
      list.split(whereSeparator: \.isWhitespace).map { LemmaEntry(lemma: String($0), partOfSpeech: kind) }
    }
    let verbs = """
      cancelar devolver pedir pagar enviar llegar recibir comprar cambiar hablar llamar cobrar esperar reclamar anular
      entregar tardar perder romper querer poder tener hacer dar ver ir venir estar ser haber decir poner salir
      reembolsar retrasar recoger abrir cerrar probar usar funcionar necesitar buscar encontrar contar costar contestar
      """
    let nouns = """
      pedido paquete envío dinero tarjeta cuenta caja funda cable cargador reembolso factura dirección tienda vendedor
      producto artículo talla correo contraseña casa carta pago cobro cargo compra plazo precio garantía persona agente
      problema queja teléfono móvil camiseta zapato reloj libro mesa silla lámpara
      """
    return Lexicon(
      entries: entries(verbs, .verb) + entries(nouns, .noun) + entries("roto nuevo falso caro barato", .adjective),
      words: ["hola", "gracias", "favor", "donde", "cuando", "como", "que", "no", "si"], abbreviations: []
    ) { $0 }
  }()

  static let ordinary = """
    abeja abogado abrazo abuelo aceite acera actor adiós aduana agosto agua águila aire ajedrez ajo alambre alcalde alcoba
    alegría alfombra algodón alma almendra almohada altavoz alumno amanecer amarillo ambulancia amigo amistad amor ancla
    anillo animal anteojos antena apellido apio árbol arena armario arroz asado ascensor asiento astronauta ataque ataúd
    atleta atún autobús avión ayuno azafata azúcar azul bahía bailar balcón ballena banco bandera bañera barba barco barrio
    basura batalla bebé beso biblioteca bicicleta bigote bombero bosque botella brazo brisa bruja burro caballo cabeza
    cabra café caimán calabaza calcetín caldo callejón calor cama camarero cambista camello camino camión campana cangrejo
    cansado capitán caracol carbón cárcel cariño carnaval carnicero carpintero carretera cartero casado casamiento castillo
    catedral cazuela cebolla cena cerdo cereza cerveza césped chaleco chimenea chorizo cielo ciencia cigarro cine cintura
    ciruela cisne clavel cocina cocodrilo codo cohete colina collar comedor cometa conejo corazón corbata cordero corona
    cortina cosecha cristal cuaderno cuadro cuchara cuchillo cuello cueva culebra cuna dado danza dedo delfín dentista
    desayuno desierto diamante diente dinosaurio doctor dolor dragón ducha dulce edificio ejército elefante enfermera
    ensalada escalera escoba escuela espada espejo esposa estrella estufa fábrica falda familia fantasma farmacia fiebre
    fiesta flauta flor foca fresa frijol fruta fuego fútbol gallina gallo ganado garganta gato gaviota gimnasio girasol
    globo goma gorila gorra gota granja grillo guante guerra guitarra gusano hacha hada halcón hamaca helado hermana héroe
    hielo hierba higo hoguera hormiga horno hospital hotel hueso huevo humo idioma iglesia imán incendio invierno isla
    jabón jaguar jamón jardín jaula jirafa joya juez jugo labio ladrillo lágrima lana langosta lápiz lavadora leche lechuga
    lengua león leña limón llave lluvia lobo loro luna maceta madera maestro maíz maleta manzana mariposa martillo
    médico mejilla melón mermelada miel moneda mono montaña mosca mundo museo música muñeca nariz naranja nido niebla nieve
    noche nube nuez ojo ola olla oreja orilla oro oso otoño oveja padre paella pájaro pala palmera paloma pan panadero
    pantano pañuelo paraguas pared parque pasto pato payaso paz pecado pecho peine película pelo pelota peluca pera perejil
    perro pescado pez pie piedra piel pierna pimienta pingüino pino piña pirata piscina pizarra planeta playa plaza pluma
    pollo polvo pozo prado primavera primo príncipe puente puerta pulga pulpo puño queso quesadilla rábano raíz rama rana
    rebaño red regla reina remo rey río rodilla rosa rueda ruido saco sal salchicha sandía sangre sapo sartén selva serpiente
    siesta sirena sol soldado sombra sombrero sopa sótano sueño suelo tambor taza techo tela tenedor tiburón tigre tijeras
    tinta tío tiza toalla tobillo tomate tormenta toro torre tortuga trébol tren trigo trompeta trueno túnel uña uva
    vaca valle vaso vecino vela vena ventana verano vestido viento viernes vinagre violín volcán zanahoria zapatero zorro
    """

  static let inflected = """
    cantábamos bailaré corrieron durmiendo pintado pintadas cosiendo nadábamos lloviera nevará horneó fregaste barrimos
    planchando tejía bordaron sembraremos regando podar cosechó ordeñan pescábamos remando escaló saltamos trepé tropezó
    cayeron levantándose acostarse bañarnos peinándola vestirlos abrochárselo cocinándolo hornearlas perritos gatita
    casita pajarillos manzanitas altísimo feísima guapísimos lentamente felizmente tristemente amable amables
    navegable discutible cocinero nadador bailarinas pescadores lavable comestibles soñador calentamiento crecimiento
    nacimientos natación animaciones decoración presentación Mariana Fernández Guadalajara Rodríguez Zaragoza Yolanda
    Cochabamba Guillermo Valladolid Ximena Tegucigalpa Iñaki Begoña Vargas Paredes Cuesta Casado Cortés Pagán
    """

  private func check(_ word: String) {
    var readings: [Reading] = []
    let folded = Array(folded(word).utf8)
    let found = Self.shop.read(folded[...], before: [], repairing: true, into: &readings)
    #expect(readings.allSatisfy { $0.cost < 2 }, "\(word) became \(readings.map { names($0) })")
    if case .parts(let pieces, _, let areTyped) = found, areTyped { Issue.record("\(word): \(pieces.count) pieces") }
  }

  private func names(_ reading: Reading) -> String {
    reading.lemma >= 0 ? Self.shop.lemmas[Int(reading.lemma)] : Self.shop.words[Int(reading.word)]
  }

  private func folded(_ word: String) -> String {
    let bare: [Character: Character] = ["á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ü": "u"]
    return String(word.lowercased().map { bare[$0] ?? $0 })
  }

  @Test func ordinaryWordsStay() {
    let words = Self.ordinary.split(whereSeparator: \.isWhitespace)
    #expect(words.count > 300)
    for word in words { check(String(word)) }
  }

  @Test func theirFormsStay() {
    for word in Self.inflected.split(whereSeparator: \.isWhitespace) { check(String(word)) }
  }

  @Test("short words stay what they are, or nothing")
  func shortWordsStay() {
    for word in """
    sol mar paz luz pan sal red pie rey ley tos gas bar club taxi zoo uva ojo ola oro oso ala ave asa eco era eje ajo rio
    tio tia mes voz cruz flor tren juez nuez pez miel hiel sur vez fin son van dan iva dni sms usb pdf dvd app
    """.split(whereSeparator: \.isWhitespace) {
      check(String(word))
    }
  }

  @Test(
    "names of nothing we know are not bent into the shop's words",
    arguments: [
      "kubernetes", "xiaomi", "wolframio", "schwarzenegger", "pneumonoultra", "tlatoani", "quetzalcoatl", "abcdefgh",
      "krzysztof", "bzzzzrt", "hgfdsa", "wqeqwe", "lorem", "ipsum", "foobar", "btw", "brb",
    ])
  func strangersStay(word: String) { check(word) }
}
