/// Spanish words that are written for other Spanish words, because they sound alike or stand together: «echo» for
/// «hecho», «valla» for «vaya», «haber» for «a ver». The word keeps its own readings; these come beside them.
enum Confusions {
  /// What else the folded word may be: each as its words.
  static func alternatives(to word: ArraySlice<UInt8>) -> [[[UInt8]]] {
    table.find(word).map { entries[$0] } ?? []
  }

  private static let table: ByteTable = {
    var table = ByteTable(minimumCapacity: 256)
    for (word, _) in parsed { _ = table.insert(Array(word.utf8)[...]) }
    return table
  }()

  private static let entries: [[[[UInt8]]]] = parsed.map { $0.1 }

  private static let parsed: [(String, [[[UInt8]]])] = lines.split(separator: "\n").map { line in
    let halves = line.split(separator: ":")
    let others = (halves.count > 1 ? halves[1] : "").split(separator: ",").map { alternative in
      alternative.split(separator: " ").map { Array($0.utf8) }
    }
    return (String(halves[0]), others)
  }

  /// Folded. «Word: what it may stand for», which may be several words.
  private static let lines = """
    ah: ha, a
    haz: has
    has: haz
    ay: hay, ahi
    hay: ahi
    ahi: hay
    haber: a ver
    aver: a ver, haber
    haver: haber, a ver
    hecho: echo
    hecha: echa
    echo: hecho
    echa: hecha
    echos: hechos
    echas: hechas
    desecho: deshecho
    deshecho: desecho
    valla: vaya
    vallas: vayas
    vallan: vayan
    halla: haya, alla
    hallan: hayan
    haya: halla
    hayan: hallan
    alla: haya
    aya: haya, alla
    ayan: hayan
    abria: habria
    sino: si no
    porque: por que
    alas: a las
    ala: a la
    alos: a los
    ola: hola
    asta: hasta
    iva: iba
    ivan: iban
    boy: voy
    bamos: vamos
    baya: vaya
    tubo: tuvo
    tube: tuve
    tubimos: tuvimos
    ves: vez
    vez: ves
    ase: hace
    asen: hacen
    aser: hacer
    acer: hacer
    pedios: pedidos
    ablando: hablando
    gracia: gracias
    quieto: quiero
    asia: hacia
    ora: hora
    oras: horas
    oy: hoy
    bienes: vienes
    bolver: volver
    callo: cayo
    rallado: rayado
    rallada: rayada
    rallados: rayados
    ralladas: rayadas
    tasa: taza
    tasas: tazas
    enserio: en serio
    osea: o sea
    almenos: al menos
    aveces: a veces
    talvez: tal vez
    sobretodo: sobre todo
    encambio: en cambio
    nose: no se
    """

  /// «a llegado», «e pedido», «as recibido», «voy ha cancelar»: an auxiliary without its h, and a preposition with it.
  static func auxiliary(for word: ArraySlice<UInt8>, before next: ArraySlice<UInt8>) -> [UInt8]? {
    guard isAuxiliary(word, before: next) else { return nil }
    return word.first == UInt8(ascii: "h") ? Array(word.dropFirst()) : [UInt8(ascii: "h")] + word
  }

  /// Whether a word is one of them, which only the next word tells.
  static func isAuxiliary(_ word: ArraySlice<UInt8>, before next: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 2, next.count >= 4 else { return false }
    switch word.count == 1 ? (word.first ?? 0, 0) : (word.first ?? 0, word.last ?? 0) {
    case (UInt8(ascii: "a"), 0), (UInt8(ascii: "e"), 0), (UInt8(ascii: "a"), UInt8(ascii: "s")):
      return isParticiple(next)
    case (UInt8(ascii: "h"), UInt8(ascii: "a")): return next.last == UInt8(ascii: "r")
    default: return false
    }
  }

  /// By its end: -ado, -ido, -cho, -sto, -rto, -lto, -ito, -oto.
  private static func isParticiple(_ word: ArraySlice<UInt8>) -> Bool {
    let end = word.endIndex
    guard word[end - 1] == UInt8(ascii: "o") else { return false }
    let before = word[end - 3]
    switch word[end - 2] {
    case UInt8(ascii: "d"): return before == UInt8(ascii: "a") || before == UInt8(ascii: "i")
    case UInt8(ascii: "t"): return "srlio".utf8.contains(before)
    case UInt8(ascii: "h"): return before == UInt8(ascii: "c")
    default: return false
    }
  }
}
