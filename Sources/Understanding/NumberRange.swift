/// A range of numbers that a pattern takes, in digits or in words.
struct NumberRange: Hashable, Sendable {
  var from: Int
  var to: Int
  var step = 1
  /// What lies between two steps: nothing, halves or tenths.
  var fractions: [Double] = []
  /// What the slot's value is multiplied by: -1 turns «baja 20» into -20.
  var multiplier: Double?
  var digits = true
  var words = true

  init(from: Int, to: Int) {
    self.from = from
    self.to = to
  }

  func contains(_ number: Double) -> Bool {
    guard Double(from) <= number, number < Double(to) + 1 else { return false }
    let whole = number.rounded(.down)
    guard whole <= Double(to), (Int(whole) - from) % step == 0 else { return false }
    return number == whole || fractions.contains { abs(number - whole - $0) < 1e-9 }
  }

  /// How many numbers it holds.
  var count: Int { ((to - from) / step + 1) * (1 + fractions.count) }

  /// As an author writes it: `0..100`.
  var description: String { "\(from)..\(to)" }
}

extension NumberRange {
  struct Mistake: Error {
    var message: String
    var hint: String
    var location: SourceLocation
  }

  /// Reads `{from, to, step?, fractions?, multiplier?, digits?, words?}`.
  init(_ node: ContentNode) throws(Mistake) {
    func number(_ key: String) -> Double? { node[key]?.string.flatMap { Double($0) } }
    func flag(_ key: String) -> Bool { node[key].map { HassilValue($0) } != .flag(false) }
    guard let from = number("from"), let to = number("to"), from <= to, abs(from) < 1e9, abs(to) < 1e9 else {
      throw Mistake(
        message: "un intervalo necesita «from» y «to», en este orden", hint: "por ejemplo {from: 0, to: 100}",
        location: node.location)
    }
    self.init(from: Int(from), to: Int(to))
    if let text = node["step"]?.string {
      guard let step = Int(text), step > 0 else {
        throw Mistake(
          message: "«step» debe ser un número entero mayor que 0", hint: "por ejemplo 5", location: node.location)
      }
      self.step = step
    }
    multiplier = number("multiplier")
    digits = flag("digits")
    words = flag("words")
    switch node["fractions"]?.string {
    case nil: break
    case "halves": fractions = [0.5]
    case "tenths": fractions = (1...9).map { Double($0) / 10 }
    case let other?:
      throw Mistake(
        message: "«\(other)» no es una fracción", hint: "«halves» o «tenths»",
        location: node["fractions"]?.location ?? node.location)
    }
  }
}
