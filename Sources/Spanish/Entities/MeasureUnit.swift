/// A unit of weight, volume or length.
enum MeasureUnit: UInt8, Sendable, CaseIterable {
  case none, milligram, gram, kilogram, tonne, millilitre, centilitre, litre, millimetre, centimetre, metre, kilometre
  case inch

  /// The words that mean it, as folding leaves them, separated by spaces.
  var words: String {
    switch self {
    case .none: ""
    case .milligram: "mg miligramo miligramos"
    case .gram: "g gr grs gramo gramos"
    case .kilogram: "kg kgs kilo kilos kilogramo kilogramos kilito kilitos"
    case .tonne: "tonelada toneladas"
    case .millilitre: "ml mililitro mililitros"
    case .centilitre: "cl centilitro centilitros"
    case .litre: "l litro litros"
    case .millimetre: "mm milimetro milimetros"
    case .centimetre: "cm cms centimetro centimetros"
    case .metre: "m mts metro metros"
    case .kilometre: "km kms kilometro kilometros"
    case .inch: "pulgada pulgadas"
    }
  }

  /// What a message shows behind the number.
  var symbol: String {
    switch self {
    case .none: ""
    case .tonne: "t"
    case .inch: "pulgadas"
    default: String(words.prefix { $0 != " " })
    }
  }

  /// The name in a value: `kilogram`.
  var name: String { "\(self)" }

  /// The symbol of the unit that has `name`; the name itself if none has.
  static func symbol(of name: String) -> String { allCases.first { $0.name == name }?.symbol ?? name }
}
