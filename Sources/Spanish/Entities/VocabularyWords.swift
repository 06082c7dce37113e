/// The words of the language that entities are made of, each once, as folding leaves them.
enum VocabularyWords {
  static let countries: [(String, String)] = [
    ("ES", "españa espana"), ("PT", "portugal"), ("FR", "francia"), ("MX", "mexico mejico"), ("AR", "argentina"),
    ("CO", "colombia"), ("CL", "chile"), ("PE", "peru"), ("VE", "venezuela"), ("EC", "ecuador"), ("BO", "bolivia"),
    ("UY", "uruguay"), ("PY", "paraguay"), ("CU", "cuba"), ("GT", "guatemala"), ("HN", "honduras"), ("NI", "nicaragua"),
    ("PA", "panama"), ("BR", "brasil"), ("US", "eeuu usa"), ("GB", "inglaterra uk"), ("DE", "alemania"),
    ("IT", "italia"),
    ("AD", "andorra"), ("BE", "belgica"), ("CH", "suiza"), ("IE", "irlanda"), ("NL", "holanda"), ("CN", "china"),
    ("MA", "marruecos"),
  ]
  static let countryCodes = [""] + countries.map(\.0)

  static let currencies: [(String, String)] = [
    ("EUR", "euro euros eur eurs eurillos eurito euritos leuros pavo pavos €"),
    ("USD", "usd us$  "), ("$", "dolar dolares dollar dollars $"), ("GBP", "gbp libra libras £ esterlinas"),
    ("MXN", "mxn"), ("ARS", "ars"), ("CLP", "clp"), ("COP", "cop"), ("PEN", "pen sol soles"), ("UYU", "uyu"),
    ("BRL", "brl real reales r$"), ("CHF", "chf franco francos"), ("JPY", "jpy yen yenes ¥"),
    ("CNY", "cny yuan yuanes"),
    ("ESP", "peseta pesetas ptas pta pts"), ("peso", "peso pesos"),
    ("cent", "centimo centimos centavo centavos cent cts ¢"),
    ("VES", "bolivar bolivares"), ("BOB", "bolivianos boliviano"), ("PYG", "guarani guaranies"),
    ("HNL", "lempira lempiras"),
    ("GTQ", "quetzal quetzales"), ("CRC", "colon colones"), ("INR", "rupia rupias"), ("RUB", "rublo rublos"),
    ("SEK", "corona coronas"),
  ]
  static let currencyCodes = [""] + currencies.map(\.0)

  /// First words of rules that their meaning does not betray, or that have no other meaning.
  private static let openers: [(Openings, String)] = [
    (.money, "de desde entre no mas menos hasta u c us mx r s"),
    (.country, "estados reino gran costa el republica puerto ee"),
  ]

  static func define(in v: inout Vocabulary) {
    for (families, words) in openers { v.define(words) { $0.opens.formUnion(families) } }
    let synonyms: [(Keyword, String)] = [
      (.la, "las"), (.un, "una uno unos unas"), (.y, "i &"), (.viene, "viniente entrante venidero"),
      (.vienen, "vengan"), (.pasado, "pasada pasados pasadas paso"), (.proximo, "proxima proximos proximas prox"),
      (.siguiente, "siguientes"), (.este, "esta estos estas"), (.ese, "esa esos esas aquel aquella"),
      (.ultimo, "ultima ultimos ultimas"), (.anteayer, "antier antiayer antesdeayer antayer"),
      (.manana, "mañana mañanas mñn manyana"), (.tarde, "tardes"), (.noche, "noches"),
      (.primeros, "principio principios comienzos comienzo inicios"), (.mediados, "mediado"),
      (.finales, "final finale"),
      (.media, "medias"), (.medio, "medios"), (.cuarto, "cuartos"), (.mas, ""), (.docena, "docenas"), (.par, "pares"),
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

    for (code, words) in currencies { v.define(words) { $0.currency = code } }

    for (code, words) in countries { v.define(words) { $0.country = code } }

    v.define(
      "pedi compre pague recibi llego entregaron entrego enviaron  cobraron devolvi cancele hice hizo hicieron llegaron "
        + "ha he han hemos habia habian estaba era fue fueron solicite realice encargue reclame llame hable escribi dijeron "
        + "dijo prometieron debia tenia tendria intente contacte recogieron recogio compramos pedimos adquiri"
    ) { $0.tense = -1 }
    v.define(
      "llega llegara llegue lleguen llegaran recibire voy vais va van entregaran entregan entreguen entregara sera seran "
        + "quiero querria puedo puede pueden necesito podeis podria podrian vendra vendran estare mandais mandan programar "
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

    let ordinals: [(Int, String)] = [
      (1, "primero primera primer  primeras 1ero"), (2, "segundo segunda segundas"),
      (3, "tercero tercera tercer terceros terceras"), (4, "cuarto cuarta cuartas"),
      (5, "quinto quinta quintos quintas"),
      (6, "sexto sexta"), (7, "septimo septima setimo"), (8, "octavo octava"), (9, "noveno novena"),
      (10, "decimo decima"),
      (11, "undecimo undecima decimoprimero"), (12, "duodecimo duodecima decimosegundo"),
      (13, "decimotercero decimotercera"),
      (14, "decimocuarto decimocuarta"), (15, "decimoquinto decimoquinta"), (16, "decimosexto decimosexta"),
      (17, "decimoseptimo decimoseptima"), (18, "decimoctavo decimoctava"), (19, "decimonoveno decimonovena"),
      (20, "vigesimo vigesima"), (30, "trigesimo trigesima"), (40, "cuadragesimo cuadragesima"),
      (50, "quincuagesimo quincuagesima"), (60, "sexagesimo"), (70, "septuagesimo"), (80, "octogesimo"),
      (90, "nonagesimo"), (100, "centesimo centesima"), (1_000, "milesimo milesima"),
    ]
    for (value, words) in ordinals { v.define(words) { $0.ordinal = value } }
    v.define("primeros") { $0.ordinal = 1 }
  }
}
