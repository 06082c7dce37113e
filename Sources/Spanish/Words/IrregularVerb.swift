/// What a strong verb does in its own way; whatever is nil follows the rules.
struct IrregularVerb: Sendable {
  /// First person of the present: «tengo».
  var first: String? = nil
  /// Stem of the present subjunctive, when it is not that of the first person.
  var subjunctiveStem: String? = nil
  /// Stem of the stressed forms of the present, when no change of vowel gives it.
  var stressedStem: String? = nil
  var change: StemChange = .none
  /// Stem of a strong preterite: «tuv».
  var preterite: String? = nil
  /// Stem of future and conditional: «tendr».
  var future: String? = nil
  var imperative: String? = nil
  var gerund: String? = nil
  var participle: String? = nil
  /// Whole tenses: present and subjunctive of yo, tú, él, nosotros, vosotros, ellos, vos; the others without vos.
  var wholePresent: [String]? = nil
  var wholeSubjunctive: [String]? = nil
  var wholeImperfect: [String]? = nil
  var wholePreterite: [String]? = nil
  var vosImperative: String? = nil
  /// Forms outside of every scheme: «hay».
  var others: [String] = []

  /// The entry of a verb and what stands before it: detener → de + tener.
  static func of(_ infinitive: String) -> (prefix: String, verb: IrregularVerb)? {
    if let verb = alone[infinitive] { return ("", verb) }
    if let place = families.indices.first(where: { infinitive.hasSuffix(families[$0].base) }) {
      return (String(infinitive.dropLast(families[place].base.count)), families[place].verb)
    }
    if let prefix = ["pre", "entre"].first(where: { infinitive == $0 + "ver" }), let verb = alone["ver"] {
      return (prefix, verb)
    }
    if infinitive == "desandar", let verb = alone["andar"] { return ("des", verb) }
    return nil
  }

  private static func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  /// Verbs whose compounds are irregular in the same way, the longer endings first.
  private static let families: [(base: String, verb: IrregularVerb)] = [
    (
      "tener",
      IrregularVerb(first: "tengo", change: .eToIe, preterite: "tuv", future: "tendr", imperative: "ten")
    ),
    (
      "venir",
      IrregularVerb(
        first: "vengo", change: .eToIe, preterite: "vin", future: "vendr", imperative: "ven", gerund: "viniendo")
    ),
    (
      "poner",
      IrregularVerb(first: "pongo", preterite: "pus", future: "pondr", imperative: "pon", participle: "puesto")
    ),
    (
      "satisfacer",
      IrregularVerb(
        first: "satisfago", preterite: "satisfic", future: "satisfar", imperative: "satisfaz",
        participle: "satisfecho", others: ["satisface"])
    ),
    (
      "hacer",
      IrregularVerb(first: "hago", preterite: "hic", future: "har", imperative: "haz", participle: "hecho")
    ),
    (
      "decir",
      IrregularVerb(
        first: "digo", change: .eToI, preterite: "dij", future: "dir", imperative: "di", gerund: "diciendo",
        participle: "dicho")
    ),
    ("traer", IrregularVerb(first: "traigo", preterite: "traj")),
    ("ducir", IrregularVerb(preterite: "duj")),
    ("caer", IrregularVerb(first: "caigo")),
    ("valer", IrregularVerb(first: "valgo", future: "valdr")),
    ("salir", IrregularVerb(first: "salgo", future: "saldr", imperative: "sal")),
  ]

  /// Verbs that stand alone, for many others only end like them (quedar, devolver, mandar).
  private static let alone: [String: IrregularVerb] = [
    "poder": IrregularVerb(change: .oToUe, preterite: "pud", future: "podr", gerund: "pudiendo"),
    "querer": IrregularVerb(change: .eToIe, preterite: "quis", future: "querr"),
    "saber": IrregularVerb(first: "sé", subjunctiveStem: "sep", preterite: "sup", future: "sabr"),
    "caber": IrregularVerb(first: "quepo", preterite: "cup", future: "cabr"),
    "oír": IrregularVerb(first: "oigo", stressedStem: "oy"),
    "oir": IrregularVerb(first: "oigo", stressedStem: "oy"),
    "desoír": IrregularVerb(first: "desoigo", stressedStem: "desoy"),
    "andar": IrregularVerb(preterite: "anduv"),
    "asir": IrregularVerb(first: "asgo"),
    "dar": IrregularVerb(
      wholePresent: list("doy das da damos dais dan das"),
      wholeSubjunctive: list("dé des dé demos deis den des"),
      wholePreterite: list("di diste dio dimos disteis dieron")),
    "ver": IrregularVerb(
      first: "veo", subjunctiveStem: "ve", participle: "visto",
      wholePresent: list("veo ves ve vemos veis ven ves"),
      wholeImperfect: list("veía veías veía veíamos veíais veían"),
      wholePreterite: list("vi viste vio vimos visteis vieron")),
    "estar": IrregularVerb(
      preterite: "estuv",
      wholePresent: list("estoy estás está estamos estáis están estás"),
      wholeSubjunctive: list("esté estés esté estemos estéis estén estés")),
    "haber": IrregularVerb(
      preterite: "hub", future: "habr",
      wholePresent: list("he has ha hemos habéis han has"),
      wholeSubjunctive: list("haya hayas haya hayamos hayáis hayan hayas"), others: ["hay"]),
    "ser": IrregularVerb(
      imperative: "sé",
      wholePresent: list("soy eres es somos sois son sos"),
      wholeSubjunctive: list("sea seas sea seamos seáis sean seas"),
      wholeImperfect: list("era eras era éramos erais eran"),
      wholePreterite: list("fui fuiste fue fuimos fuisteis fueron"), vosImperative: "sé"),
    "ir": IrregularVerb(
      imperative: "ve", gerund: "yendo",
      wholePresent: list("voy vas va vamos vais van vas"),
      wholeSubjunctive: list("vaya vayas vaya vayamos vayáis vayan vayas"),
      wholeImperfect: list("iba ibas iba íbamos ibais iban"),
      wholePreterite: list("fui fuiste fue fuimos fuisteis fueron"), vosImperative: "andá"),
  ]

  /// Participles that are not made with -ado or -ido, by the end of the infinitive.
  static func participles(of infinitive: String) -> [String]? {
    for (ending, participles) in participleEndings where infinitive.hasSuffix(ending) {
      let prefix = infinitive.dropLast(ending.count)
      return participles.map { prefix + $0 }
    }
    return nil
  }

  private static let participleEndings: [(String, [String])] = [
    ("resolver", ["resuelto"]), ("solver", ["suelto"]), ("volver", ["vuelto"]), ("abrir", ["abierto"]),
    ("cubrir", ["cubierto"]),
    ("scribir", ["scrito"]), ("imprimir", ["impreso", "imprimido"]), ("freír", ["frito", "freído"]),
    ("freir", ["frito", "freído"]), ("morir", ["muerto"]), ("romper", ["roto"]), ("proveer", ["provisto", "proveído"]),
    ("pudrir", ["podrido"]),
  ]
}
