import Testing

@testable import Understanding

/// A confidence means something if, of the winners that have it, about that share is right.
@Suite struct CalibrationTests {
  @Test func confidenceTellsHowOftenAWinnerIsRight() throws {
    let model = try ShopContent.model()
    var bins = [(winners: Int, right: Int)](repeating: (0, 0), count: 10)
    for (intents, message) in try ShopContent.labelled() {
      let understanding = model.understand(message, context: UnderstandingFixture.context())
      guard let winner = understanding.intents.first(where: { !$0.negated }) else { continue }
      let bin = min(9, Int(winner.confidence * 10))
      bins[bin].winners += 1
      if intents.contains(winner.id) { bins[bin].right += 1 }
    }
    print("confidence   winners   right")
    for (index, bin) in bins.enumerated() where bin.winners > 0 {
      let share = bin.right * 1000 / bin.winners
      print(
        "0.\(index)–\(index == 9 ? "1.0" : "0.\(index + 1)")      \(bin.winners)      \(share / 10).\(share % 10) %")
      // Few winners prove nothing.
      guard bin.winners >= 40 else { continue }
      #expect(
        Double(share) / 1000 >= Double(index) / 10 - 0.03, "winners with confidence 0.\(index) are right too seldom")
    }
    #expect(bins.map(\.winners).reduce(0, +) >= 700)
  }
}
