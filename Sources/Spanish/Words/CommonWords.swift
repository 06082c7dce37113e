/// Good Spanish that the content need not name: words listed here, with their forms, are never repaired.
enum CommonWords {
  /// Short words that get glued to others: «porfavor», «mipedido», «noquiero», «dela».
  private static let glue: ByteTable = {
    var table = ByteTable()
    for word in list(glueWords) { _ = table.insert(Array(word.utf8)[...]) }
    return table
  }()

  static func isGlue(_ word: ArraySlice<UInt8>) -> Bool { glue.find(word) != nil }

  /// The same words for every lexicon, made once: folded form and what it may do.
  private static let known: [(form: [UInt8], use: FormUse)] = {
    var known: [(form: [UInt8], use: FormUse)] = []
    func add(_ text: String, _ use: FormUse) {
      known.append((LexiconBuilder.folded(text) { $0 }, use))
    }
    for word in list(glueWords) + list(functionWords) + list(CommonVocabulary.others) { add(word, .free) }
    for noun in list(CommonVocabulary.nouns) {
      add(noun, .free)
      for plural in NominalForms.plurals(of: noun) { add(plural, .free) }
    }
    for adjective in list(CommonVocabulary.adjectives) {
      for form in NominalForms.adjective(adjective) { add(form, .free) }
    }
    for verb in list(CommonVocabulary.verbs) {
      for form in Conjugation(infinitive: verb)?.forms() ?? [] { add(form.text, form.use) }
    }
    return known
  }()

  static func add(to builder: inout LexiconBuilder) {
    for word in known { builder.add(word.form, use: word.use) }
  }

  private static func list(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
  }

  private static let glueWords = """
    a al con de del desde el ella ellos en es esta este esto eso ese esa ha han he hay hoy la las le les lo los mas
    me mi mis muy ni no nos o para pero por porque que quien se si sin sobre su sus te tu tus un una uno ya y yo
    como cuando donde cual todo toda mucho muchas muchos gracias buenas buenos hola
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
    cómo qué quién dónde cuándo cuánto cuál vale ok okay oye oiga mira mire ay ah eh oh uf uff uy bah jaja jajaja
    jeje vaya venga anda ojalá adiós chao hey hi hello bueno perfecto genial gracias etc etcétera e u per cada dos
    tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho
    diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco treinta cuarenta cincuenta sesenta
    setenta ochenta noventa cien ciento doscientos trescientos cuatrocientos quinientos mil millón millones primero
    segunda segundo tercera tercero cuarta cuarto quinto quinta sexto séptimo octavo noveno décimo enero febrero
    marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre lunes martes miércoles
    jueves viernes sábado sábados domingo domingos
    """
}
