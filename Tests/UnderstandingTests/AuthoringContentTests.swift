import Testing

@testable import Understanding

@Suite("reading authored files")
struct AuthoringContentTests {
  private func load(_ text: String) -> (root: ContentNode?, diagnostics: [Diagnostic]) {
    let loaded = ContentLoader.parse([ContentSource(path: "a.yaml", text: text)])
    return (loaded.files.first?.root, loaded.diagnostics)
  }

  @Test(
    "scalars stay text",
    arguments: ["no", "sí", "0012", "1.50", "true", "null", "2026-03-01", "0x1F", "1_000", "~querer", "12:30", "yes"])
  func scalars(text: String) {
    let loaded = load("a: \(text)\n")
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.root?["a"]?.string == text)
  }

  @Test(
    "a scalar's place is that of its first character",
    arguments: [
      ("a: b", 1, 4), ("a: \"b\"", 1, 5), ("a: 'b'", 1, 5), ("x: 1\na:\n  - b", 3, 5),
      ("x: 1\r\na:\r\n  - \"b\"\r\n", 3, 6),
      ("a: |\n  b", 2, 3), ("a: >-\n    b", 2, 5), ("a: &ancla \"b\"", 1, 12), ("\u{FEFF}a: b", 1, 4),
      ("año: [1, 2]\na: [\"b\"]", 2, 6), ("x: {a: b}\na: b", 2, 4),
    ])
  func places(text: String, line: Int, column: Int) {
    let loaded = load(text)
    let node = loaded.root?["a"]?.items.first
    #expect(loaded.diagnostics.isEmpty)
    #expect(node.map { "\($0.location)" } == "a.yaml:\(line):\(column)")
    #expect(node?.string?.hasPrefix("b") == true)
  }

  @Test("mappings keep the file's order and the keys' places")
  func order() {
    let root = load("b: 1\n\"a\": {z: 1, y: 2}\n").root
    #expect(root?.entries.map(\.key) == ["b", "a"])
    #expect(root?.entries.map { "\($0.location)" } == ["a.yaml:1:1", "a.yaml:2:2"])
    #expect(root?["a"]?.entries.map(\.key) == ["z", "y"])
  }

  @Test("an alias stands for what it names")
  func alias() { #expect(load("x: &uno [a, b]\ny: *uno").root?["y"]?.items.map(\.string) == ["a", "b"]) }

  @Test("nothing in it is no mistake", arguments: ["", "\n", "# solo un comentario\n", "---\n"])
  func empty(text: String) {
    let loaded = load(text)
    #expect(loaded.root?.entries.isEmpty == true)
    #expect(loaded.diagnostics.isEmpty)
  }

  @Test("all double keys are found, each at its second place")
  func doubles() {
    let text = "a: 1\nb: {x: 1, y: 2, x: 3, y: 4}\na: 2\n\"a\": 3\nc:\n  - d: 1\n    d: 2\n"
    let loaded = load(text)
    #expect(
      Set(loaded.diagnostics.map { "\($0.location) \($0.code)" })
        == Set(["2:17", "2:23", "3:1", "4:2", "7:5"].map { "a.yaml:\($0) yaml_double_key" }))
    #expect(loaded.root?.entries.map(\.key) == ["a", "b", "c"])
    #expect(loaded.root?["a"]?.string == "1")
    #expect(loaded.root?["b"]?["y"].map { "\($0.location)" } == "a.yaml:2:14")
  }

  @Test(
    "broken files",
    arguments: [
      ("a: 1\n\tb: 2\n", "yaml_tab", 2), ("a: [1, 2\nb: 3\n", "yaml", 2), ("a: \"sin cerrar\nb: 1\n", "yaml", 3),
      ("a:\n  - [el] pedido\n", "yaml", 2), ("a: b: c\n", "yaml", 1), ("a: *nadie\n", "yaml", 1),
      ("a: 1\n---\nb: 2\n", "yaml", 2), ("- a\n- b\n", "yaml_root", 1), ("hola\n", "yaml_root", 1),
      ("a: \"\\d\"\n", "yaml", 1), ("a: @b\n", "yaml", 1), ("a: 1\n  b: 2\n", "yaml", 2),
      ("a:\n  - b\n c: 1\n", "yaml", 3),
    ])
  func broken(text: String, code: String, line: Int) {
    let loaded = load(text)
    #expect(loaded.root == nil)
    #expect(loaded.diagnostics.map { "\($0.code) \($0.location.line)" } == ["\(code) \(line)"])
    #expect(loaded.diagnostics.allSatisfy { !$0.hint.isEmpty && !$0.message.contains("YAML no válido") })
  }

  @Test("a key that is no scalar is reported, the others are kept")
  func complexKey() {
    let loaded = load("{a: 1}: x\nb: 2\n")
    #expect(loaded.diagnostics.map(\.code) == ["yaml_key"])
    #expect(loaded.root?.entries.map(\.key) == ["b"])
  }

  @Test("one broken file does not hide the others")
  func several() {
    let loaded = ContentLoader.parse([
      ContentSource(path: "a.yaml", text: "a: ["), ContentSource(path: "b.yaml", text: "b: 1"),
      ContentSource(path: "c.yaml", text: "c: 1\nc: 2"),
    ])
    #expect(loaded.files.map(\.path) == ["b.yaml", "c.yaml"])
    #expect(loaded.diagnostics.map(\.location.file) == ["a.yaml", "c.yaml"])
  }

  @Test("aliases that multiply are refused")
  func multiplied() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
    }
    #expect(load(text).diagnostics.map(\.code) == ["yaml_too_large"])
  }
}
