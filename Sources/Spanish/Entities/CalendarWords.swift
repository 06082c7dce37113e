/// The words of the calendar and the clock, each once, as folding leaves them.
enum CalendarWords {
  static func define(in v: inout Vocabulary) {
    // A holiday's words are known, whatever else they mean.
    v.define(HolidayTable.words) { _ in }
    v.define(HolidayTable.firstWords) { $0.opensHoliday = true }
    let months = [
      "enero ene", "febrero feb febr", "marzo mzo mar", "abril abr", "mayo may", "junio jun", "julio jul",
      "agosto ago agto", "septiembre setiembre sept sep set", "octubre oct", "noviembre nov", "diciembre dic dici",
    ]
    for (i, names) in months.enumerated() { v.define(names) { $0.month = i + 1 } }
    let weekdays = [
      "lunes lun", "martes mar", "miercoles mie mierc miercole", "jueves jue juev", "viernes vie vier",
      "sabado sabados sab", "domingo domingos dom",
    ]
    for (i, names) in weekdays.enumerated() { v.define(names) { $0.weekday = i + 1 } }
    let units: [(TimeUnit, String)] = [
      (.second, "segundo segundos seg segs segundito segunditos"),
      (.minute, "minuto minutos min mins minutito minutitos"),
      (.hour, "hora horas h hs hrs hr horita horitas"), (.day, "dia dias dd diita diitas"),
      (.week, "semana semanas sem semanita semanitas"), (.fortnight, "quincena quincenas"),
      (.month, "mes meses mesecito"),
      (.bimester, "bimestre bimestres"), (.quarter, "trimestre trimestres"),
      (.fourMonths, "cuatrimestre cuatrimestres"), (.semester, "semestre semestres"),
      (.year, "año años ano anos añito"),
      (.lustrum, "lustro lustros"), (.decade, "decada decadas decenio decenios"), (.century, "siglo siglos"),
    ]
    for (unit, words) in units { v.define(words) { $0.unit = unit } }
    let synonyms: [(Keyword, String)] = [
      (.ahora, "ahorita ahoritita"), (.mismo, "misma mismito"), (.actual, "actuales"),
      (.todo, "toda entero entera"), (.resto, ""), (.mitad, ""), (.varios, "varias algunos algunas"),
      (.temprano, "tempranito"), (.posterior, "posteriores ulterior"), (.alrededor, "aproximadamente aprox"),
      (.antenoche, "anteanoche antesdeanoche"), (.transanteayer, "trasanteayer trasantier"),
      (.otono, "otoño"), (.vez, "veces"), (.presente, "corriente"), (.diario, "diaria diarias"),
      (.diariamente, "cotidianamente"), (.semanal, "semanalmente semanales"),
      (.quincenal, "quincenalmente quincenales"),
      (.mensual, "mensualmente mensuales"), (.bimestral, "bimensual bimensuales bimestralmente bimestrales"),
      (.trimestral, "trimestralmente trimestrales"), (.semestral, "semestralmente semestrales"),
      (.anual, "anualmente anuales"), (.empezando, "comenzando empienzando partiendo iniciando"),
      (.va, "queda"),
      (.caduca, "caducidad caducan caduco cad vence vencen vencia vencimiento expira expiran expiracion exp"),
      (.menor, "<"), (.mayor, "> ="), (.anterior, "anteriores previo previa previos"),
      (.tarde, "tardecita"),
      (.noche, "nochecita noches"),
      (.madrugada, "madrugadas"), (.anoche, "ayernoche"), (.calendario, "fiscal escolar lectivo civil"),
    ]
    for (keyword, words) in synonyms {
      v.define(words) { $0.keyword = keyword }
    }
  }
}
