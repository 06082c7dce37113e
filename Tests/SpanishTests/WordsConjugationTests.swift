import Spanish
import Testing

/// Forms of verbs, checked by hand against the conjugation tables of the grammars.
@Suite struct WordsConjugationTests {
  static func forms(_ verb: String) -> Set<String> {
    Set(Lexicon.forms(of: LemmaEntry(lemma: verb, partOfSpeech: .verb)))
  }

  static let right: [(verb: String, forms: String)] = [
    (
      "cancelar",
      """
      cancelo cancelas cancela cancelamos canceláis cancelan cancelás cancelaba cancelábamos cancelabais cancelé
      cancelaste cancelastes canceló cancelasteis cancelaron cancelaré cancelaréis cancelarían cancele canceles
      cancelemos canceléis cancelen cancelés cancelara canceláramos cancelasen cancelad cancelá cancelando cancelado
      cancelada cancelados canceladas
      """
    ),
    (
      "devolver",
      """
      devuelvo devuelves devuelve devolvemos devolvéis devuelven devolvés devuelva devolvamos devolváis devolví
      devolvió devolvieron devolviera devolviésemos devolveré devolvería devuelto devuelta devueltos devueltas
      devolvé devolved devolviendo
      """
    ),
    ("pedir", "pido pides piden pedimos pedís pida pidamos pidáis pedí pidió pidieron pidiendo pidiera pedid"),
    ("sentir", "siento sientes sentimos sienta sintamos sintió sintieron sintiendo sentí"),
    ("dormir", "duermo dormimos duerma durmamos durmió durmiendo durmieran dormí"),
    ("poder", "puedo puedes puede podemos podéis podés pueden pueda podamos pude pudo pudieron podré podría pudiendo"),
    ("querer", "quiero quieres quiere queremos querés quiera queramos quise quiso quisiera querré querría querido"),
    ("tener", "tengo tienes tiene tenemos tenés tenga tuve tuvo tuvieron tuviera tendré tendría ten tené tened"),
    ("detener", "detengo detiene detuve detuvo detendrá detén detenga"),
    ("hacer", "hago haces hace haga hice hizo hicieron haré haría haz hacé haced hecho hecha haciendo hiciera"),
    ("decir", "digo dices dice decimos diga dije dijo dijeron diré diría di decí decid dicho diciendo dijera"),
    ("predecir", "predigo predijo prediré predeciré predice predicho"),
    ("venir", "vengo viene venga vine vino vinieron vendré ven vení venid viniendo venido"),
    ("poner", "pongo pone ponga puse puso pusieron pondré pon poné puesto puesta"),
    ("reponer", "repongo repuso repondrán repuesto repón"),
    ("traer", "traigo trae traiga traje trajo trajeron trajera trayendo traído traía traeré"),
    ("saber", "sé sabes sepa sepamos supe supo supieron sabré sabría"),
    ("dar", "doy das da damos dais dan dé des demos den di diste dio dieron diera daba daré dado dando dad"),
    ("ver", "veo ves ve vemos ven vea veamos veía veíamos vi viste vio vieron viera visto viendo"),
    ("salir", "salgo sale salga salí salió saldré sal salido"),
    ("caer", "caigo cae caiga caí caíste cayó cayeron cayendo caído caeré"),
    ("oír", "oigo oyes oye oímos oís oyen oiga oí oíste oyó oyeron oyendo oído oíd oiré"),
    ("leer", "leo lees leí leíste leyó leímos leyeron leyera leyendo leído leed"),
    ("reír", "río ríes ríe reímos ríen ría riamos rió rieron riendo reído reíd reiré"),
    ("conducir", "conduzco conduces conduzca condujo condujeron condujera conducido"),
    ("conocer", "conozco conoces conozca conozcamos conocí conoció"),
    ("vencer", "venzo vences venza venció"),
    ("cocer", "cuezo cueces cueza cozamos coció"),
    ("recoger", "recojo recoges recoja recojamos recogió recogido"),
    ("elegir", "elijo eliges elige elegimos elija eligió eligiendo elegido"),
    ("seguir", "sigo sigues sigue seguimos siga sigamos siguió siguiendo seguido"),
    ("construir", "construyo construyes construimos construya construyó construyendo construido construí"),
    ("incluir", "incluyo incluye incluyen incluimos incluyó incluido"),
    ("buscar", "busco busqué buscó busque busquemos busquen"),
    ("pagar", "pago pagué pagó pague paguemos paguen"),
    ("empezar", "empiezo empieza empezamos empecé empezó empiece empecemos"),
    ("averiguar", "averiguo averigüe averigüé averiguó"),
    ("avergonzar", "avergüenzo avergoncé avergüence"),
    ("enviar", "envío envías envía enviamos envíe enviemos envié envió enviado enviá"),
    ("continuar", "continúo continúa continuamos continúe"),
    ("reunir", "reúno reúne reunimos"),
    ("jugar", "juego juega jugamos jugué juegue juguemos"),
    ("reñir", "riño riñó riñeron riñendo"),
    ("romper", "rompo rompió roto rota rotos rotas"),
    ("abrir", "abro abrió abierto abierta"),
    ("escribir", "escribo escrito escrita"),
    ("suscribir", "suscribo suscrito suscrita"),
    ("descubrir", "descubierto descubrió"),
    ("resolver", "resuelvo resuelto resolvió"),
    ("absolver", "absuelto absuelvo"),
    ("morir", "muero murió muerto muriendo muramos"),
    ("imprimir", "imprimo impreso imprimido"),
    ("ser", "soy eres sos es somos sois son era éramos fui fue fueron fuera sea seamos será sería sido siendo"),
    ("estar", "estoy estás está estamos están estuve estuvo estuviera esté estén estaba estará estado estando"),
    ("haber", "he has ha hay hemos habéis han hube hubo haya había habrá habría habido hubiera"),
    ("ir", "voy vas va vamos van iba íbamos fui fue vaya vayamos iré iría ido yendo ve id andá"),
    ("oler", "huelo huele olemos olió"),
    ("adquirir", "adquiero adquiere adquirimos adquirió"),
    ("satisfacer", "satisfago satisfizo satisfará satisfecho"),
    ("quejarse", "quejo quejas quejó quejado"),
  ]

  static let wrong: [(verb: String, forms: String)] = [
    ("devolver", "devolvo devolve devolvido devuelvemos devolvieronn debolver"),
    ("pedir", "pedo pedió pediendo pedieron pedan"),
    ("poder", "podo pode podió poderé podí"),
    ("tener", "teno tenió tení tenería tieno tenieron"),
    ("hacer", "hazo hació hacería hacido haco hico"),
    ("decir", "dezco deció deciré decido dijieron"),
    ("traer", "trajieron traió traendo trayo traido"),
    ("conducir", "condució conduco condujieron"),
    ("romper", "rompido rompida"),
    ("abrir", "abrido"),
    ("escribir", "escribido"),
    ("buscar", "buscé busce"),
    ("pagar", "pagé page"),
    ("empezar", "empezé empezo empieze"),
    ("recoger", "recogo recoga"),
    ("seguir", "siguo segió"),
    ("leer", "leió leiendo"),
    ("construir", "construió construo"),
    ("ver", "veido vió vido"),
    ("ir", "vamo irió vayo"),
    ("conocer", "conoco conoza"),
    ("cocer", "cuezco coco"),
    ("enviar", "enviio envíamos envíó"),
    ("discernir", "discirnió discirniendo"),
    ("cancelar", "cancelió cancelido canceliendo cancelir"),
  ]

  @Test(arguments: right) func makes(verb: String, forms: String) {
    let made = Self.forms(verb)
    for form in forms.split(whereSeparator: \.isWhitespace) {
      #expect(made.contains(String(form)), "\(verb): \(form)")
    }
  }

  @Test(arguments: wrong) func doesNotMake(verb: String, forms: String) {
    let made = Self.forms(verb)
    for form in forms.split(whereSeparator: \.isWhitespace) {
      #expect(!made.contains(String(form)), "\(verb): \(form)")
    }
  }

  @Test func noFormsOfWhatIsNoVerb() {
    #expect(Lexicon.forms(of: LemmaEntry(lemma: "pedido", partOfSpeech: .verb)) == ["pedido"])
    #expect(Lexicon.forms(of: LemmaEntry(lemma: "", partOfSpeech: .verb)) == [""])
  }
}
