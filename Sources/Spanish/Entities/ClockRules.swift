extension EntityScan {
  /// The parts of the day, fixed once, in seconds of it.
  static let parts: [Keyword: (start: Int, end: Int)] = [
    .madrugada: (0, 6 * 3_600), .manana: (6 * 3_600, 12 * 3_600), .mediodia: (12 * 3_600, 14 * 3_600),
    .tarde: (14 * 3_600, 20 * 3_600), .noche: (20 * 3_600, 24 * 3_600),
  ]

  /// A time of the clock as read.
  struct ClockReading {
    var seconds: Int
    /// The other half of the day, if nothing said which.
    var alternative: Int?
    var end: Int
    /// Whether its shape alone makes it a clock time: «15:30», «5 pm», «las 5».
    var isPlain: Bool
  }

  /// «por la mañana», «de la tarde», «a la noche», «noche» after a day.
  func partOfDay(at i: Int, bare: Bool = false) -> (part: Keyword, end: Int)? {
    var at = i
    if says(at, .por, .de, .en, .a), says(at + 1, .la) {
      at += 2
    } else if says(at, .al, .a), says(at + 1, .mediodia) {
      at += 1
    } else if !bare {
      return nil
    }
    let part = keyword(at)
    guard Self.parts[part] != nil, !(bare && at == i && part == .manana) else { return nil }
    return (part, at + 1)
  }

  /// Whether `am`, `a.m.`, `pm`, `p. m.` stands at `i`; the atom after it.
  private func halfOfDay(_ i: Int) -> (isAfternoon: Bool, end: Int)? {
    if says(i, .am, .pm) {
      // «4 p.m. y»: the point is of the abbreviation unless a sentence ends there.
      let isInner = shows(i + 1, ".") && isGlued(i + 1) && i + 2 < atoms.count && !isCapitalized(i + 2)
      return (says(i, .pm), isInner ? i + 2 : i + 1)
    }
    guard isFolded(i, "a") || isFolded(i, "p"), shows(i + 1, "."), isGlued(i + 1), says(i + 2, .m) else { return nil }
    return (isFolded(i, "p"), shows(i + 3, ".") && isGlued(i + 3) ? i + 4 : i + 3)
  }

  /// A time of the clock at `i`; `led` if «las» stands before it.
  func clock(at start: Int) -> ClockReading? {
    var i = start
    guard i < atoms.count else { return nil }
    if says(i, .mediodia) || says(i, .medio) && says(i + 1, .dia) {
      return ClockReading(seconds: 43_200, end: says(i, .medio) ? i + 2 : i + 1, isPlain: true)
    }
    if says(i, .medianoche) { return ClockReading(seconds: 0, end: i + 1, isPlain: true) }
    // «cuarto para las tres», «diez para las ocho»
    if let before = says(i, .cuarto) ? (15, i + 1) : wholeNumeral(i, 1...30), says(before.1, .para),
      says(before.1 + 1, .la, .las),
      var hour = clock(at: before.1 + 1)
    {
      hour.seconds -= before.0 * 60
      hour.alternative = hour.alternative.map { $0 - before.0 * 60 }
      return hour
    }
    if says(i, .a) || says(i, .sobre) { i += 1 }
    let isLed = says(i, .la, .las)
    if isLed { i += 1 }
    guard i == start || isLed else { return nil }
    guard let (hour, afterHour) = wholeNumeral(i, 0...24), hour >= 0 else { return nil }
    if isLed, says(i - 1, .la), hour != 1, hour != 13 { return nil }
    var at = afterHour
    var minutes = 0
    var isPlain = isLed
    var hasColon = false
    if shows(at, ":") || shows(at, ".") && isLed, isGlued(at), isDigits(at + 1), atoms[at + 1].digitCount == 2,
      atoms[at + 1].value < 60
    {
      minutes = atoms[at + 1].value
      hasColon = shows(at, ":")
      isPlain = isPlain || hasColon
      at += 2
      if shows(at, ":"), isDigits(at + 1), atoms[at + 1].value < 60 { at += 2 }
    } else if says(at, .y, .con), says(at + 1, .media) {
      minutes = 30
      at += 2
    } else if says(at, .y, .con), says(at + 1, .cuarto) {
      minutes = 15
      at += 2
    } else if says(at, .y), isLed || says(at + 1, .pico), let spoken = wholeNumeral(at + 1, 1...59),
      meaning(spoken.1).unit != .hour
    {
      minutes = spoken.0
      at = spoken.1
    } else if says(at, .menos), says(at + 1, .cuarto) {
      minutes = -15
      at += 2
    } else if says(at, .menos), isLed, let spoken = wholeNumeral(at + 1, 1...30) {
      minutes = -spoken.0
      at = spoken.1
    } else if isLed, let spoken = wholeNumeral(at, 1...59), !isDigits(at), meaning(spoken.1).unit == .none {
      minutes = spoken.0
      at = spoken.1
    }
    let spoken = at > afterHour && !hasColon
    if spoken && !isLed && (hour > 12 || hour == 0 || isDigits(i) && minutes == 30 || meaning(at).unit != .none) {
      return nil
    }
    isPlain = isPlain || spoken && minutes < 0
    if isFolded(at, "en"), isFolded(at + 1, "punto") { at += 2 }
    // «h», «hs», «horas»: a length unless something already says that it is a clock.
    if isFolded(at, "h") || isFolded(at, "hs") || isFolded(at, "hrs") || isFolded(at, "horas") {
      if isLed || hasColon || isFolded(at, "h") && isGlued(at) && says(start - 1, .a, .hasta, .desde) {
        isPlain = true
        at += 1
        if isGlued(at), isDigits(at), atoms[at].digitCount == 2, atoms[at].value < 60, minutes == 0 {
          minutes = atoms[at].value
          at += 1
        }
      } else {
        return nil
      }
    } else if isGlued(at), atoms[at].kind == .letter, halfOfDay(at) == nil {
      return nil
    }
    var seconds = hour * 3_600 + minutes * 60
    if let half = halfOfDay(at) {
      guard hour <= 12 || half.isAfternoon else { return nil }
      seconds = (hour % 12 + (half.isAfternoon ? 12 : 0)) * 3_600 + minutes * 60
      return ClockReading(seconds: seconds, end: half.end, isPlain: true)
    }
    if let part = partOfDay(at: at), !says(at, .por) || hour <= 12 {
      if hour <= 12 {
        let isLate =
          part.part == .tarde || part.part == .mediodia && hour < 11 || part.part == .noche && hour >= 6 && hour < 12
        if isLate && hour < 12 { seconds += 43_200 }
        if hour == 12 && (part.part == .noche || part.part == .madrugada) { seconds -= 43_200 }
      }
      return ClockReading(seconds: (seconds + 86_400) % 86_400, end: part.end, isPlain: true)
    }
    guard isPlain || spoken else { return nil }
    if isDigits(i), atoms[i].digitCount == 2, hour < 10 || hour > 12 {
      return ClockReading(seconds: seconds, end: at, isPlain: isPlain)
    }
    // In a shop, hours from one to seven are of the afternoon.
    if (1...7).contains(hour) {
      return ClockReading(seconds: seconds + 43_200, alternative: seconds, end: at, isPlain: isPlain)
    }
    let other = hour < 12 && hour > 0 ? seconds + 43_200 : nil
    return ClockReading(seconds: (seconds + 86_400) % 86_400, alternative: other, end: at, isPlain: isPlain)
  }

  private func wholeNumeral(_ i: Int, _ range: ClosedRange<Int>) -> (Int, Int)? {
    guard i < atoms.count else { return nil }
    if isDigits(i) {
      guard atoms[i].digitCount <= 2, range.contains(atoms[i].value), !continuesLeft(i) else { return nil }
      return (atoms[i].value, i + 1)
    }
    // «cinco y media»: the words of the hour only; «treinta y cinco» is one numeral.
    guard let number = numerals[i], !number.isDigits, let whole = number.whole, range.contains(whole) else {
      // «veinte treinta»: two numerals that the greedy one may have joined as «dos treinta» never does.
      return nil
    }
    return (whole, number.end)
  }

  /// «de 9 a 14 h», «entre las 10 y las 12», «de 9:00 a 2», «desde las 9 hasta las 14».
  func clockRange(at i: Int) -> (start: Int, end: Int, atom: Int)? {
    let between = says(i, .entre)
    guard between || says(i, .de, .desde, .del) else { return nil }
    guard let first = clockBound(i + 1) else { return nil }
    guard between ? says(first.end, .y) : says(first.end, .a, .hasta) || isDash(first.end),
      let second = clockBound(first.end + 1)
    else { return nil }
    var end = second.end
    var sure = first.isSure || second.isSure
    if isFolded(end, "h") || isFolded(end, "hs") || isFolded(end, "horas") {
      sure = true
      end += 1
    }
    guard sure else { return nil }
    var start = first.hour >= 1 && first.hour <= 7 && !first.isFixed ? first.seconds + 43_200 : first.seconds
    if second.isFixed, !first.isFixed { start = first.seconds < second.seconds ? first.seconds : start }
    if second.isFixed, second.seconds > 43_200, !first.isFixed, first.seconds + 43_200 < second.seconds, first.hour < 8
    {
      start = first.seconds + 43_200
    }
    var finish = second.seconds
    while finish <= start { finish += 43_200 }
    guard finish - start <= 86_400 else { return nil }
    return (start, finish, end)
  }

  private func clockBound(_ i: Int) -> (hour: Int, seconds: Int, end: Int, isSure: Bool, isFixed: Bool)? {
    if let reading = clock(at: i), reading.isPlain {
      let raw = reading.alternative.map { min($0, reading.seconds) } ?? reading.seconds
      return (raw / 3_600, raw, reading.end, true, reading.alternative == nil)
    }
    guard let (hour, end) = wholeNumeral(i, 0...24), !meaning(end).hasCurrency, !isGlued(end) || isFolded(end, "h")
    else { return nil }
    return (hour, hour * 3_600, end, false, hour > 12)
  }
}
