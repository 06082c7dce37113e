/// The check digits of documents, accounts, cards and parcels, over upper-case ASCII without separators.
///
/// Sources: Orden INT/2058/2008 (NIF letters), ISO 13616 and ISO 7064 mod 97-10 (IBAN), ISO/IEC 7812-1 (Luhn), UPU S10.
enum CheckDigits {
  static let documentLetters = Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)

  static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    guard bytes.count <= 18 else { return nil }
    for byte in bytes {
      guard AtomClass.isDigit(byte) else { return nil }
      value = value * 10 + Int(byte) - 48
    }
    return value
  }

  /// Whether `id` is shaped like a DNI or NIF K, L, M (nil if not), and whether its letter is right.
  static func dni(_ id: ArraySlice<UInt8>) -> Bool? {
    guard id.count == 9, let last = id.last, AtomClass.isLetter(last), let first = id.first else { return nil }
    if [75, 76, 77].contains(first), let number = digits(id.dropFirst().dropLast()) {
      return documentLetters[number % 23] == last
    }
    return digits(id.dropLast()).map { documentLetters[$0 % 23] == last }
  }

  static func nie(_ id: ArraySlice<UInt8>) -> Bool? {
    guard id.count == 9, let first = id.first, (88...90).contains(first), let last = id.last, AtomClass.isLetter(last),
      let number = digits(id.dropFirst().dropLast())
    else { return nil }
    return documentLetters[((Int(first) - 88) * 10_000_000 + number) % 23] == last
  }

  /// Either control, digit or letter, is accepted: sources disagree on which kinds of company use which.
  static func cif(_ id: ArraySlice<UInt8>) -> Bool? {
    guard id.count == 9, let first = id.first, "ABCDEFGHJNPQRSUVW".utf8.contains(first), let last = id.last,
      AtomClass.isDigit(last) || (65...74).contains(last), digits(id.dropFirst().dropLast()) != nil
    else { return nil }
    var sum = 0
    for (position, byte) in id.dropFirst().dropLast().enumerated() {
      let digit = Int(byte) - 48
      let doubled = position % 2 == 0 ? digit * 2 : digit
      sum += doubled / 10 + doubled % 10
    }
    let check = (10 - sum % 10) % 10
    return AtomClass.isDigit(last) ? Int(last) - 48 == check : last == Array("JABCDEFGHI".utf8)[check]
  }

  static let ibanLengths: [String: Int] = [
    "ES": 24, "PT": 25, "FR": 27, "DE": 22, "IT": 27, "GB": 22, "BE": 16, "NL": 18, "IE": 22, "CH": 21, "AD": 24,
    "LT": 20,
    "LU": 20, "AT": 20, "PL": 28, "RO": 24,
  ]

  static func iban(_ id: ArraySlice<UInt8>) -> Bool? {
    guard id.count > 14, AtomClass.isLetter(id[id.startIndex]), AtomClass.isLetter(id[id.startIndex + 1]),
      digits(id.dropFirst(2).prefix(2)) != nil,
      ibanLengths[String(decoding: id.prefix(2), as: UTF8.self)] == id.count
    else { return nil }
    var remainder = 0
    for byte in id.dropFirst(4) + id.prefix(4) {
      if AtomClass.isDigit(byte) {
        remainder = (remainder * 10 + Int(byte) - 48) % 97
      } else {
        remainder = (remainder * 100 + Int(byte) - 55) % 97
      }
    }
    return remainder == 1
  }

  /// Whether the digits fall in a range that card issuers use; then whether Luhn's sum holds.
  static func card(_ id: ArraySlice<UInt8>) -> Bool? {
    guard (13...19).contains(id.count), digits(id.prefix(6)) != nil, let four = digits(id.prefix(4)) else { return nil }
    let two = four / 100
    let isKnown =
      switch id.count {
      case 13, 19: two / 10 == 4
      case 14: two == 36 || two == 38 || two == 39 || (300...305).contains(four / 10)
      case 15: two == 34 || two == 37
      case 16:
        two / 10 == 4 || (51...55).contains(two) || (2221...2720).contains(four) || four == 6011 || two == 65
          || (3528...3589).contains(four) || two == 50 || two == 67
      default: false
      }
    guard isKnown else { return nil }
    var sum = 0
    for (position, byte) in id.reversed().enumerated() {
      guard AtomClass.isDigit(byte) else { return nil }
      let digit = Int(byte) - 48
      let doubled = position % 2 == 1 ? digit * 2 : digit
      sum += doubled / 10 + doubled % 10
    }
    return sum % 10 == 0
  }

  static func s10(_ id: ArraySlice<UInt8>) -> Bool? {
    guard id.count == 13, id.prefix(2).allSatisfy(AtomClass.isLetter), id.suffix(2).allSatisfy(AtomClass.isLetter),
      digits(id.dropFirst(2).prefix(9)) != nil
    else { return nil }
    let weights = [8, 6, 4, 2, 3, 5, 9, 7]
    let body = Array(id.dropFirst(2).prefix(9)).map { Int($0) - 48 }
    let sum = zip(weights, body).reduce(0) { $0 + $1.0 * $1.1 }
    let check = 11 - sum % 11
    return body[8] == (check == 10 ? 0 : check == 11 ? 5 : check)
  }

  static func ups(_ id: ArraySlice<UInt8>) -> Bool? {
    guard id.count == 18, id.starts(with: "1Z".utf8), let last = id.last, AtomClass.isDigit(last) else { return nil }
    var sum = 0
    for (position, byte) in id.dropFirst(2).dropLast().enumerated() {
      let value = AtomClass.isDigit(byte) ? Int(byte) - 48 : (Int(byte) - 63) % 10
      sum += position % 2 == 1 ? value * 2 : value
    }
    return (10 - sum % 10) % 10 == Int(last) - 48
  }

  /// `TBA`, `TBM` or `TBC` and twelve digits: Amazon's own parcels. No check digit.
  static func amazonLogistics(_ id: ArraySlice<UInt8>) -> Bool? {
    guard id.count == 15, id.starts(with: "TB".utf8), "AMC".utf8.contains(id[id.startIndex + 2]),
      digits(id.dropFirst(3)) != nil
    else { return nil }
    return true
  }
}
