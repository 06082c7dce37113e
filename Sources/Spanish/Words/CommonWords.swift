/// Good Spanish that the content need not name: no word of this kind is ever repaired. One table for every lexicon,
/// made when the first one is.
enum CommonWords {
  /// Makes the tables, so that no message has to wait for them.
  static func prepare() { _ = (table.count, glue.count, RegularVerbs.shared) }

  /// Whether the folded word is Spanish: a listed word, a form of a listed verb, or derived from one of them.
  static func contains(_ word: ArraySlice<UInt8>) -> Bool {
    if table.find(word) != nil || RegularVerbs.shared.containsForm(word) || isLaughter(word) { return true }
    return Derivations.isDerived(
      word, isNominal: { table.find($0) != nil },
      isInfinitive: { table.find($0) != nil || RegularVerbs.shared.containsForm($0) })
  }

  /// Whether the folded word is the infinitive or the gerund of a listed verb, which may carry pronouns. Imperatives of
  /// verbs that the content does not name are too like its typos («canse-la»).
  static func isCertainHost(_ host: ArraySlice<UInt8>) -> Bool {
    let isInfinitive = host.last == UInt8(ascii: "r") && !host.suffix(2).elementsEqual("or".utf8)
    guard isInfinitive || host.suffix(3).elementsEqual("ndo".utf8) else { return false }
    return table.find(host) != nil || RegularVerbs.shared.containsForm(host)
  }

  /// Short words that get glued to others: «porfavor», «mipedido», «noquiero», «dela».
  static func isGlue(_ word: ArraySlice<UInt8>) -> Bool { glue.find(word) != nil }

  static func isGlue(_ word: ArraySlice<UInt8>, hash: UInt32) -> Bool { glue.find(word, hash: hash) != nil }

  /// Whether the word itself stands in the lists, or as a form of a verb that does not follow the rules.
  static func isListed(_ word: ArraySlice<UInt8>, hash: UInt32) -> Bool { table.find(word, hash: hash) != nil }

  /// «jajaja», «jejeje», «jajsja», «mmm».
  private static func isLaughter(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 3, let first = word.first else { return false }
    if word.allSatisfy({ $0 == first }) { return true }
    guard word.count >= 4 else { return false }
    var aspirates = 0
    var vowel: UInt8 = 0
    for letter in word {
      if letter == UInt8(ascii: "j") || letter == UInt8(ascii: "h") {
        aspirates += 1
      } else if Phonetics.isVowel(letter), vowel == 0 || vowel == letter {
        vowel = letter
      } else {
        return false
      }
    }
    return vowel != 0 && aspirates >= 2
  }

  private static let glue: ByteTable = {
    var table = ByteTable()
    for word in list(glueWords) { _ = table.insert(Array(word.utf8)[...]) }
    return table
  }()

  private static let table: ByteTable = {
    var table = ByteTable(minimumCapacity: 60_000)
    func add(_ text: String) {
      let folded = LexiconBuilder.folded(text) { $0 }
      _ = table.insert(folded[...])
      // ñ is often typed as n.
      if folded.contains(0xc3) { _ = table.insert(LexiconBuilder.withoutTilde(folded)[...]) }
    }
    for word in list(glueWords) + list(functionWords) + list(CommonInvariables.all) { add(word) }
    for name in list(CommonNames.all) { add(name) }
    for noun in list(CommonNouns.all) {
      add(noun)
      for plural in NominalForms.plurals(of: noun) { add(plural) }
    }
    for adjective in list(CommonAdjectives.all) {
      for form in NominalForms.inflections(ofAdjective: adjective) { add(form) }
    }
    for verb in RegularVerbs.shared.others {
      for form in Conjugation(infinitive: verb)?.forms() ?? [] where form.use.contains(.free) { add(form.text) }
    }
    return table
  }()

  static func list(_ text: String) -> [String] {
    text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { String(Substring($0)) }
  }

  private static let glueWords = """
    a al con de del desde el ella ellos en es esta este esto eso ese esa ha han he hay hoy la las le les lo los mas
    me mi mis muy ni no nos o para pero por porque que quien se si sin sobre su sus te tu tus un una uno ya y yo
    como cuando donde cual todo toda mucho muchas muchos gracias buenas buenos hola favor
    """

  private static let functionWords = """
    ante bajo cabe contra durante entre hacia hasta mediante según sin so tras versus vía ambas ambos aquel aquella
    aquellas aquellos aquello cada cierta cierto ciertas ciertos cual cuales cualquier cualquiera cuan cuanta
    cuantas cuanto cuantos cuya cuyas cuyo cuyos demás demasiado demasiada demasiados demasiadas esas esos estas
    estos más menos mía mías mío míos misma mismas mismo mismos mucha nada nadie ninguna ninguno ningún ningunos
    ningunas nosotras nosotros nuestra nuestras nuestro nuestros os otra otras otro otros poca pocas poco pocos
    quienes sendos suya suyas suyo suyos tal tales tanta tantas tanto tantos ti toda todas todos tuya tuyas tuyo
    tuyos unas unos usted ustedes ustéd varias varios vos vosotras vosotros vuestra vuestras vuestro vuestros él
    ello ellas mí conmigo contigo consigo algo alguien alguna algunas alguno algunos algún ahí ahora allá allí
    anoche anteayer antes apenas aquí así atrás aun aún ayer bastante bastantes bien casi cerca claro debajo delante
    dentro deprisa despacio después detrás encima enfrente enseguida entonces fuera igual incluso jamás junto lejos
    luego mal mañana medio mejor menos mientras nunca peor pronto quizá quizás recién salvo siempre siquiera solo
    sólo también tampoco tan tarde temprano todavía tras aunque conque excepto pues sea sino donde adonde porque
    cómo qué quién dónde cuándo cuánto cuál vale ok okay oye oiga mira mire ay ah eh oh uf uff uy bah vaya venga anda
    ojalá adiós chao hey hi hello bueno perfecto genial gracias etc etcétera e u per cada dos
    tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho
    diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco treinta cuarenta cincuenta sesenta
    setenta ochenta noventa cien ciento doscientos trescientos cuatrocientos quinientos mil millón millones primero
    segunda segundo tercera tercero cuarta cuarto quinto quinta sexto séptimo octavo noveno décimo enero febrero
    marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre lunes martes miércoles
    jueves viernes sábado sábados domingo domingos
    """
}
