/// The words of the language that entities are made of, each once, as folding leaves them.
enum VocabularyWords {
  static let countries: [(String, String)] = [
    ("ES", "españa espana"), ("PT", "portugal"), ("FR", "francia"), ("MX", "mexico mejico"), ("AR", "argentina"),
    ("CO", "colombia"), ("CL", "chile"), ("PE", "peru"), ("VE", "venezuela"), ("EC", "ecuador"), ("BO", "bolivia"),
    ("UY", "uruguay"), ("PY", "paraguay"), ("CU", "cuba"), ("GT", "guatemala"), ("HN", "honduras"), ("NI", "nicaragua"),
    ("PA", "panama"), ("BR", "brasil"), ("US", "eeuu usa"), ("GB", "inglaterra uk"), ("DE", "alemania"),
    ("IT", "italia"),
    ("AD", "andorra"), ("BE", "belgica"), ("CH", "suiza"), ("IE", "irlanda"), ("NL", "holanda"), ("CN", "china"),
    ("MA", "marruecos"), ("CA", "canada"), ("AU", "australia"), ("JP", "japon"), ("SG", "singapur"), ("TW", "taiwan"),
    ("JM", "jamaica"), ("BS", "bahamas"), ("BZ", "belice"), ("BB", "barbados"), ("BM", "bermudas"), ("BN", "brunei"),
    ("EG", "egipto"), ("GI", "gibraltar"), ("JE", "jersey"), ("SE", "suecia"), ("NO", "noruega"), ("DK", "dinamarca"),
    ("IS", "islandia"), ("IN", "india"), ("PK", "pakistan"), ("ID", "indonesia"), ("MU", "mauricio"),
    ("SC", "seychelles"), ("MV", "maldivas"), ("PH", "filipinas"), ("PL", "polonia"), ("AT", "austria"),
    ("GR", "grecia"),
    ("HU", "hungria"), ("RO", "rumania"), ("BG", "bulgaria"), ("FI", "finlandia"), ("LU", "luxemburgo"),
    ("RU", "rusia"), ("UA", "ucrania"), ("TR", "turquia"), ("IL", "israel"), ("KE", "kenia"), ("SY", "siria"),
    ("IQ", "irak"), ("IR", "iran"), ("QA", "catar qatar"), ("KW", "kuwait"), ("TN", "tunez"), ("DZ", "argelia"),
    ("HT", "haiti"),
  ]
  static let countryCodes = [""] + countries.map(\.0)

  /// First words of rules that their meaning does not betray, or that have no other meaning.
  private static let openers: [(Openings, String)] = [
    (
      .money,
      "de desde entre no mas menos hasta como maximo minimo debajo encima superior inferior mayor menor por al a u c us mx ar ca au nz hk nt rd r s b m nuevo nuevos"
    ),
    (
      .ordinal,
      "ultimo ultima ultimos ultimas siguiente siguientes proximo proxima proximos proximas anterior anteriores antes "
        + "penultimo penultima antepenultimo antepenultima previo previa actual"
    ),
    (
      .country,
      "estados reino gran costa el salvador republica puerto ee hong nueva sri arabia emiratos islas santa corea"
    ),
  ]

  static func define(in v: inout Vocabulary) {
    for (families, words) in openers { v.define(words) { $0.opens.formUnion(families) } }
    let synonyms: [(Keyword, String)] = [
      (.la, "las"), (.un, "una uno unos unas"), (.y, "i &"), (.viene, "viniente entrante venidero"),
      (.vienen, "vengan"), (.pasado, "pasada pasados pasadas paso"), (.proximo, "proxima proximos proximas prox"),
      (.siguiente, "siguientes"), (.anterior, "anteriores"), (.este, "esta estos estas"),
      (.ese, "esa esos esas aquel aquella"),
      (.ultimo, "ultima ultimos ultimas"), (.anteayer, "antier antiayer antesdeayer antayer"),
      (.manana, "mañana mañanas mñn manyana"), (.tarde, "tardes"), (.noche, "noches"),
      (.primeros, "principio principios comienzos comienzo inicios"), (.mediados, "mediado"),
      (.finales, "final finale"),
      (.media, "medias"), (.medio, "medios"), (.cuarto, "cuartos"), (.docena, "docenas"), (.par, "pares"),
      (.hora, "horas hrs hs"), (.h, "hr"), (.nº, "n°  num numero nro nr n.º"),
      (.pedido, "pedidos orden ordenes compra id"), (.referencia, "ref factura localizador expediente ticket"),
      (.dni, "nif nie documento cif"), (.tarjeta, "visa mastercard credito debito"), (.serie, "serial imei sn"),
      (.telefono, "tel tlf telf tfno movil fijo whatsapp "),
      (.seguimiento, "tracking envio localizacion rastreo"),
      (.laborable, "laborables habil habiles laboral laborales"), (.natural, "naturales"),
      (.nombre, "llamo llama llamas soy don dona doña sr sra señor señora apellido titular firmado atte"),
      (
        .talla,
        "tallas version modelo calle piso portal puerta iphone ios android windows galaxy ps playstation   "
          + "avenida avda plaza apartado codigo cp"
      ),
      (.espera, "espere esperad espero dame deme dadme aguarda esperate momento instante das"),
      (.plus, "pro max mini ultra air lite"),
      (.ano, "año"), (.antelacion, "retraso retrasos margen"), (.cada, "todas"), (.nadie, "ninguno"),
      (.finde, "findes"),
    ]
    for (keyword, words) in synonyms { v.define(words) { $0.keyword = keyword } }
    v.define("las") { $0.keyword = .las }
    v.define("todos") { $0.keyword = .todos }

    CurrencyWords.define(in: &v)
    for unit in MeasureUnit.allCases { v.define(unit.words) { $0.measure = unit } }

    for (code, words) in countries { v.define(words) { $0.country = code } }

    v.define(
      "pedi compre pague recibi llego entregaron entrego enviaron  cobraron devolvi cancele hice hizo hicieron llegaron "
        + "ha he han hemos habia habian estaba era fue fueron solicite realice encargue reclame llame hable escribi dijeron "
        + "dijo prometieron debia tenia tendria intente contacte recogieron recogio compramos pedimos adquiri"
    ) { $0.tense = -1 }
    v.define(
      "llega llegara llegue lleguen llegaran recibire voy vais va van entregaran entregan entreguen entregara sera seran "
        + "quiero querria puedo puede puedes pueden necesito podeis podria podrian vendra vendran estare mandais mandan programar "
        + "recoger recogeran recojan devolvere pasara pasaran estareis cambiar reservar llegaria llegarian recibiria entregarian entregaria vendria vendrian "
        + "sere seras iremos ire estaremos traeran traera"
    ) { $0.tense = 1 }
  }

  static func defineNumerals(in v: inout Vocabulary) {
    func cardinal(_ words: String, _ value: Int, _ kind: CardinalClass) {
      v.define(words) {
        $0.cardinal = value
        $0.cardinalClass = kind
      }
    }
    cardinal("cero zero", 0, .zero)
    let units = [
      "un uno una", "dos", "tres", "cuatro quatro cuatr", "cinco sinco", "seis", "siete", "ocho", "nueve",
    ]
    for (i, words) in units.enumerated() { cardinal(words, i + 1, .unit) }
    let teens = [
      "diez dies", "once", "doce dose", "trece", "catorce", "quince quinse kince", "dieciseis diesiseis", "diecisiete",
      "dieciocho",
      "diecinueve", "veinte vente", "veintiuno veintiuna veintiun", "veintidos", "veintitres", "veinticuatro",
      "veinticinco", "veintiseis", "veintisiete", "veintiocho", "veintinueve",
    ]
    for (i, words) in teens.enumerated() { cardinal(words, i + 10, .teen) }
    cardinal("veinti", 20, .tens)
    cardinal("dieci", 10, .tens)
    let tens = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
    let unitNames = ["un uno una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"]
    for (i, word) in tens.enumerated() {
      cardinal(word, (i + 3) * 10, .tens)
      for (j, names) in unitNames.enumerated() {
        for name in names.split(separator: " ") {
          cardinal("\(word)i\(name) \(word)y\(name)", (i + 3) * 10 + j + 1, .teen)
        }
      }
    }
    cardinal("cien ciento sien ", 100, .hundreds)
    let hundreds = [
      "dosciento docient docent", "tresciento trecient", "cuatrocient", "quinient kinient", "seiscient seicient",
      "setecient sietecient", "ochocient", "novecient nuevecient",
    ]
    for (i, stems) in hundreds.enumerated() {
      for stem in stems.split(separator: " ") {
        let root = stem.hasSuffix("o") ? String(stem.dropLast()) : String(stem)
        cardinal("\(root)os \(root)as", (i + 2) * 100, .hundreds)
      }
    }
    cardinal("mil", 1_000, .thousand)
    cardinal("millon millones", 1_000_000, .million)
    cardinal("billon billones", 1_000_000_000_000, .billion)
    cardinal("trillon trillones", 1_000_000_000_000_000_000, .trillion)
    let groups: [(Int, String)] = [
      (10, "decena decenas"), (12, "docena docenas"), (20, "veintena veintenas"), (30, "treintena treintenas"),
      (50, "cincuentena cincuentenas"), (100, "centena centenas centenar centenares"), (1_000, "millar millares"),
    ]
    for (value, words) in groups { cardinal(words, value, .group) }
    // A sign for a part is a numeral of its own.
    v.define("¼ ½ ¾ ⅐ ⅑ ⅒ ⅓ ⅔ ⅕ ⅖ ⅗ ⅘ ⅙ ⅚ ⅛ ⅜ ⅝ ⅞") { $0.opens.formUnion([.numeral, .money]) }
    defineOrdinals(in: &v)
  }

  private static func defineOrdinals(in v: inout Vocabulary) {
    // Stems that take o, a, os, as.
    let stems: [(Int, String)] = [
      (1, "primer"), (2, "segund"), (3, "tercer"), (4, "cuart"), (5, "quint"), (6, "sext"), (7, "septim setim"),
      (8, "octav"), (9, "noven"), (10, "decim"), (11, "undecim decimoprimer onceav"),
      (12, "duodecim decimosegund doceav"),
      (13, "decimotercer decimoterci treceav"), (14, "decimocuart"), (15, "decimoquint"), (16, "decimosext"),
      (17, "decimoseptim decimosetim"), (18, "decimooctav decimoctav"), (19, "decimonoven"), (20, "vigesim"),
      (30, "trigesim"), (40, "cuadragesim"), (50, "quincuagesim"), (60, "sexagesim"),
      (70, "septuagesim setuagesim"), (80, "octogesim"), (90, "nonagesim"), (100, "centesim"),
      (200, "ducentesim"), (300, "tricentesim"), (400, "cuadringentesim"), (500, "quingentesim"),
      (600, "sexcentesim"), (700, "septingentesim setingentesim"), (800, "octingentesim"),
      (900, "noningentesim nongentesim"), (1_000, "milesim"), (1_000_000, "millonesim"),
    ]
    for (value, words) in stems {
      for stem in words.split(separator: " ") {
        v.define("\(stem)o \(stem)a \(stem)os \(stem)as") { $0.ordinal = value }
      }
    }
    v.define("primer 1ero") { $0.ordinal = 1 }
    v.define("tercer") { $0.ordinal = 3 }
    v.define("decimotercer") { $0.ordinal = 13 }
    // «segundos» are of the clock.
    v.define("segundos") { $0.ordinal = 0 }

    let parts: [(Int, String)] = [
      (2, "medio medios"), (3, "tercio tercios"), (4, "cuarto cuartos"), (5, "quinto quintos"), (6, "sexto sextos"),
      (7, "septimo septimos"), (8, "octavo octavos"), (9, "noveno novenos"), (10, "decimo decimos decima decimas"),
      (11, "onceavo onceavos onzavo onzavos"), (12, "doceavo doceavos dozavo dozavos"), (13, "treceavo treceavos"),
      (100, "centesimo centesimos centesima centesimas"), (1_000, "milesimo milesimos milesima milesimas"),
      (1_000_000, "millonesimo millonesimos millonesima millonesimas"),
    ]
    for (value, words) in parts { v.define(words) { $0.denominator = value } }
  }
}
