import TextAnalysis

/// In which language a message is that Spanish does not explain well.
///
/// Function words and the few topic words of a shop, folded, by language. A language is certain if at least two of its
/// words stand in the message that Spanish does not have, and Spanish can claim next to nothing: so that an English
/// product name never turns a Spanish customer away. Scripts other than the Latin one speak for themselves.
struct LanguageGuess {
  /// By word of the message: the languages that have it.
  private var masks: [UInt16] = []
  /// By word: whether the content knows it as it stands.
  private var isContent: [Bool] = []
  private var hashes: [UInt64] = []
  private var hasLatin = false
  private var script: String?

  var hasLetters: Bool { !masks.isEmpty }

  /// Adds a folded word; one that is said twice counts once.
  mutating func add(_ folded: ArraySlice<UInt8>, isContent: Bool) {
    let hash = WordMasks.hash(folded)
    guard !hashes.contains(hash) else { return }
    hashes.append(hash)
    masks.append(Self.words.mask(of: hash))
    self.isContent.append(isContent)
    if !hasLatin { addScript(of: folded) }
  }

  /// ISO 639-1; `und` for a text without letters; `es` unless another language is certain.
  var language: String {
    guard hasLetters else { return "und" }
    if !hasLatin, let script { return script }
    var best = (code: "es", hits: 1)
    for (index, table) in Self.tables.enumerated() {
      let bit = UInt16(1) << UInt16(index)
      var hits = 0
      var spanish = 0
      for (word, mask) in masks.enumerated() {
        let isSpanish = mask & Self.spanishBit != 0
        if mask & bit != 0 {
          hits += isSpanish ? 0 : 1
        } else if isSpanish || isContent[word] && !table.isSister {
          // Romance sisters share content words with Spanish: «cancelar» is Portuguese too.
          spanish += 1
        }
      }
      if hits > best.hits, hits > 2 * spanish { best = (table.code, hits) }
    }
    return best.code
  }

  private mutating func addScript(of folded: ArraySlice<UInt8>) {
    guard folded.contains(where: { $0 >= 0xC9 }) else {
      hasLatin = true
      return
    }
    for scalar in String(decoding: folded, as: UTF8.self).unicodeScalars where scalar.properties.isAlphabetic {
      if scalar.value < 0x250 || (0x1E00..<0x1F00).contains(scalar.value) {
        hasLatin = true
      } else if script == nil || script == "zh" {
        script = Self.scripts.first { $0.range.contains(scalar.value) }?.code ?? script
      }
    }
  }

  // MARK: tables

  private static let tables: [(code: String, isSister: Bool, words: String)] = [
    (
      "en", false,
      """
      the is are am my mine where what when how why who i i'm i'd i've you your we us our it its it's please want would
      like order orders have has had haven't hello hi hey can could can't cannot to of and or this that these not don't
      didn't doesn't with without cancel cancelled help thanks thank need was were been for from does did do be get got
      give speak talk someone agent refund return returned package parcel delivery delivered arrived arrive yet still
      track tracking wrong item broken money back account password shipping address change buy bought never received
      on at if but will there any all
      """
    ),
    (
      "fr", true,
      """
      je j'ai j'aimerais tu il elle nous vous suis est sont et les des du une mon ma mes votre vos notre avez avons ai
      pas ne n'ai n'est ou ou' quand comment pourquoi bonjour bonsoir salut merci commande colis annuler annule
      remboursement rembourser veux voudrais peux pouvez s'il plait avec pour sans dans sur mais recu livraison retourner
      aide c'est cette ce qui quel quelle toujours encore parler quelqu'un argent compte produit casse arrive aux au
      le la les de un en que tu me te se on es a y
      """
    ),
    (
      "de", false,
      """
      ich du sie wir ihr mein meine meinen meiner ist sind nicht kein keine und oder aber wo wie wann warum was bitte danke
      hallo guten tag morgen abend bestellung paket stornieren storniere ruckerstattung geld zuruck kann konnen mochte
      will habe hat wurde der die das den dem ein eine einen einer fur mit von zu auf auch noch immer angekommen
      lieferung hilfe sprechen jemand
      """
    ),
    (
      "pt", true,
      """
      eu quero meu minha meus minhas nao voce voces obrigado obrigada ola bom boa encomenda onde quando um uma com sem mais
      ainda chegou chega tenho tem estou gostaria preciso posso pode podem fazer isso isto esse da do dos pelo pela foi
      sao muito comprei recebi devolucao produto dinheiro cartao senha conta voceis ajudar falar alguem atendente favor
      o a os as e que de se me no na com por nos
      """
    ),
    (
      "it", true,
      """
      voglio vorrei ordine ordini il gli dove quando perche non sono e' di mio mia mie miei ciao grazie buongiorno
      buonasera pacco ancora arrivato arrivata annullare rimborso reso ho hai posso puo possibile della dello degli delle
      nella nel alla questo questa quanto anche piu sapere spedizione soldi indietro restituire parlare qualcuno per che
      e la le un una con a in se ha del
      """
    ),
    (
      "ca", true,
      """
      vull voldria comanda meu meva meus meves gracies sisplau us plau amb els quan com on encara arribat cancel lar
      cancel·lar cancellar anul·lar paquet puc tinc soc estic bon dia bona tarda necessito diners ajuda aquest aquesta per
      aixo retornar devolucio enviament algu parlar ha he
      el la de del que en un una no hi a si es s'ha
      """
    ),
    (
      "gl", true,
      """
      quero meu mina non unha cando onde grazas eu teno ainda chegou bos boas podo axuda coa falar
      o a os as e que de se me no na con por un
      """
    ),
    (
      "eu", false,
      """
      nire eskaera non dago nahi dut bertan behera utzi kaixo eskerrik asko mesedez noiz iritsiko da ez zait paketea egun
      on dirua itzuli laguntza behar
      """
    ),
  ]

  private static let spanishBit: UInt16 = 1 << 15

  /// A bit for each table that has a word, and one for Spanish.
  private static let words: WordMasks = {
    var words = WordMasks()
    for (index, table) in tables.enumerated() {
      for word in table.words.split(whereSeparator: \.isWhitespace) { words.add(word.utf8, 1 << UInt16(index)) }
    }
    for word in FunctionWords.all { words.add(word.utf8, spanishBit) }
    return words
  }()

  // MARK: scripts

  /// Kana tell Japanese from Chinese, which share the rest.
  private static let scripts: [(range: ClosedRange<UInt32>, code: String)] = [
    (0x370...0x3FF, "el"), (0x400...0x52F, "ru"), (0x590...0x5FF, "he"), (0x600...0x77F, "ar"), (0x3040...0x30FF, "ja"),
    (0x3400...0x9FFF, "zh"), (0xAC00...0xD7AF, "ko"), (0x1100...0x11FF, "ko"),
  ]
}

/// A few hundred words, by hash, with a bit for each set that a word belongs to.
private struct WordMasks {
  /// Sorted; the bits of the same place are in `masks`.
  private var hashes: [UInt64] = []
  private var masks: [UInt16] = []

  /// FNV-1a, 64 bits: among some hundred words none collide.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    FNV1a.hash(bytes)
  }

  mutating func add(_ word: some Sequence<UInt8>, _ mask: UInt16) {
    let hash = Self.hash(word)
    let place = place(of: hash)
    if place < hashes.count, hashes[place] == hash {
      masks[place] |= mask
    } else {
      hashes.insert(hash, at: place)
      masks.insert(mask, at: place)
    }
  }

  func mask(of hash: UInt64) -> UInt16 {
    let place = place(of: hash)
    return place < hashes.count && hashes[place] == hash ? masks[place] : 0
  }

  private func place(of hash: UInt64) -> Int {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
