import Spanish

/// What the authored files declare for understanding, read but not resolved.
struct ContentDeclarations {
  struct Rule {
    var name: String
    var location: SourceLocation
    var syntax: PatternSyntax
  }

  struct Choice {
    var id: String
    var label: String
    var patterns: [(syntax: PatternSyntax, location: SourceLocation)]
    /// What picking it says of the context, for patterns that demand something of it.
    var context: [String: HassilValue] = [:]
  }

  struct List {
    var name: String
    var location: SourceLocation
    var choices: [Choice] = []
    var kind = Kind.choices

    enum Kind: Hashable {
      case choices
      case range(NumberRange)
      /// Any words.
      case wildcard
    }
  }

  struct Slot {
    var name: String
    /// An entity kind or a list.
    var kind: String
    var location: SourceLocation
  }

  struct Pattern {
    var text: String
    var syntax: PatternSyntax
    var location: SourceLocation
    var priority: Int = 0
    /// Slots that the pattern itself fills.
    var fixed: [(name: String, value: String)] = []
    var demand = ContextDemand()
    /// What must stand elsewhere in the message: «soy vendedor y llevo poco, ¿cómo van las tarifas?».
    var companion: (text: String, syntax: PatternSyntax, location: SourceLocation)?
  }

  struct Intent {
    var id: String
    var location: SourceLocation
    var slots: [Slot] = []
    var patterns: [Pattern] = []
    /// What it is called when the dialogue offers it.
    var label: String?
    var examples: [(text: String, location: SourceLocation)] = []
    var counterexamples: [(text: String, location: SourceLocation)] = []
    /// Rules that only its own patterns see; they hide those of all.
    var rules: [String: Rule] = [:]
  }

  /// The name that a list has among all lists when only one intent sees it.
  static func localName(of list: String, in intent: String) -> String { "\(intent)/\(list)" }

  var entries: [LemmaEntry] = []
  /// Lemma → what else its `~` accepts.
  var synonyms: [(lemma: String, others: [String], location: SourceLocation)] = []
  var abbreviations: [(short: String, expansion: String)] = []
  var skip: [String] = []
  var orderNumber: (pattern: String, location: SourceLocation)?
  var rules: [String: Rule] = [:]
  var lists: [List] = []
  var intents: [Intent] = []
  /// How customers say what they mean, by intent, in the order of the files.
  var samples: [Samples] = []

  /// Proper names, by the lemma that stands for them.
  var names: [Names] = []

  struct Names {
    var lemma: String
    var location: SourceLocation
    var names: [(text: String, location: SourceLocation)]
  }

  struct Samples {
    var intent: String
    var location: SourceLocation
    var sentences: [(text: String, location: SourceLocation)]
  }
}
