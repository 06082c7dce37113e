import Commerce
import Foundation
import Testing

@Suite("where things are")
struct TrackingTests {
  @Test(
    "states",
    arguments: [
      (.pending, 1, true, .pending), (.shipped, 1, true, .shipped), (.shipped, 0, true, .shipped),
      (.shipped, -1, true, .late), (.shipped, 1, false, .untrackable), (.delivered, -1, true, .delivered),
      (.cancelled, -1, true, .cancelled), (.returnRequested, -1, true, .returned),
    ] as [(OrderStatus, Double, Bool, TrackingReport.State)])
  func states(status: OrderStatus, estimatedInDays: Double, trackable: Bool, expected: TrackingReport.State) {
    var order = order([status])
    let estimated = Timestamp(noon.addingTimeInterval(estimatedInDays * 86_400), offset: 3_600)
    order.shipments = [Shipment(id: "e", lines: ["L1"], trackable: trackable, estimated: estimated)]
    #expect(Tracking.report(on: order, now: noon)?.state == expected)
  }

  @Test("several parcels, several reports; one line narrows them down")
  func parcels() {
    var order = order([.shipped, .pending, .cancelled])
    order.shipments = [Shipment(id: "e", lines: ["L1"])]
    #expect(Tracking.reports(on: order, now: noon).map(\.state) == [.pending, .shipped, .cancelled])
    #expect(Tracking.report(on: order, lines: ["L1"], now: noon)?.state == .shipped)
  }

  @Test("customs", arguments: [("35002", true), ("38001", true), ("51001", true), ("52006", true), ("28004", false)])
  func customs(postcode: String, passes: Bool) {
    var order = order([.shipped])
    order.address.postcode = postcode
    #expect(Tracking.report(on: order, now: noon)?.passesCustoms == passes)
  }
}
