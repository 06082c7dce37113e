package import Spanish

/// Values by the name of their slot, in the order in which they came.
///
/// A conversation knows a dozen at most, under short names: comparing these one after the other costs a quarter
/// of hashing one of them.
package struct Slots: Sendable {
  package typealias Element = (key: String, value: SlotValue)

  private var entries: [Element] = []

  package init() {}

  package init(_ values: [String: SlotValue]) {
    entries = values.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }
  }

  private init(unchecked entries: [Element]) { self.entries = entries }

  /// Most names differ in their length already.
  private func place(of name: String) -> Int? {
    entries.firstIndex { $0.key.utf8.count == name.utf8.count && $0.key == name }
  }

  package subscript(name: String) -> SlotValue? {
    get { place(of: name).map { entries[$0].value } }
    set {
      switch (place(of: name), newValue) {
      case (let place?, let value?): entries[place].value = value
      case (let place?, nil): entries.remove(at: place)
      case (nil, let value?): entries.append((key: name, value: value))
      case (nil, nil): break
      }
    }
  }

  @discardableResult
  package mutating func removeValue(forKey name: String) -> SlotValue? {
    place(of: name).map { entries.remove(at: $0).value }
  }

  package var keys: [String] { entries.map(\.key) }

  package func mapValues<Mapped>(_ transform: (SlotValue) -> Mapped) -> [String: Mapped] {
    Dictionary(uniqueKeysWithValues: entries.map { ($0.key, transform($0.value)) })
  }

  package func filter(_ isKept: (Element) throws -> Bool) rethrows -> Slots {
    Slots(unchecked: try entries.filter(isKept))
  }

  /// Takes the values that are new, and of those that both know what `combine` makes of its own and the other one.
  package mutating func merge(_ other: Slots, uniquingKeysWith combine: (SlotValue, SlotValue) -> SlotValue) {
    if entries.isEmpty {
      entries = other.entries
      return
    }
    for (name, value) in other.entries {
      if let place = place(of: name) {
        entries[place].value = combine(entries[place].value, value)
      } else {
        entries.append((key: name, value: value))
      }
    }
  }

  package func merging(_ other: Slots, uniquingKeysWith combine: (SlotValue, SlotValue) -> SlotValue) -> Slots {
    var merged = self
    merged.merge(other, uniquingKeysWith: combine)
    return merged
  }

  /// Takes values that win over its own.
  package mutating func update(with new: Slots) { merge(new) { _, new in new } }
}

extension Slots: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { entries.count }
  package subscript(index: Int) -> Element { entries[index] }
}

extension Slots: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, SlotValue)...) {
    for (name, value) in elements { self[name] = value }
  }
}

/// Two are equal if they hold the same, in whatever order.
extension Slots: Hashable {
  package static func == (a: Slots, b: Slots) -> Bool {
    a.count == b.count && a.entries.allSatisfy { b[$0.key] == $0.value }
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(Dictionary(self)) }
}

extension Slots: Codable {
  package init(from decoder: any Decoder) throws { self.init(try [String: SlotValue](from: decoder)) }

  package func encode(to encoder: any Encoder) throws { try Dictionary(self).encode(to: encoder) }
}

extension [String: SlotValue] {
  package init(_ slots: Slots) { self.init(uniqueKeysWithValues: slots.map { ($0.key, $0.value) }) }
}
