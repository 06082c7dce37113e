extension EntityScan {
  /// The parts of the day, fixed once.
  static func part(_ keyword: Keyword) -> DayTime? {
    switch keyword {
    case .madrugada: DayTime(start: 0, end: 6 * 3_600, grain: .hour)
    case .manana: DayTime(start: 6 * 3_600, end: 12 * 3_600, grain: .hour)
    case .mediodia: DayTime(start: 12 * 3_600, end: 14 * 3_600, grain: .hour)
    case .tarde: DayTime(start: 14 * 3_600, end: 20 * 3_600, grain: .hour)
    case .noche: DayTime(start: 20 * 3_600, end: 24 * 3_600, grain: .hour)
    default: nil
    }
  }

  /// A time of the clock as read.
  struct ClockReading {
    var seconds: Int
    /// The other half of the day, if nothing said which.
    var alternative: Int?
    var end: Int
    /// Whether its shape alone makes it a clock time: «15:30», «5 pm», «las 5».
    var isPlain: Bool
    /// «a las 12 de la noche», «a medianoche» end the day they are said of.
    var isMidnight = false
  }

  /// «por la mañana», «de la tarde», «a la noche», «al mediodía», «noche» after a day.
  func partOfDay(at i: Int, bare: Bool = false) -> (part: Keyword, end: Int)? {
    var at = i
    if says(i, .por, .de, .en, .a), says(i + 1, .la) || says(i, .por) && says(i + 1, .las) {
      at += 2
    } else if says(i, .al, .a) || says(i, .del), says(i + 1, .mediodia) || says(i + 1, .medio) {
      at += 1
    } else if !bare {
      return nil
    }
    if says(at, .medio), meaning(at + 1).unit == .day { return (.mediodia, at + 2) }
    let part = keyword(at)
    guard Self.part(part) != nil, !(bare && at == i && part == .manana) else { return nil }
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

  private func wholeNumeral(_ i: Int, _ range: ClosedRange<Int>) -> (Int, Int)? {
    guard i < atoms.count else { return nil }
    if isDigits(i) {
      guard atoms[i].digitCount <= 2, range.contains(atoms[i].value),
        !continuesLeft(i) || isDash(i - 1) || isFolded(i - 1, "t")
      else {
        return nil
      }
      return (atoms[i].value, i + 1)
    }
    guard let number = numerals[i], !number.isDigits, let whole = number.whole, range.contains(whole),
      meaning(i).cardinalClass != .group, !says(number.end - 1, .docena, .par, .media)
    else {
      return nil
    }
    return (whole, number.end)
  }

  /// Whether a time of the clock can begin with atom `i`.
  private func mayBeginClock(_ i: Int) -> Bool {
    switch atoms[i].keyword {
    case .a, .al, .la, .las, .sobre, .mediodia, .medio, .medianoche, .media, .cuarto: true
    default: atoms[i].opens.contains(.numeral)
    }
  }

  /// A time of the clock at `start`; `isLed` if a word before already said that one comes («mañana a 11»).
  func clock(at start: Int, isLed isAnnounced: Bool = false) -> ClockReading? {
    var i = start
    guard i < atoms.count, mayBeginClock(i) else { return nil }
    if says(i, .a, .al), says(i + 1, .mediodia, .medianoche) || says(i + 1, .medio) { i += 1 }
    if says(i, .mediodia) || says(i, .medio) && meaning(i + 1).unit == .day {
      return ClockReading(seconds: 43_200, end: says(i, .medio) ? i + 2 : i + 1, isPlain: true)
    }
    if says(i, .medianoche) || says(i, .media) && says(i + 1, .noche) {
      return ClockReading(seconds: 0, end: says(i, .media) ? i + 2 : i + 1, isPlain: true, isMidnight: true)
    }
    i = start
    // «cuarto para las tres», «diez para las ocho», «faltan diez para las ocho»
    if let before = says(i, .cuarto) ? (15, i + 1) : wholeNumeral(i, 1...30), says(before.1, .para),
      says(before.1 + 1, .la, .las), var hour = clock(at: before.1 + 1)
    {
      hour.seconds = (hour.seconds - before.0 * 60 + 86_400) % 86_400
      hour.alternative = hour.alternative.map { ($0 - before.0 * 60 + 86_400) % 86_400 }
      return hour
    }
    if says(i, .a) || says(i, .sobre) || says(i, .al) { i += 1 }
    if says(i - 1, .al), !says(i, .las) { i -= 1 }
    let isLed = says(i, .la, .las)
    if isLed { i += 1 }
    guard i == start || isLed || isAnnounced else { return nil }
    guard var (hour, afterHour) = wholeNumeral(i, 0...24) else { return nil }
    // «las diez y seis» are minutes, though «diez y seis» is a number too.
    if afterHour == i + 3, says(i + 1, .y), meaning(i).cardinal > 0 { (hour, afterHour) = (meaning(i).cardinal, i + 1) }
    if isLed, says(i - 1, .la), !isFolded(i - 1, "las"), hour != 1, hour != 13 { return nil }
    var reading = minutes(of: hour, at: i, afterHour, isLed: isLed || isAnnounced)
    guard reading != nil else { return nil }
    if isFolded(reading?.end ?? 0, "en"), says((reading?.end ?? 0) + 1, .punto) { reading?.end += 2 }
    return reading.flatMap { finish($0, hour, i, start, isLed: isLed || isAnnounced) }
  }

  /// What follows the hour: «:30», «y media», «menos cuarto», «treinta», «cero dos».
  private func minutes(of hour: Int, at i: Int, _ afterHour: Int, isLed: Bool) -> ClockReading? {
    var at = afterHour
    var minutes = 0
    var seconds = 0
    var isPlain = isLed
    if isDigits(i), shows(at, ":") || shows(at, ".") && isLed, isGlued(at), isDigits(at + 1),
      atoms[at + 1].digitCount == 2,
      atoms[at + 1].value < 60
    {
      minutes = atoms[at + 1].value
      isPlain = isPlain || shows(at, ":")
      at += 2
      if shows(at, ":"), isDigits(at + 1), atoms[at + 1].value < 60 {
        seconds = atoms[at + 1].value
        at += 2
      }
    } else if says(at, .y, .con), says(at + 1, .media) {
      minutes = 30
      at += 2
    } else if says(at, .y, .con), says(at + 1, .cuarto) {
      minutes = 15
      at += 2
    } else if says(at, .y), says(at + 1, .pico), isLed {
      at += 2
    } else if says(at, .y), let spoken = wholeNumeral(at + 1, 1...59), isLed || halfOfDay(spoken.1) != nil,
      meaning(spoken.1).unit.rawValue <= TimeUnit.minute.rawValue, meaning(spoken.1).month == 0
    {
      minutes = spoken.0
      at = meaning(spoken.1).unit == .minute ? spoken.1 + 1 : spoken.1
    } else if says(at, .menos), says(at + 1, .cuarto) {
      minutes = -15
      at += 2
      isPlain = true
    } else if says(at, .menos), let spoken = wholeNumeral(at + 1, 1...30), isLed || !isDigits(i) && spoken.0 % 5 == 0 {
      minutes = -spoken.0
      at = spoken.1
    } else if isLed,
      meaning(at).cardinalClass == .zero || isDigits(at) && atoms[at].value == 0 && atoms[at].digitCount == 1,
      let digit = wholeNumeral(at + 1, 1...9)
    {
      // «las seis cero dos»
      minutes = digit.0
      at = digit.1
    } else if isLed, let spoken = wholeNumeral(at, 1...59), !isDigits(at), meaning(spoken.1).unit == .none {
      minutes = spoken.0
      at = spoken.1
    }
    let isSpoken = at > afterHour && !shows(afterHour, ":")
    if isSpoken && !isLed
      && (hour > 12 || hour == 0 || isDigits(i) && minutes == 30 && (i > 0 || at < atoms.count)
        || meaning(at).unit != .none)
    {
      return nil
    }
    guard hour * 3_600 + minutes * 60 + seconds <= 86_400 else { return nil }
    return ClockReading(
      seconds: hour * 3_600 + minutes * 60 + seconds, alternative: isSpoken ? 1 : nil, end: at, isPlain: isPlain)
  }

  /// The half of the day: said by «pm» or a part of the day, by the shape, or by the shop's custom.
  private func finish(_ read: ClockReading, _ hour: Int, _ i: Int, _ start: Int, isLed: Bool) -> ClockReading? {
    var at = read.end
    var isPlain = read.isPlain
    var seconds = read.seconds
    let isSpoken = read.alternative != nil
    let hasColon = shows(i + 1, ":")
    if meaning(at).unit == .hour, !isFolded(at, "hora") {
      // «h», «horas»: a length unless something already says that it is a clock.
      let isGluedH = isFolded(at, "h") && isGlued(at)
      guard
        isLed || hasColon || isGluedH && (says(start - 1, .a, .hasta, .desde) || isGlued(at + 1) && isDigits(at + 1))
      else {
        return nil
      }
      isPlain = true
      at += 1
      if isGluedH, isGlued(at), isDigits(at), atoms[at].digitCount == 2, atoms[at].value < 60, seconds % 3_600 == 0 {
        seconds += atoms[at].value * 60
        at += 1
      }
    } else if isGlued(at), atoms[at].kind == .letter, halfOfDay(at) == nil {
      return nil
    }
    if let half = halfOfDay(at) {
      guard hour <= 12 || half.isAfternoon else { return nil }
      seconds += hour == 12 ? (half.isAfternoon ? 0 : -43_200) : hour < 12 && half.isAfternoon ? 43_200 : 0
      at = half.end
      // «8 pm menos cuarto»
      if says(at, .menos), says(at + 1, .cuarto) {
        seconds -= 900
        at += 2
      }
      return ClockReading(seconds: (seconds + 86_400) % 86_400, end: at, isPlain: true)
    }
    if isLed, isFolded(at, "pasadas") || says(at, .pasado) && isFolded(at, "pasadas") { at += 1 }
    if let part = partOfDay(at: at), !says(at, .por) || hour <= 12 {
      var isMidnight = false
      if hour <= 12 {
        let isLate =
          part.part == .tarde || part.part == .mediodia && hour < 11 || part.part == .noche && hour >= 6 && hour < 12
        if isLate && hour < 12 { seconds += 43_200 }
        isMidnight = hour == 12 && part.part == .noche
        if hour == 12 && (isMidnight || part.part == .madrugada) { seconds -= 43_200 }
      }
      return ClockReading(
        seconds: (seconds + 86_400) % 86_400, end: part.end, isPlain: true, isMidnight: isMidnight)
    }
    guard isPlain || isSpoken else { return nil }
    if isDigits(i), atoms[i].digitCount == 2, hour < 10 || hour > 12 {
      return ClockReading(seconds: seconds % 86_400, end: at, isPlain: isPlain, isMidnight: hour == 24)
    }
    // In a shop, hours from one to seven are of the afternoon.
    if (1...7).contains(hour) {
      return ClockReading(
        seconds: seconds + 43_200, alternative: (seconds + 86_400) % 86_400, end: at, isPlain: isPlain)
    }
    let other = hour < 12 && hour > 0 ? (seconds + 43_200) % 86_400 : nil
    return ClockReading(seconds: (seconds + 86_400) % 86_400, alternative: other, end: at, isPlain: isPlain)
  }

  // MARK: - From one hour to another

  /// «de 9 a 14 h», «entre las 10 y las 12», «de 9:00 a 2», «3:00 a 4:00», «de dos treinta a tres», «0730-0930».
  func clockRange(at start: Int) -> (start: Int, end: Int, atom: Int)? {
    var i = start
    if shows(i, ",") { i += 1 }
    let between = says(i, .entre)
    let isLed = between || says(i, .de, .desde) || says(i, .del)
    if isLed { i += 1 }
    if says(i, .a), says(i + 1, .las), !isLed { return nil }
    if let military = militaryRange(i) { return military }
    guard let first = clockBound(i, inRange: isLed), isLed || first.isSure else { return nil }
    let joint = first.end
    guard between ? says(joint, .y, .a) : says(joint, .a, .hasta) || isDash(joint) else { return nil }
    guard let second = clockBound(joint + 1, inRange: isLed), isLed || second.isSure || first.isFixed || isDash(joint)
    else { return nil }
    var end = second.end
    var sure = first.isSure || second.isSure
    if meaning(end).unit == .hour, !isFolded(end, "hora") {
      sure = true
      end += 1
    }
    guard sure || isBareRange(first.hour, second.hour, i, end, between) else { return nil }
    var from = first.seconds
    if !first.isFixed, first.hour >= 1, first.hour <= 7 { from += 43_200 }
    if second.isFixed, !first.isFixed {
      // «de las 5 a las 6 de la tarde»: the first takes the half that the second names.
      from = first.seconds
      if second.seconds > 43_200, first.hour < 8, from + 43_200 < second.seconds { from += 43_200 }
      if second.seconds > 43_200, first.hour >= 8, first.hour < 12, second.seconds % 43_200 > first.seconds,
        second.hour >= 20
      {
        from += 43_200
      }
    }
    var finish = second.seconds
    if first.isFixed, second.isFixed, finish <= from { finish += 86_400 }
    while finish <= from { finish += 43_200 }
    guard finish - from <= 86_400 else { return nil }
    return (from, finish, end)
  }

  /// «de 9 a 2», «de 4 a 6» and nothing more: hours, unless something is counted or named.
  private func isBareRange(_ first: Int, _ second: Int, _ i: Int, _ end: Int, _ between: Bool) -> Bool {
    guard says(i - 1, .de) || between && second < first, first > 1, first != second, second > 0 else { return false }
    if says(i - 2, .talla) || meaning(i - 2).unit != .none || shows(end, "%") || isDash(end) || shows(end, "/") {
      return false
    }
    return end >= atoms.count || atoms[end].kind == .symbol && !isGlued(end + 1) || says(end, .y, .o) || says(end, .el)
      || dates[end] != nil
  }

  private func clockBound(_ start: Int, inRange: Bool) -> (
    hour: Int, seconds: Int, end: Int, isSure: Bool, isFixed: Bool
  )? {
    let i = says(start, .a) ? start + 1 : start
    if let reading = clock(at: i), reading.isPlain || inRange {
      let raw = reading.alternative.map { min($0, reading.seconds) } ?? reading.seconds
      return (raw / 3_600, raw, reading.end, true, reading.alternative == nil)
    }
    guard let (hour, end) = wholeNumeral(i, 0...24), !meaning(end).hasCurrency, meaning(end).month == 0,
      !isGlued(end) || isFolded(end, "h") || isDash(end)
    else { return nil }
    // «dos treinta», «dos cuarenta y cinco»
    if inRange, !isDigits(i), let spoken = wholeNumeral(end, 10...59), !isDigits(end), meaning(spoken.1).unit == .none {
      return (hour, hour * 3_600 + spoken.0 * 60, spoken.1, true, hour > 12)
    }
    return (hour, hour * 3_600, end, false, hour > 12)
  }

  private func militaryRange(_ i: Int) -> (start: Int, end: Int, atom: Int)? {
    guard isDigits(i), isDigits(i + 2), isDash(i + 1), isGlued(i + 1), isGlued(i + 2), atoms[i].digitCount == 4,
      atoms[i + 2].digitCount == 4, says(i - 1, .entre, .de)
    else { return nil }
    func seconds(_ value: Int) -> Int? {
      value / 100 <= 24 && value % 100 < 60 ? value / 100 * 3_600 + value % 100 * 60 : nil
    }
    guard let from = seconds(atoms[i].value), let to = seconds(atoms[i + 2].value), from < to, from % 900 == 0,
      to % 900 == 0
    else { return nil }
    return (from, to, i + 3)
  }
}
