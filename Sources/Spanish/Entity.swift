package import TextAnalysis

/// The kinds of the entity specification, under their contract names.
package enum EntityKind: String, Sendable, CaseIterable, Codable {
  case datetime, duration, set, money, number, ordinal, percent, quantity, phone, email, url, card, iban
  case dni, nie, cif, tracking, serial, country, product, choice, text
  case orderNumber = "order_number"
}

/// Something that the message names, with its place and its value.
package struct Entity: Hashable, Sendable {
  package var kind: EntityKind
  /// Indices into `AnalyzedText.tokens`.
  package var tokens: Range<Int>
  /// UTF-8 offsets in the message; usually that of its tokens.
  package var range: TextRange
  package var value: SlotValue
  /// The other readings, best first.
  package var alternatives: [SlotValue]
  /// The name of the rule that made it, for `--trace`.
  package var rule: String

  package init(
    kind: EntityKind, tokens: Range<Int>, range: TextRange, value: SlotValue, alternatives: [SlotValue] = [],
    rule: String
  ) {
    self.kind = kind
    self.tokens = tokens
    self.range = range
    self.value = value
    self.alternatives = alternatives
    self.rule = rule
  }
}

/// What recognition may know of the world. Nothing else is read: same text, same context, same entities.
package struct RecognitionContext: Sendable {
  /// «Now», on the customer's wall clock.
  package var now: LocalTime
  /// Upper-case ISO 3166-1 alpha-2: decides separators of numbers, what `$` is, which telephone plan holds.
  package var country: String
  /// Whether dates without a year or a side look back, ahead, or to the nearest.
  package var preference: TimePreference
  /// Which days «3 días laborables» counts; the country's by default.
  package var calendar: WorkingCalendar
  /// When the clocks change, for «dentro de 48 horas»; the country's by default.
  package var zone: CivilZone
  /// How the shop at hand numbers its orders; the content's pattern if nil.
  package var orderNumber: OrderNumberPattern?

  package enum TimePreference: Sendable { case past, future, nearest }

  package init(
    now: LocalTime, country: String = "ES", preference: TimePreference = .nearest, calendar: WorkingCalendar? = nil,
    zone: CivilZone? = nil
  ) {
    self.now = now
    self.country = country
    self.preference = preference
    self.calendar = calendar ?? .of(country)
    self.zone = zone ?? .of(country)
  }
}
