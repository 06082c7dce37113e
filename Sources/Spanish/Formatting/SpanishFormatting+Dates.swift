extension SpanishFormatting {
  /// A day as it is said today: «hoy», «ayer», «mañana», «el martes 10 de marzo», «el 10 de marzo de 2024».
  package static func day(_ time: LocalTime, now: LocalTime) -> String {
    switch time.day - now.day {
    case 0: return "hoy"
    case -1: return "ayer"
    case 1: return "mañana"
    default: break
    }
    let (year, month, day) = time.components
    if year != now.components.year { return "el \(day) de \(months[month - 1]) de \(year)" }
    return "el \(weekdays[time.weekday - 1]) \(day) de \(months[month - 1])"
  }

  /// «10:30», «9:05».
  package static func clock(_ time: LocalTime) -> String { clock(secondOfDay: time.secondOfDay) }

  package static func clock(secondOfDay: Int) -> String {
    let hour = secondOfDay / 3_600 % 24
    let minute = secondOfDay / 60 % 60
    return "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }

  /// «el martes 10 de marzo a las 10:30», «ayer a la 1:15».
  package static func moment(_ time: LocalTime, now: LocalTime) -> String {
    day(time, now: now) + atClock(time)
  }

  static func atClock(_ time: LocalTime) -> String {
    (time.secondOfDay / 3_600 == 1 ? " a la " : " a las ") + clock(time)
  }

  /// A half-open interval: one day, a month, a week, a range («del 3 al 5 de mayo»), an open side («desde ayer»).
  package static func interval(start: LocalTime?, end: LocalTime?, grain: String, now: LocalTime) -> String {
    let fine = grain == "minute" || grain == "hour" || grain == "second"
    func bound(_ time: LocalTime) -> String { fine ? moment(time, now: now) : day(time, now: now) }
    guard let start else {
      guard let end else { return "" }
      return "hasta " + bound(fine ? end : LocalTime(seconds: end.seconds - 86_400))
    }
    guard let end else { return fine ? bound(start) : "desde " + bound(start) }
    if fine {
      guard end.seconds - start.seconds > 3_600 else { return moment(start, now: now) }
      if end.day == start.day {
        return day(start, now: now) + " de \(clock(start)) a \(clock(end))"
      }
      return "desde \(moment(start, now: now)) hasta \(moment(end, now: now))"
    }
    return days(from: start, to: LocalTime(seconds: end.seconds - 1), now: now)
  }

  /// Whole days, both included.
  static func days(from first: LocalTime, to last: LocalTime, now: LocalTime) -> String {
    if first.day == last.day { return day(first, now: now) }
    let a = first.components
    let b = last.components
    let dayAfter = LocalTime(seconds: last.seconds + 1)
    let thisYear = a.year == now.components.year && b.year == a.year
    if a.day == 1 && dayAfter.components.day == 1 && a.year == b.year {
      if a.month == 1 && b.month == 12 { return "\(a.year)" }
      if a.month == b.month { return months[a.month - 1] + (thisYear ? "" : " de \(a.year)") }
    }
    let year = thisYear ? "" : " de \(b.year)"
    if a.month == b.month && a.year == b.year {
      return "del \(a.day) al \(b.day) de \(months[a.month - 1])" + year
    }
    let firstYear = a.year == b.year ? "" : " de \(a.year)"
    return "del \(a.day) de \(months[a.month - 1])\(firstYear) al \(b.day) de \(months[b.month - 1])" + year
  }
}
