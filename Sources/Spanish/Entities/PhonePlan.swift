/// How a country writes its telephone numbers.
///
/// Lengths and first digits after the national numbering plans that the ITU lists under E.164 (Spain: CNMC; North America:
/// NANPA). Only what the shop's customers may type; any other country is accepted behind a «+», by length alone.
struct PhonePlan {
  let country: String
  /// The calling code, without «+».
  let code: String
  /// How many digits the number has without the calling code and without the trunk prefix.
  let lengths: ClosedRange<Int>
  /// What the first of those digits may be.
  let starts: String
  /// The digit that is dialled at home before the number and left out behind a calling code.
  var trunk: UInt8?

  private static let zero = UInt8(ascii: "0")

  static let all = [
    PhonePlan(country: "ES", code: "34", lengths: 9...9, starts: "6789"),
    PhonePlan(country: "AD", code: "376", lengths: 6...6, starts: "3678"),
    PhonePlan(country: "PT", code: "351", lengths: 9...9, starts: "2369"),
    PhonePlan(country: "FR", code: "33", lengths: 9...9, starts: "123456789", trunk: zero),
    PhonePlan(country: "IT", code: "39", lengths: 9...11, starts: "03"),
    PhonePlan(country: "DE", code: "49", lengths: 9...11, starts: "123456789", trunk: zero),
    PhonePlan(country: "GB", code: "44", lengths: 10...10, starts: "123578", trunk: zero),
    PhonePlan(country: "IE", code: "353", lengths: 9...9, starts: "12456789", trunk: zero),
    PhonePlan(country: "NL", code: "31", lengths: 9...9, starts: "123456789", trunk: zero),
    PhonePlan(country: "BE", code: "32", lengths: 8...9, starts: "123456789", trunk: zero),
    PhonePlan(country: "CH", code: "41", lengths: 9...9, starts: "23456789", trunk: zero),
    PhonePlan(country: "MA", code: "212", lengths: 9...9, starts: "5678", trunk: zero),
    PhonePlan(country: "US", code: "1", lengths: 10...10, starts: "23456789"),
    PhonePlan(country: "MX", code: "52", lengths: 10...10, starts: "23456789"),
    PhonePlan(country: "AR", code: "54", lengths: 10...11, starts: "12369", trunk: zero),
    PhonePlan(country: "BR", code: "55", lengths: 10...11, starts: "123456789", trunk: zero),
    PhonePlan(country: "CL", code: "56", lengths: 9...9, starts: "23456789"),
    PhonePlan(country: "CO", code: "57", lengths: 10...10, starts: "36"),
    PhonePlan(country: "VE", code: "58", lengths: 10...10, starts: "24", trunk: zero),
    PhonePlan(country: "PE", code: "51", lengths: 8...9, starts: "1456789", trunk: zero),
    PhonePlan(country: "CU", code: "53", lengths: 8...8, starts: "2345678", trunk: zero),
    PhonePlan(country: "BO", code: "591", lengths: 8...8, starts: "23467", trunk: zero),
    PhonePlan(country: "EC", code: "593", lengths: 8...9, starts: "2345679", trunk: zero),
    PhonePlan(country: "PY", code: "595", lengths: 9...9, starts: "23456789", trunk: zero),
    PhonePlan(country: "UY", code: "598", lengths: 8...8, starts: "249", trunk: zero),
    PhonePlan(country: "GT", code: "502", lengths: 8...8, starts: "234567"),
    PhonePlan(country: "SV", code: "503", lengths: 8...8, starts: "267"),
    PhonePlan(country: "HN", code: "504", lengths: 8...8, starts: "2389"),
    PhonePlan(country: "NI", code: "505", lengths: 8...8, starts: "25678"),
    PhonePlan(country: "CR", code: "506", lengths: 8...8, starts: "245678"),
    PhonePlan(country: "PA", code: "507", lengths: 7...8, starts: "23456789"),
  ]

  /// The plan of `country`; the North American one serves several.
  static func of(_ country: String) -> PhonePlan? {
    let shared: Set<String> = ["CA", "PR", "DO"]
    return all.first { $0.country == (shared.contains(country) ? "US" : country) }
  }

  /// The national number in `digits` as typed at home, without its trunk prefix; nil if it is none.
  func national(_ digits: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if isNational(digits) { return digits }
    guard let trunk, digits.first == trunk, isNational(digits.dropFirst()) else { return nil }
    return digits.dropFirst()
  }

  private func isNational(_ digits: ArraySlice<UInt8>) -> Bool {
    guard lengths.contains(digits.count), let first = digits.first else { return false }
    return starts.utf8.contains(first)
  }

  /// The number of any country in `digits`, which follow a «+» or «00», as E.164 without «+»; nil if it is none.
  static func international(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    guard let plan = all.first(where: { digits.starts(with: $0.code.utf8) }) else {
      return (8...15).contains(digits.count) && digits.first != zero ? Array(digits) : nil
    }
    // «+33 (0)6 …» is written too: the trunk prefix falls away.
    return plan.national(digits.dropFirst(plan.code.utf8.count)).map { Array(plan.code.utf8) + $0 }
  }
}
