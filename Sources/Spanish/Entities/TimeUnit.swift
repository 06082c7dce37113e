/// The unit of a length of time, shortest first.
enum TimeUnit: UInt8, Sendable {
  case none, second, minute, hour, day, week, fortnight, month, bimester, quarter, fourMonths, semester, year, lustrum,
    decade, century

  /// The name that the entity specification knows: of a unit that it does not, that of the next smaller one.
  var grain: String {
    switch self {
    case .none, .second: "second"
    case .minute: "minute"
    case .hour: "hour"
    case .day, .fortnight: "day"
    case .week: "week"
    case .month, .bimester, .fourMonths, .semester: "month"
    case .quarter: "quarter"
    case .year, .lustrum, .decade, .century: "year"
    }
  }

  /// How many months it is; 0 for what no months make up.
  var months: Int {
    switch self {
    case .month: 1
    case .bimester: 2
    case .quarter: 3
    case .fourMonths: 4
    case .semester: 6
    case .year: 12
    case .lustrum: 60
    case .decade: 120
    case .century: 1_200
    default: 0
    }
  }

  /// A month has 30 days and a year 365, as the specification counts durations.
  var seconds: Int {
    switch self {
    case .none: 0
    case .second: 1
    case .minute: 60
    case .hour: 3_600
    case .day: 86_400
    case .week: 604_800
    case .fortnight: 15 * 86_400
    default: months >= 12 ? months / 12 * 31_536_000 : months * 2_592_000
    }
  }

  /// The ISO 8601 period of `count` of them: `P2W`, `PT8H`.
  func period(_ count: Int) -> String {
    switch self {
    case .none, .second: "PT\(count)S"
    case .minute: "PT\(count)M"
    case .hour: "PT\(count)H"
    case .day: "P\(count)D"
    case .week: "P\(count)W"
    case .fortnight: "P\(count * 15)D"
    default: months >= 12 ? "P\(count * months / 12)Y" : "P\(count * months)M"
    }
  }
}
