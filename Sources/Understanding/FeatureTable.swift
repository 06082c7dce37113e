/// The features that the samples hold, and what each says for the intents.
///
/// Most of them say something of a few intents only: a row has the weights of those lanes alone. A feature that is said
/// costs three cache misses, one to find its row, the row and its weights.
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
    /// Where the weights of the first of these lanes stand.
    var firstWeights: Int32
  }

  /// By feature.
  private let rows: [Row]
  /// By row, then by lane.
  private let weights: [PackedWeights]
  /// The first row whose feature's highest bits are this number or more.
  private let buckets: [Int32]

  private static let bucketBits = 15

  /// - Parameters:
  ///   - features: sorted.
  ///   - rarity: by feature.
  ///   - weights: by feature, `lanes` each.
  init(_ features: [UInt64], rarity: [Float], weights: [Lane], lanes: Int) {
    precondition(lanes <= UInt32.bitWidth, "no more than 512 intents have samples")
    var rows: [Row] = []
    rows.reserveCapacity(features.count)
    var packed: [PackedWeights] = []
    var buckets = [Int32](repeating: 0, count: 1 << Self.bucketBits + 1)
    for (place, feature) in features.enumerated() {
      buckets[Self.bucket(of: feature) + 1] += 1
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
      rows.append(row)
    }
    for bucket in buckets.indices.dropFirst() { buckets[bucket] += buckets[bucket - 1] }
    self.rows = rows
    self.weights = packed
    self.buckets = buckets
  }

  private static func bucket(of feature: UInt64) -> Int { Int(feature >> UInt64(64 - bucketBits)) }

  /// The row of a feature; nil if no sample holds it.
  func place(of feature: UInt64) -> Int? {
    let bucket = Self.bucket(of: feature)
    for place in Int(buckets[bucket])..<Int(buckets[bucket + 1]) where rows[place].feature == feature { return place }
    return nil
  }

  func rarity(of place: Int) -> Float { rows[place].rarity }

  /// Adds what a feature says.
  ///
  /// - Parameter scores: by lane.
  func add(_ place: Int, to scores: inout [Lane]) {
    let row = rows[place]
    var lanes = row.lanes
    var next = Int(row.firstWeights)
    while lanes != 0 {
      scores[lanes.trailingZeroBitCount] += row.step * weights[next].units
      next += 1
      lanes &= lanes - 1
    }
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
