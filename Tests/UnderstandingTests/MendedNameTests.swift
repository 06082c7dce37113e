import Testing

@testable import Understanding

/// Typos in the words that a shop's things go by, which no author could know.
@Suite struct MendedNameTests {
  private static let names: Set<String> = ["cafetera", "zapatilla", "lampara", "mesa", "manta", "manga"]

  @Test(arguments: [
    ("la cafetrea gotea", "la cafetera gotea"),
    ("devolver la CAFETERRA y las zapatilas", "devolver la cafetera y las zapatilla"),
    ("la lámprara", "la lampara"),
    // Two letters are too many in a short word, and four letters are too few to tell.
    ("la lamrapa", "la lamrapa"),
    ("la msea", "la msea"),
    // What is Spanish, or as near to two names, stays.
    ("cancelar el pedido roto", "cancelar el pedido roto"),
    ("la mantga", "la mantga"),
    ("", ""),
  ])
  func mends(_ text: String, _ expected: String) throws {
    let model = try UnderstandingFixture.model()
    #expect(model.mended(text) { Self.names } == expected)
  }

  /// What needs no mending costs no look at the names.
  @Test func namesAreAskedOnlyWhereAWordIsStrange() throws {
    let model = try UnderstandingFixture.model()
    var asked = 0
    for text in ["quiero cancelar mi pedido", "quiero devolver la cafetrea"] {
      _ = model.mended(text) {
        asked += 1
        return Self.names
      }
    }
    #expect(asked == 1)
  }
}
