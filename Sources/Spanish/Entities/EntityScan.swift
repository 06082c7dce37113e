import TextAnalysis

/// A run of digits, a run of letters or one symbol, whatever the tokens made of them.
struct Atom {
  var kind: AtomClass
  /// UTF-8 offsets in the message.
  var lower: Int
  var upper: Int
  /// Offsets in the folded bytes.
  var folded: Range<Int>
  var token: Int
  var clause: Int
  var spaceBefore: Bool
  /// The index of its meaning in the vocabulary; 0 if none.
  var word: Int = 0
  /// The keyword of that meaning.
  var keyword = Keyword.none
  /// The rules that may begin here.
  var opens: Openings = []
  /// The scalar of a symbol; 0 for the rest.
  var symbol: UInt32 = 0
  /// What a word is that no table lists but that is made of numerals.
  var fused = FusedNumeral.Kind.none
  /// The value of a run of at most 18 digits, or of a fused numeral.
  var value = 0

  var digitCount: Int { kind == .digit ? upper - lower : 0 }
}

/// What a recogniser proposes over atoms; `EntityRecognizer` chooses among them.
struct Candidate {
  var kind: EntityKind
  var atoms: Range<Int>
  var value: SlotValue
  var alternatives: [SlotValue] = []
  var rule: String
}

/// One message as the recognisers see it. Its rules are in the extensions, one file per family.
struct EntityScan {
  let text: AnalyzedText
  let context: RecognitionContext
  private(set) var atoms: [Atom] = []
  /// The numeral that starts at each atom.
  private(set) var numerals = NumeralTable(count: 0)
  /// Where the verb nearest on each atom's left looks, within its clause: -1, +1 or 0.
  private var tenses: [Int8] = []
  /// The same for the first verb of each clause.
  private var clauseTenses: [Int8] = []
  private let meanings = Vocabulary.shared.meanings
  /// The date that starts at each atom.
  var dates = DateTable()

  /// - Parameter bearings: what is known of the words, by token; empty if nothing is.
  init(_ text: AnalyzedText, _ context: RecognitionContext, bearings: [EntityBearing] = []) {
    self.text = text
    self.context = context
    atoms.reserveCapacity(text.tokens.count * 2)
    let vocabulary = Vocabulary.shared
    for index in text.tokens.indices {
      if bearings.isEmpty || !appendWord(index, bearings[index], vocabulary) { cut(token: index, vocabulary) }
    }
    tenses.reserveCapacity(atoms.count)
    clauseTenses = [Int8](repeating: 0, count: (text.tokens.last?.clause ?? 0) + 1)
    var clause = -1
    var last: Int8 = 0
    for atom in atoms {
      if atom.clause != clause { last = 0 }
      clause = atom.clause
      var tense = meanings[atom.word].tense
      if atom.word == 0, atom.kind == .letter { tense = VerbTense.side(of: text.bytes, in: atom.lower..<atom.upper) }
      if tense != 0 {
        last = tense
        if clauseTenses[clause] == 0 { clauseTenses[clause] = tense }
      }
      tenses.append(last)
    }
    numerals = NumeralTable(count: atoms.count)
    for index in atoms.indices.reversed() where atoms[index].opens.contains(.numeral) {
      if let numeral = numeral(at: index) { numerals.set(numeral, at: index) }
    }
    readDates()
  }

  /// Appends a token that is known to be letters only; false if it is not, or if they may be mistyped.
  private mutating func appendWord(
    _ index: Int, _ bearing: EntityBearing, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let token = text.tokens[index]
    var word = 0
    switch bearing {
    case .none: break
    case .opener, .dependent:
      guard token.isWord else { return false }
      word = vocabulary.index(of: text.foldedBytes, in: token.folded)
      if word == 0 { return false }
    case .telling: return false
    }
    atoms.append(
      Atom(
        kind: .letter, lower: token.range.lower, upper: token.range.upper, folded: token.folded, token: index,
        clause: token.clause, spaceBefore: token.spaceBefore || index == 0, word: word,
        keyword: meanings[word].keyword, opens: meanings[word].opens))
    return true
  }

  /// Folding changes letters only, so that the runs of a token's folded form are those of what was typed.
  private mutating func cut(token index: Int, _ vocabulary: borrowing Vocabulary) {
    let token = text.tokens[index]
    let folded = text.foldedBytes[token.folded]
    let typed = text.bytes[token.range.lower..<token.range.upper]
    var at = folded.startIndex
    var typedAt = typed.startIndex
    var space = token.spaceBefore || index == 0
    while at < folded.endIndex {
      let (kind, end) = Self.run(folded, at)
      let (typedKind, typedEnd) = typedAt < typed.endIndex ? Self.run(typed, typedAt) : (kind, typed.endIndex)
      // Where folding dropped marks («p.m.» → pm), the last run takes what is left.
      let upper = typedKind == kind && end < folded.endIndex ? typedEnd : typed.endIndex
      if kind == .space {
        space = true
      } else {
        var atom = Atom(
          kind: kind, lower: typedAt, upper: upper, folded: at..<end, token: index, clause: token.clause,
          spaceBefore: space)
        if kind == .digit {
          if end - at <= 18 { for byte in folded[at..<end] { atom.value = atom.value * 10 + Int(byte) - 48 } }
          atom.opens = .digits
        } else {
          atom.word = vocabulary.index(of: text.foldedBytes, in: at..<end)
          if atom.word == 0, kind == .letter {
            if let numeral = FusedNumeral(text.foldedBytes, at..<end, vocabulary) {
              atom.fused = numeral.kind
              atom.value = numeral.value
            } else if !Self.isName(typed, typedAt) {
              atom.word = vocabulary.repairedIndex(of: text.foldedBytes, in: at..<end)
            }
          }
          atom.keyword = meanings[atom.word].keyword
          atom.opens = meanings[atom.word].opens
          if atom.fused != .none { atom.opens = atom.fused == .cardinal ? [.numeral, .money, .duration] : .ordinal }
          if kind == .symbol { atom.symbol = Self.scalar(folded, at) }
        }
        atoms.append(atom)
        space = false
      }
      at = end
      typedAt = upper
    }
  }

  static func isAllLetters(_ folded: ArraySlice<UInt8>) -> Bool {
    var at = folded.startIndex
    while at < folded.endIndex {
      let (kind, length) = AtomClass.of(folded, at: at)
      guard kind == .letter else { return false }
      at += length
    }
    return true
  }

  /// Whether a word is written as names are: one capital, inside a message. It is not repaired.
  private static func isName(_ typed: ArraySlice<UInt8>, _ offset: Int) -> Bool {
    guard offset > 0, (65...90).contains(typed[offset]), offset + 1 < typed.endIndex else { return false }
    return (97...122).contains(typed[offset + 1])
  }

  /// The run of one class that starts at `offset`; symbols stand alone.
  private static func run(_ bytes: ArraySlice<UInt8>, _ offset: Int) -> (AtomClass, Int) {
    let (kind, length) = AtomClass.of(bytes, at: offset)
    var end = offset + length
    guard kind != .symbol else { return (kind, end) }
    while end < bytes.endIndex {
      let (next, length) = AtomClass.of(bytes, at: end)
      // A masculine or feminine ordinal mark ends a run of letters only after them: «nº» is one, «1º» two atoms.
      guard next == kind else { break }
      end += length
    }
    return (kind, end)
  }

  /// The scalar whose UTF-8 starts at `offset`; 0 if it is cut short.
  private static func scalar(_ bytes: ArraySlice<UInt8>, _ offset: Int) -> UInt32 {
    let first = bytes[offset]
    guard first >= 0xC0 else { return UInt32(first) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard offset + length <= bytes.endIndex else { return 0 }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<length { scalar = scalar << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return scalar
  }

  // MARK: - Questions that the rules ask

  @inline(__always)
  func meaning(_ i: Int) -> Meaning { meanings[i >= 0 && i < atoms.count ? atoms[i].word : 0] }

  @inline(__always)
  func keyword(_ i: Int) -> Keyword { i >= 0 && i < atoms.count ? atoms[i].keyword : .none }

  // Spelled out, because an array of keywords a call would cost more than all the rest.
  @inline(__always)
  func says(_ i: Int, _ a: Keyword) -> Bool { keyword(i) == a }

  @inline(__always)
  func says(_ i: Int, _ a: Keyword, _ b: Keyword) -> Bool {
    let found = keyword(i)
    return found == a || found == b
  }

  @inline(__always)
  func says(_ i: Int, _ a: Keyword, _ b: Keyword, _ c: Keyword) -> Bool {
    let found = keyword(i)
    return found == a || found == b || found == c
  }

  @inline(__always)
  func says(_ i: Int, _ a: Keyword, _ b: Keyword, _ c: Keyword, _ d: Keyword) -> Bool {
    let found = keyword(i)
    return found == a || found == b || found == c || found == d
  }

  func says(_ i: Int, _ keywords: Keyword...) -> Bool {
    let found = keyword(i)
    return found != .none && keywords.contains(found)
  }

  /// Whether atom `i` is the ASCII symbol `symbol`.
  func shows(_ i: Int, _ symbol: Unicode.Scalar) -> Bool {
    i >= 0 && i < atoms.count && atoms[i].symbol == symbol.value
  }

  func isDash(_ i: Int) -> Bool {
    guard i >= 0, i < atoms.count else { return false }
    return atoms[i].symbol == 45 || (0x2010...0x2015).contains(atoms[i].symbol)
  }

  func isDigits(_ i: Int) -> Bool { i >= 0 && i < atoms.count && atoms[i].kind == .digit }

  func isWord(_ i: Int) -> Bool { i >= 0 && i < atoms.count && atoms[i].kind == .letter }

  /// Whether atom `i` exists and no space stands before it.
  func isGlued(_ i: Int) -> Bool { i > 0 && i < atoms.count && !atoms[i].spaceBefore }

  func isFolded(_ i: Int, _ word: String) -> Bool {
    guard i >= 0, i < atoms.count, atoms[i].folded.count == word.utf8.count else { return false }
    var offset = atoms[i].folded.lowerBound
    for byte in word.utf8 {
      if text.foldedBytes[offset] != byte { return false }
      offset += 1
    }
    return true
  }

  /// Whether the customer typed atom `i` with a capital.
  func isCapitalized(_ i: Int) -> Bool {
    guard isWord(i) else { return false }
    return (65...90).contains(text.bytes[atoms[i].lower])
  }

  /// Where the clause of atom `i` looks, after the dialogue's own preference.
  func side(_ i: Int) -> RecognitionContext.TimePreference {
    guard context.preference == .nearest, i < atoms.count else { return context.preference }
    let tense = tenses[i] != 0 ? tenses[i] : clauseTenses[atoms[i].clause]
    return tense < 0 ? .past : tense > 0 ? .future : .nearest
  }

  func entity(_ candidate: Candidate) -> Entity {
    let first = atoms[candidate.atoms.lowerBound]
    let last = atoms[candidate.atoms.upperBound - 1]
    return Entity(
      kind: candidate.kind, tokens: first.token..<(last.token + 1), range: TextRange(first.lower, last.upper),
      value: candidate.value, alternatives: candidate.alternatives, rule: candidate.rule)
  }
}
