/// The names, codes and signs of money: what people write beside an amount.
///
/// Codes are those of ISO 4217. A name that several countries share has a sign of its own until an adjective, a country or the
/// customer's country tells which: `$` dollar, `peso`, `£` pound, `F` franc, `K` crown, `R` rupee, `DN` dinar, `RI` rial,
/// `DR` dirham, `S` shilling, `RB` rouble, `M` mark, `MA` manat, `cent` hundredth. Sources: ISO 4217, the RAE's Ortografía
/// (names), and common use (slang).
enum CurrencyWords {
  /// Each code or sign with the words that mean it alone, as folding leaves them.
  static let names: [(code: String, words: String)] = [
    ("EUR", "euro euros eur eurs eurillo eurillos eurito euritos leuro leuros eurazo eurazos euraco euracos €"),
    ("$", "dolar dolares dollar dollars dolarillos $"), ("USD", "usd"), ("peso", "peso pesos pesitos"),
    ("£", "libra libras £"), ("GBP", "gbp esterlina esterlinas"), ("GBX", "penique peniques pence penny"),
    ("F", "franco francos"), ("K", "corona coronas"), ("R", "rupia rupias"), ("DN", "dinar dinares"),
    ("RI", "rial riales riyal riyales"), ("DR", "dirham dirhams dirhames"), ("S", "chelin chelines"),
    ("RB", "rublo rublos ₽"), ("M", "marco marcos"), ("MA", "manat manats"),
    ("cent", "centimo centimos centavo centavos cent cents cts ctvs centimillos ¢"),
    ("ESP", "peseta pesetas ptas pta pts"), ("pavo", "pavo pavos pavete pavetes"), ("luca", "luca lucas"),
    ("palo", "palo palos"), ("mango", "mango mangos"), ("varo", "varo varos"), ("sol", "sol soles"),
    ("BRL", "real reales"), ("CNY", "yuan yuanes renminbi"), ("JPY", "yen yenes ¥"), ("KRW", "won wones ₩"),
    ("TRY", "lira liras ₺"), ("VES", "bolivar bolivares bs"), ("BOB", "boliviano bolivianos"),
    ("PYG", "guarani guaranies ₲ gs"), ("HNL", "lempira lempiras"), ("GTQ", "quetzal quetzales"),
    ("CRC", "colon colones ₡"), ("NIO", "cordoba cordobas"), ("PAB", "balboa balboas"), ("HTG", "gourde gourdes"),
    ("ILS", "shekel shekels shequel shequels sequel sequels ₪"), ("ZAR", "rand rands"), ("NGN", "naira nairas ₦"),
    ("GHS", "cedi cedis ₵"), ("KES", "ksh"), ("ETB", "birr birrs"), ("THB", "baht bahts"), ("VND", "dong dongs ₫"),
    ("MYR", "ringgit ringgits"), ("IDR", "idr"), ("PHP", "₱"), ("INR", "₹"), ("UAH", "grivna grivnas ₴"),
    ("PLN", "zloty zlotys zlotis zł"), ("HUF", "forinto forintos florint"), ("RON", "leu lei leus"),
    ("BGN", "lev levs leva"),
    ("HRK", "kuna kunas"), ("ALL", "lek leks"), ("AFN", "afgani afganis"), ("AMD", "dram drams"), ("GEL", "lari laris"),
    ("KZT", "tenge tenges ₸"), ("MNT", "tugrik tugriks"), ("BDT", "taka takas"), ("BTN", "ngultrum ngultrums"),
    ("KHR", "riel rieles"), ("LAK", "kip kips"), ("MMK", "kyat kyats"), ("MOP", "pataca patacas"), ("KPW", "kpw"),
    ("AOA", "kwanza kwanzas"), ("BWP", "pula pulas"), ("GMD", "dalasi dalasis"), ("LSL", "loti lotis maloti"),
    ("MGA", "ariary ariarys"), ("MZN", "metical meticales"), ("ERN", "nakfa nakfas"), ("SLL", "leone leones"),
    ("SZL", "lilangeni lilangenis emalangeni"), ("ZMW", "kwacha kwachas"), ("CVE", "escudo escudos"),
    ("MKD", "denar denares"),
    ("MRU", "uguiya uguiyas"), ("TJS", "somoni somonis"), ("PGK", "kina kinas"), ("WST", "tala talas"),
    ("VUV", "vatu vatus"), ("STN", "dobra dobras"), ("AWG", "florin florines"), ("KGS", "som soms"),
    ("BTC", "bitcoin bitcoins btc ₿"),
  ]

  /// Codes that need no sign of being one; the rest count only in capitals («SOS», «ALL», «TOP» are words too).
  static let plainCodes = "mxn ars clp cop pen uyu brl chf jpy cny cad aud nzd sek nok dkk crc dop gtq hnl ves bob pyg"

  static let codes =
    "AED AFN ALL AMD ANG AOA AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BSD BTN BWP BYN BZD CDF COP CUP CVE CZK DJF DZD EGP ERN "
    + "ESP ETB FJD FKP GEL GHS GIP GMD GNF GYD HKD HTG HUF IDR ILS INR IQD IRR ISK JMD JOD KES KGS KHR KMF KPW KRW KWD "
    + "KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MYR MZN NAD NGN NIO NPR OMR PAB PGK "
    + "PHP PKR PLN QAR RON RSD RUB RWF SAR SBD SCR SDG SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP "
    + "TRY TTD TWD TZS UAH UGX UZS VEF VND VUV WST XAF XCD XOF XPF YER ZAR ZMW"

  /// What a shared name is in a country: sign, then pairs of country and code.
  static let national: [String: [String: String]] = [
    "$": [
      "US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "HK": "HKD", "SG": "SGD", "TW": "TWD", "JM": "JMD",
      "BS": "BSD",
      "BZ": "BZD", "BB": "BBD", "BM": "BMD", "TT": "TTD", "GY": "GYD", "SR": "SRD", "NA": "NAD", "FJ": "FJD",
      "LR": "LRD",
      "KY": "KYD", "BN": "BND", "SB": "SBD",
    ],
    "peso": [
      "MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "UY": "UYU", "DO": "DOP", "CU": "CUP", "PH": "PHP",
    ],
    "£": [
      "GB": "GBP", "EG": "EGP", "LB": "LBP", "SY": "SYP", "SD": "SDG", "SS": "SSP", "FK": "FKP", "GI": "GIP",
      "SH": "SHP",
      "JE": "JEP", "IM": "IMP",
    ],
    "F": ["CH": "CHF", "CD": "CDF", "RW": "RWF", "BI": "BIF", "DJ": "DJF", "GN": "GNF", "KM": "KMF"],
    "K": ["SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK", "CZ": "CZK"],
    "R": [
      "IN": "INR", "PK": "PKR", "NP": "NPR", "LK": "LKR", "MU": "MUR", "SC": "SCR", "MV": "MVR", "ID": "IDR",
    ],
    "DN": [
      "DZ": "DZD", "BH": "BHD", "IQ": "IQD", "JO": "JOD", "KW": "KWD", "LY": "LYD", "RS": "RSD", "TN": "TND",
    ],
    "RI": ["IR": "IRR", "YE": "YER", "OM": "OMR", "QA": "QAR", "SA": "SAR"],
    "DR": ["MA": "MAD", "AE": "AED"],
    "S": ["KE": "KES", "SO": "SOS", "TZ": "TZS", "UG": "UGX"],
    "RB": ["RU": "RUB", "BY": "BYN"], "M": ["DE": "DEM", "BA": "BAM"], "MA": ["AZ": "AZN", "TM": "TMT"],
    "KRW": ["KR": "KRW", "KP": "KPW"], "RON": ["RO": "RON", "MD": "MDL"], "ZMW": ["ZM": "ZMW", "MW": "MWK"],
    "TRY": ["TR": "TRY", "IT": "ITL"], "BRL": ["BR": "BRL"], "CRC": ["CR": "CRC", "SV": "SVC"],
  ]

  /// What `$`, «pesos» and «centavos» are to somebody of a country.
  static let home: [String: String] = [
    "ES": "EUR", "PT": "EUR", "FR": "EUR", "DE": "EUR", "IT": "EUR", "IE": "EUR", "NL": "EUR", "BE": "EUR", "AD": "EUR",
    "AT": "EUR", "MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "UY": "UYU", "DO": "DOP", "CU": "CUP", "US": "USD",
    "PR": "USD", "EC": "USD", "SV": "USD", "PA": "USD", "CA": "CAD", "PE": "PEN", "BO": "BOB", "PY": "PYG", "VE": "VES",
    "CR": "CRC", "GT": "GTQ", "HN": "HNL", "NI": "NIO", "BR": "BRL", "GB": "GBP", "CH": "CHF",
  ]

  /// Slang by country: what one of it is worth, in which currency. A word of another country is no money here.
  static let slang: [String: [String: (factor: Int, code: String)]] = [
    "pavo": ["ES": (1, "EUR"), "US": (1, "USD"), "SV": (1, "USD"), "PA": (1, "USD"), "PR": (1, "USD")],
    "luca": ["AR": (1_000, "ARS"), "CL": (1_000, "CLP"), "CO": (1_000, "COP"), "PE": (1, "PEN"), "UY": (1_000, "UYU")],
    "palo": ["AR": (1_000_000, "ARS"), "CL": (1_000_000, "CLP"), "CO": (1_000_000, "COP"), "UY": (1_000_000, "UYU")],
    "mango": ["AR": (1, "ARS"), "UY": (1, "UYU")], "varo": ["MX": (1, "MXN")],
    "sol": ["PE": (1, "PEN"), "*": (1, "PEN")],
  ]

  /// Adjectives of origin beside the name of a currency, in the masculine singular, with the country they mean.
  static let origins: [(country: String, words: String)] = [
    ("US", "estadounidense americano norteamericano gringo"), ("CA", "canadiense"), ("AU", "australiano"),
    ("NZ", "neozelandes"), ("HK", "hongkones"), ("SG", "singapurense"), ("TW", "taiwanes"),
    ("JM", "jamaicano jamaiquino"),
    ("BS", "bahameño bahameno"), ("BZ", "beliceño beliceno"), ("BB", "barbadense"), ("BM", "bermudeño bermudeno"),
    ("TT", "trinitense"), ("GY", "guyanes"), ("SR", "surinames"), ("NA", "namibio"), ("FJ", "fiyiano"),
    ("LR", "liberiano"),
    ("MX", "mexicano mejicano"), ("AR", "argentino"), ("CL", "chileno"), ("CO", "colombiano"), ("UY", "uruguayo"),
    ("DO", "dominicano"), ("CU", "cubano"), ("PH", "filipino"), ("GB", "esterlina britanico ingles"), ("EG", "egipcio"),
    ("LB", "libanes"), ("SY", "sirio"), ("SD", "sudanes"), ("SS", "sursudanes"), ("FK", "malvinense"),
    ("GI", "gibraltareño gibraltareno"), ("IM", "manes"), ("CH", "suizo"), ("CD", "congoleño congoleno"),
    ("RW", "ruandes"),
    ("BI", "burundes"), ("DJ", "yibutiano"), ("GN", "guineano"), ("KM", "comorano"), ("SE", "sueco"), ("NO", "noruego"),
    ("DK", "danes"), ("IS", "islandes"), ("CZ", "checo"), ("IN", "indio hindu"), ("PK", "pakistani paquistani"),
    ("NP", "nepali"),
    ("ID", "indonesio"), ("DZ", "argelino"), ("BH", "bahreini"), ("IQ", "iraqui"), ("JO", "jordano"), ("KW", "kuwaiti"),
    ("LY", "libio"), ("RS", "serbio"), ("TN", "tunecino"), ("IR", "irani"), ("YE", "yemeni"), ("OM", "omani"),
    ("QA", "qatari catari"), ("SA", "saudi saudita"), ("MA", "marroqui"), ("AE", "emirati"), ("KE", "keniano keniata"),
    ("SO", "somali"), ("TZ", "tanzano"), ("UG", "ugandes"), ("RU", "ruso"), ("BY", "bielorruso"), ("DE", "aleman"),
    ("BA", "bosnioherzegovino bosnio"), ("AZ", "azeri"), ("TM", "turkmeno"), ("KR", "surcoreano"), ("KP", "norcoreano"),
    ("RO", "rumano"), ("MD", "moldavo"), ("ZM", "zambiano"), ("MW", "malaui"), ("TR", "turco"), ("IT", "italiano"),
    ("BR", "brasileño brasileno"), ("CR", "costarricense"), ("SV", "salvadoreño salvadoreno"), ("PE", "peruano"),
    ("CN", "chino"), ("JP", "japones"), ("BO", "boliviano"), ("PY", "paraguayo"), ("VE", "venezolano"),
    ("NI", "nicaragüense nicaraguense"), ("HN", "hondureño hondureno"), ("GT", "guatemalteco"),
    ("PA", "panameño panameno"),
    ("HT", "haitiano"), ("ZA", "sudafricano"), ("TH", "tailandes"), ("HU", "hungaro"), ("BG", "bulgaro"),
    ("HR", "croata"),
    ("PL", "polaco"), ("AL", "albanes"), ("AM", "armenio"), ("GE", "georgiano"), ("UA", "ucraniano"), ("IL", "israeli"),
  ]

  /// The codes by their index, the first of none.
  static let all: [String] = {
    var all = [""]
    let listed = codes.split(separator: " ").map(String.init) + plainCodes.split(separator: " ").map { $0.uppercased() }
    for code in names.map(\.code) + listed where !all.contains(code) { all.append(code) }
    return all
  }()

  static func define(in v: inout Vocabulary) {
    for (code, words) in names { v.define(words) { $0.currency = code } }
    for code in codes.split(separator: " ") {
      v.define(code.lowercased()) {
        guard !$0.hasCurrency else { return }
        $0.currency = String(code)
        $0.isCodeOnly = true
      }
    }
    for code in plainCodes.split(separator: " ") {
      v.define(String(code)) {
        $0.currency = code.uppercased()
        $0.isCodeOnly = false
      }
    }
    for (country, words) in origins {
      for word in words.split(separator: " ") { for form in forms(of: word) { v.define(form) { $0.origin = country } } }
    }
  }

  /// The four forms of an adjective: mexicano, mexicana, mexicanos, mexicanas; inglés, inglesa, ingleses; saudí, saudíes.
  private static func forms(of word: Substring) -> [String] {
    let stem = word.dropLast()
    switch word.last {
    case "o": return ["\(stem)o", "\(stem)a", "\(stem)os", "\(stem)as"]
    case "s", "n": return ["\(word)", "\(word)a", "\(word)es", "\(word)as"]
    case "i", "u": return ["\(word)", "\(word)es", "\(word)s"]
    default: return ["\(word)", "\(word)s"]
    }
  }
}
