/// The names of the holidays as sequences of vocabulary words, reached by the first of them.
struct HolidayTable: Sendable {
  static let shared = HolidayTable()

  struct Name: Sendable {
    /// Vocabulary indices of its words.
    let words: [Int]
    let holiday: Int
    /// Only after «el día de».
    let needsDay: Bool
    /// Only after an article or a word that leads into a time.
    let needsLead: Bool
  }

  /// The vocabulary indices of «el», «la», «los», «las».
  let articles: [Int]
  /// Index 0 stands for none.
  let days: [Holiday]
  /// By the vocabulary index of a first word, where its names start in `names`, which are sorted longest first.
  private var names: [Name] = []
  private var starts: [Int32]

  private init() {
    days = [Holiday("", .fixed(1, 1))] + Holiday.all
    let vocabulary = Vocabulary.shared
    articles = ["el", "la", "los", "las"].map { vocabulary.index(of: $0) }
    starts = [Int32](repeating: -1, count: vocabulary.meanings.count)
    for (index, day) in days.enumerated().dropFirst() {
      for name in day.names.split(separator: "|") {
        let marks = name.prefix { $0 == "+" || $0 == "~" }
        let words = name.dropFirst(marks.count).split(separator: " ").map { vocabulary.index(of: $0) }
        precondition(!words.contains(0), "a holiday's words are in the vocabulary")
        names.append(
          Name(words: words, holiday: index, needsDay: marks.contains("+"), needsLead: marks.contains("~")))
      }
    }
    names.sort { ($0.words[0], -$0.words.count) < ($1.words[0], -$1.words.count) }
    for (index, name) in names.enumerated().reversed() { starts[name.words[0]] = Int32(index) }
  }

  /// All words of all names, for the vocabulary.
  static var words: String {
    Holiday.all.map { $0.names.map { "+~|".contains($0) ? " " : String($0) }.joined() }.joined(separator: " ")
  }

  /// The first words of the names that need nothing before them, or an article.
  static var firstWords: String {
    let names = Holiday.all.flatMap { $0.names.split(separator: "|") }.filter { !$0.hasPrefix("+") }
    return names.map { String($0.drop { $0 == "~" }.prefix { $0 != " " }) }.joined(separator: " ")
  }

  func starts(with word: Int) -> Bool { word > 0 && starts[word] >= 0 }

  /// The longest name that starts with `word` and goes on as `matches` says.
  func first(startingWith word: Int, where matches: (Name) -> Bool) -> Name? {
    guard starts(with: word) else { return nil }
    var index = Int(starts[word])
    while index < names.count, names[index].words[0] == word {
      if matches(names[index]) { return names[index] }
      index += 1
    }
    return nil
  }
}
