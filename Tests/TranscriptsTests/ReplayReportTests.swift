import Foundation
import Storage
import Testing

@testable import Transcripts

@Suite("reports for other tools")
struct ReplayReportTests {
  private var report: ReplayReport {
    var report = ReplayReport()
    let failure = TranscriptFailure(
      path: "a/b.chat", branch: nil, pass: .direct, line: 7, expected: "<= x & «y»", actual: "<z>", why: [])
    report.entries = [
      .init(path: "a/a.chat", covers: ["CAN1"], failures: [], seconds: 0.5),
      .init(path: "a/b.chat", covers: [], failures: [failure], seconds: 0.25),
    ]
    return report
  }

  @Test("JUnit is XML with one case a file")
  func junit() throws {
    let text = report.junit
    #expect(text.contains("tests=\"2\" failures=\"1\""))
    #expect(text.contains("&lt;= x &amp; «y»") && !text.contains("<z>"))
    #expect(text.components(separatedBy: "<testcase").count == 3)
  }

  @Test("TAP counts and says why")
  func tap() {
    let lines = report.tap.split(separator: "\n")
    #expect(lines[1] == "1..2" && lines[2] == "ok 1 - a/a.chat" && lines[3] == "not ok 2 - a/b.chat")
    #expect(lines[4...].allSatisfy { $0.hasPrefix("#") })
  }

  @Test("JSON tells files, rows and failures")
  func json() {
    #expect(report.json["failed"]?.int == 1)
    #expect(report.json["files"]?.array?.last?["failures"]?.array?.first?["line"]?.int == 7)
    #expect(report.json["files"]?.array?.first?["covers"]?.array?.first?.string == "CAN1")
  }
}
