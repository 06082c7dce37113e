/// Whether a message that Spanish did not explain is clearly in another language.
///
/// Function words that no Spanish message holds, folded; two of them decide. Only asked when no intent won, so that
/// an English product name never turns a Spanish customer away.
enum LanguageGuess {
  private static let tables: [(code: String, words: Set<String>)] = [
    (
      "en",
      set(
        "the is are my where what when how i you your please want would like order have has hello hi can to of and it this not with cancel help thanks need was for does do"
      )
    ),
    (
      "fr",
      set(
        "je est les des une mon ma ou ou' suis vous votre commande bonjour merci pour avec pas ne dans sur et ce cette voudrais veux comment quand colis annuler c'est j'ai où ai"
      )
    ),
    (
      "de",
      set(
        "ich ist der die das mein meine wo wie und nicht bitte mochte bestellung hallo danke sie ein eine wann habe kann paket stornieren fur mit von auf was"
      )
    ),
    (
      "pt",
      set(
        "nao meu minha onde esta' voce obrigado obrigada ola quero pedido' encomenda eu uma um com pra por' quando' fazer cancelar' chegou ainda isso tenho estou gostaria bom dia' ajuda"
      )
    ),
    (
      "it",
      set(
        "il il' mio mia dove sono voglio vorrei ordine ciao grazie per che non di una' come' quando' annullare pacco ho e' buongiorno questo della posso ancora arrivato mio' del' gli"
      )
    ),
    (
      "ca",
      set(
        "meu' on es' vull comanda hola' gracies si' us plau amb no' que' pero' el' la' meva els les' quan com' cancel·lar cancellar paquet encara ha' arribat bon dia'' voldria puc tinc soc estic"
      )
    ),
  ]

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init).filter { !$0.hasSuffix("'") })
  }

  /// Words that Spanish shares with a table: they decide nothing.
  private static let shared: Set<String> = [
    "es", "de", "la", "el", "no", "me", "a", "y", "un", "una", "con", "por", "que", "si", "quiero", "pedido", "hola",
    "del",
    "mi", "se", "los", "las", "en", "su", "ha", "les", "ai", "on", "dia", "cancelar", "como", "help", "ok", "e", "per",
    "hi", "do", "has", "die", "was", "um", "il", "sono",
  ]

  /// ISO 639-1, `und` for a text without letters; `es` unless another language is certain.
  static func language(ofFolded words: [String], hasLetters: Bool) -> String {
    guard hasLetters else { return "und" }
    let spanish = words.count { FunctionWords.all.contains($0) }
    var best = ("es", 1)
    for (code, table) in tables {
      let hits = words.count { table.contains($0) && !shared.contains($0) }
      if hits > best.1 { best = (code, hits) }
    }
    return best.1 > spanish ? best.0 : best.1 >= 2 && best.1 == spanish ? best.0 : "es"
  }
}
