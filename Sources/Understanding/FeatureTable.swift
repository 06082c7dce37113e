/// The features that the samples hold, and what each says for the intents.
///
/// A hash table with open addressing, for the features are hashes: to look one up costs one cache miss, and what is found one
/// or two more for its weights. Most features say something of a few intents only: a row has the weights of those lanes
/// alone.
struct FeatureTable: Sendable {
  /// Intents side by side: so many multiplications at once.
  typealias Lane = SIMD16<Float>

  private struct Row {
    var feature: UInt64
    /// How much it counts, before the message's length is divided out.
    var rarity: Float
    /// What one unit of its weights is worth, times its rarity.
    var step: Float = 0
    /// One bit for each lane in which it says something.
    var lanes: UInt32 = 0
    /// Where the weights of the first of these lanes stand; -1 in an empty slot.
    var firstWeights: Int32 = -1
  }

  /// So many intents may have samples: a bit for each of their lanes.
  static let mostIntents = UInt32.bitWidth * 16

  /// By slot. Each feature stands in the slot of its number, or behind it without a gap.
  private let rows: [Row]
  /// By row, then by lane.
  private let weights: [PackedWeights]

  /// - Parameters:
  ///   - features: sorted.
  ///   - rarity: by feature.
  ///   - weights: by feature, `lanes` each.
  init(_ features: [UInt64], rarity: [Float], weights: [Lane], lanes: Int) {
    precondition(lanes <= UInt32.bitWidth, "no more than mostIntents have samples")
    // Nearly half of the slots are empty: a look-up ends soon, most often in the line where it began.
    var rows = [Row](repeating: Row(feature: 0, rarity: 0), count: features.count * 9 / 5 + 1)
    var packed: [PackedWeights] = []
    for (place, feature) in features.enumerated() {
      let own = weights[place * lanes..<(place + 1) * lanes]
      var row = Row(feature: feature, rarity: rarity[place], firstWeights: Int32(packed.count))
      var largest = Float.leastNormalMagnitude
      for lane in own where lane != .zero { largest = max(largest, pointwiseMax(lane, -lane).max()) }
      let unit = largest / Float(Int8.max)
      for (number, lane) in own.enumerated() where lane != .zero {
        let units = SIMD16<Int8>((lane / unit).rounded(.toNearestOrAwayFromZero))
        guard units != .zero else { continue }
        row.lanes |= 1 << UInt32(number)
        packed.append(PackedWeights(units))
      }
      row.step = unit * rarity[place]
      var slot = Self.slot(of: feature, in: rows.count)
      while rows[slot].firstWeights >= 0 { slot = (slot + 1) % rows.count }
      rows[slot] = row
    }
    self.rows = rows
    self.weights = packed
  }

  /// The highest bits of a short word's hash are much like those of others, until they are mixed with the lower ones.
  private static func slot(of feature: UInt64, in count: Int) -> Int {
    let mixed = (feature ^ feature >> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed.multipliedFullWidth(by: UInt64(count)).high)
  }

  /// The place of a feature; nil if no sample holds it.
  func place(of feature: UInt64) -> Int? {
    var slot = Self.slot(of: feature, in: rows.count)
    while rows[slot].firstWeights >= 0 {
      if rows[slot].feature == feature { return slot }
      slot += 1
      if slot == rows.count { slot = 0 }
    }
    return nil
  }

  /// Adds what features say.
  ///
  /// - Parameters:
  ///   - places: theirs.
  ///   - scores: by lane.
  /// - Returns: the sum of their rarities, squared.
  func add(_ places: [Int], to scores: inout [Lane]) -> Float {
    var length: Float = 0
    var sums = scores.mutableSpan
    for place in places {
      let row = rows[place]
      length += row.rarity * row.rarity
      var lanes = row.lanes
      var next = Int(row.firstWeights)
      while lanes != 0 {
        sums[lanes.trailingZeroBitCount] += row.step * weights[next].units
        next += 1
        lanes &= lanes - 1
      }
    }
    return length
  }

  /// What a feature says for the intent in a column of the lanes.
  func weight(of place: Int, for column: Int) -> Float {
    let row = rows[place]
    let lane = UInt32(1) << UInt32(column / Lane.scalarCount)
    guard row.lanes & lane != 0 else { return 0 }
    let before = (row.lanes & (lane - 1)).nonzeroBitCount
    return row.step * weights[Int(row.firstWeights) + before].units[column % Lane.scalarCount]
  }
}

/// The weights of a lane, from -127 to 127.
///
/// Four to a word, those of four quarters: four at a time are made numbers without being moved. To widen bytes takes
/// twice as long.
private struct PackedWeights {
  private var words: SIMD4<Int32> = .zero

  init(_ units: SIMD16<Int8>) {
    for place in 0..<16 {
      words[place % 4] |= Int32(UInt8(bitPattern: units[place])) << Int32(place / 4 * 8)
    }
  }

  @inline(__always)
  var units: FeatureTable.Lane {
    FeatureTable.Lane(
      lowHalf: SIMD8(lowHalf: SIMD4<Float>((words &<< 24) &>> 24), highHalf: SIMD4<Float>((words &<< 16) &>> 24)),
      highHalf: SIMD8(lowHalf: SIMD4<Float>((words &<< 8) &>> 24), highHalf: SIMD4<Float>(words &>> 24)))
  }
}
