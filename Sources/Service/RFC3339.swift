import Commerce
package import Foundation

extension Date {
  /// Reads RFC 3339 with an offset or `Z`; nil for anything else.
  package init?(rfc3339 text: String) {
    guard let timestamp = Timestamp(text) else { return nil }
    self = timestamp.date
  }
}
