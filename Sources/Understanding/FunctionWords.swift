/// Spanish words that carry no topic of their own: they weigh next to nothing in a cover, and count for nothing when
/// they are left over. Folded.
enum FunctionWords {
  static let all: Set<String> = Set(
    """
    a al ante con contra de del desde en entre hacia hasta para por segun sin sobre tras pa
    el la los las lo un una unos unas uno este esta esto estos estas ese esa eso esos esas aquel aquella aquello
    mi mis tu tus su sus me te se nos os le les yo ella ellos ellas usted ustedes nosotros vosotros mio mia
    y e o u ni que q si no pero porque pues como cuando donde cual cuales quien sino aunque
    ya muy mas menos tan tanto tambien tampoco asi aqui alli ahi ahora hoy todavia aun solo bien mal
    es son era fue ser soy eres sea estoy esta estan estaba estar he has ha han hemos habeis haber habia hay
    voy va vas van vamos ir iba tengo tiene tienes tener hace hacer hago puedo puede pueden puedes poder podria podrian
    podeis podriais quiero quiere quieren queria quisiera querria quieres querer necesito necesitaria deseo me
    gustaria favor porfa porfavor gracias hola buenas buenos dias tardes noches saludos estimados
    algo alguien algun alguna alguno nada nadie ningun ninguna otro otra otros otras mismo misma todo toda todos todas
    cada cosa cosas vez veces luego entonces ademas bueno oye oiga mira mire disculpe perdon perdona
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// What opens and closes a message without being a part of it.
  static let greetings = [
    "hola", "buenas", "buenos dias", "buenas tardes", "buenas noches", "por favor", "porfa", "gracias", "oye", "oiga",
  ]

  /// What may stand between «no» and the verb that it negates.
  static let clitics: Set<String> = ["me", "te", "se", "lo", "la", "los", "las", "le", "les", "nos", "os"]

  static let determiners: Set<String> = [
    "el", "la", "los", "las", "un", "una", "ningun", "ninguna", "mi", "mis", "este", "esta", "ese", "esa", "ninguno",
    "hacer", "pedir", "iniciar", "tramitar", "solicitar", "realizar", "de", "a", "que",
  ]

  /// First persons and «que»-frames of wishing and planning: «no quiero», «no voy a», «no pienso», «no hace falta».
  static let wishes: Set<String> = [
    "quiero", "queremos", "queria", "quisiera", "querria", "quise", "quiera", "deseo", "deseamos", "deseaba",
    "necesito", "necesitamos", "necesitaba", "pienso", "pretendo", "intento", "intentaba", "voy", "vamos", "iba",
    "gustaria", "interesa", "falta", "apetece", "he", "hemos", "pido", "pedi", "pedia", "solicito", "prefiero",
    "quiere", "desea", "hace", "querido", "pedido", "solicitado", "dicho", "digo", "decia", "queremos", "querido",
    "pensaba", "pensado", "planeo", "tenia", "intencion", "necesario", "preciso", "trata", "trataba", "queria",
    "quieras", "quieran", "deseaba", "desearia", "esperaba", "dije", "ganas",
  ]

  /// Those of the wishes that open one whatever follows.
  static let wants: Set<String> = [
    "quiero", "queremos", "quisiera", "queria", "querria", "necesito", "necesitamos", "necesitaria", "deseo",
    "desearia", "gustaria", "prefiero", "solicito",
  ]

  static let negators: Set<String> = [
    "no", "noo", "nooo", "noooo", "nooooo", "ni", "nunca", "jamas", "tampoco", "sin",
  ]

  /// Verbs whose denial is a fact that the customer reports, never a wish: «no recibo», «no encuentro».
  static let factVerbs: Set<String> = [
    "recibir", "encontrar", "ver", "poder", "saber", "entender", "reconocer", "conseguir", "recordar",
    "llegar", "funcionar", "aparecer", "salir", "dejar", "venir", "entrar", "apañar",
  ]

  /// Lemmas that frame a wish without naming it.
  static let frameLemmas: Set<String> = [
    "ser", "estar", "haber", "ir", "querer", "poder", "tener", "hacer", "deber", "necesitar", "desear", "gustar", "dar",
    "decir", "saber", "ver", "poner",
  ]

  /// Those that wish weigh the same however many intents speak of them: «quiero cancelar el tresillo» is two words.
  static let wishLemmas: Set<String> = ["querer", "poder", "deber", "necesitar", "desear", "gustar"]

  /// Their commonest forms, whether or not the content names the verb.
  static let facts: Set<String> = [
    "puedo", "puedes", "puede", "podemos", "podeis", "pueden", "podia", "pude", "pudo", "consigo", "consigue", "logro",
    "deja", "dejan", "dejais", "permite", "permiten", "sabemos", "encuentro", "veo", "entiendo", "recuerdo",
    "acuerdo", "aparece", "sale", "salia", "funciona", "hay", "llega", "llego", "recibo", "recibi",
  ]

  /// Words that join two wishes in one clause: what follows is a region of its own.
  static let joints: Set<String> = ["y", "e", "pero", "sino", "ademas", "aunque"]

  /// «ya», «de cancelar nada», and orders to let a matter be.
  static let settling: Set<String> = [
    "ya", "da", "nada", "nadie", "olvida", "olvidalo", "olvidelo", "olvidenlo", "olvidadlo", "olvidate", "olvidese",
    "olvidense", "olvidaos", "olvidad", "olviden", "dejate", "dejan", "dejas", "dejais",
    "dejese", "dejense", "dejaos", "deja", "deje", "dejen", "dejad", "dejala", "dejalo", "dejalas", "dejalos", "dejela",
    "dejelo", "dejelas", "dejelos", "dejenla", "dejenlo", "dejenlas", "dejenlos", "dejadla", "dejadlo", "dejadlas",
    "dejadlos",
  ]

  /// What asks for something, beside the wishes: question words, permissions, courtesies.
  static let asking: Set<String> = [
    "donde", "dnd", "cuando", "como", "cuanto", "cuanta", "cuantos", "cuantas", "cual", "cuales", "quien", "quienes",
    "puedo", "puedes", "puede", "pueden", "podeis", "podemos", "podria", "podrian", "podriais", "podes", "pudiera",
    "pudieran", "saber", "gustaria", "ayuda", "favor",
  ]

  /// What adds something to what was said, by itself or with the next word: «además», «otra cosa», «de paso».
  static let additions: Set<String> = [
    "ademas", "tambien", "aparte", "asimismo", "otra", "otro", "lo", "de", "por", "ya",
  ]

  static let yes: Set<String> = [
    "si", "sip", "sii", "siii", "sep", "vale", "ok", "oka", "okey", "okay", "okei", "claro", "dale", "hazlo",
    "adelante",
    "perfecto", "correcto", "exacto", "confirmo", "confirmar", "confirmado", "confirmalo", "venga", "procede",
    "proceda",
    "afirmativo", "andale", "bueno", "sale", "hagalo", "seguro", "acuerdo", "supuesto", "efectivamente", "eso",
    "genial",
  ]

  static let noes: Set<String> = ["no", "nop", "nope", "noo", "nooo", "negativo", "nunca", "jamas", "nah", "ni"]

  static let everything: Set<String> = [
    "todo", "todos", "toda", "todas", "entero", "entera", "enteros", "completo", "completa", "ambos", "ambas",
  ]

  static let exceptions: Set<String> = ["menos", "excepto", "salvo", "quitando", "excluyendo"]

  /// Positions from 1; -1 is the last, -2 the one before.
  static let ordinals: [String: Int] = [
    "primero": 1, "primera": 1, "primer": 1, "segundo": 2, "segunda": 2, "tercero": 3, "tercera": 3, "tercer": 3,
    "cuarto": 4, "cuarta": 4, "quinto": 5, "quinta": 5, "sexto": 6, "sexta": 6, "septimo": 7, "octavo": 8,
    "ultimo": -1, "ultima": -1, "penultimo": -2, "penultima": -2, "1o": 1, "2o": 2, "3o": 3, "1a": 1, "2a": 2, "3a": 3,
  ]

  static let cardinals: [String: Int] = [
    "uno": 1, "una": 1, "un": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8,
  ]
}
