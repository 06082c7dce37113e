/// How a stem is written before each kind of vowel, so that it sounds the same.
enum Spelling {
  /// The stem before e or i: buscar → busqu-, pagar → pagu-, empezar → empiec-, averiguar → averigü-.
  static func beforeFrontVowel(_ stem: String, ofBackStem: Bool) -> String {
    guard ofBackStem else { return stem }
    if stem.hasSuffix("gu") { return stem.dropLast() + "ü" }
    guard let last = stem.utf8.last else { return stem }
    switch last {
    case UInt8(ascii: "c"): return stem.dropLast() + "qu"
    case UInt8(ascii: "g"): return stem + "u"
    case UInt8(ascii: "z"): return stem.dropLast() + "c"
    default: return stem
    }
  }

  /// The stem of an -er or -ir verb before a or o: recoger → recoj-, vencer → venz-, seguir → sig-, conocer → conozc-.
  static func beforeBackVowel(_ stem: String, withVelar: Bool) -> String {
    if stem.hasSuffix("gu") { return String(stem.dropLast()) }
    if stem.hasSuffix("qu") { return stem.dropLast(2) + "c" }
    guard let last = stem.utf8.last else { return stem }
    switch last {
    case UInt8(ascii: "g"): return stem.dropLast() + "j"
    case UInt8(ascii: "c"): return stem.dropLast() + (withVelar ? "zc" : "z")
    default: return stem
    }
  }

  /// Puts an ending that begins with i after a stem of an -er or -ir verb: leyó, riñó, rio, leíste.
  static func join(_ stem: String, _ ending: String) -> String {
    guard let last = stem.last else { return ending }
    let diphthong = ending.hasPrefix("ie") || ending.hasPrefix("ió")
    switch last {
    case "a", "e", "o":
      if diphthong { return stem + "y" + ending.dropFirst() }
      return ending.hasPrefix("i") ? stem + "í" + ending.dropFirst() : stem + ending
    case "u" where diphthong && !stem.hasSuffix("gu") && !stem.hasSuffix("qu"):
      return stem + "y" + ending.dropFirst()
    case "ñ": return diphthong ? stem + ending.dropFirst() : stem + ending
    case "l" where diphthong && stem.hasSuffix("ll"): return stem + ending.dropFirst()
    case "i" where ending.hasPrefix("i"): return stem + ending.dropFirst()
    default: return stem + ending
    }
  }
}
