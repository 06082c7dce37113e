import Assistant
import Foundation
import Understanding

/// Finds the authored files and compiles them.
struct ContentFolder {
  let path: String

  /// - Parameter named: looked up from the current folder; the name alone also beside the executable and above it, so
  ///   that the tool works from anywhere after `swift build`.
  init(named: String) throws(CommandFailure) {
    guard let found = ContentFolder.candidates(named).first(where: ContentFolder.isDirectory) else {
      throw CommandFailure(.content, "no existe la carpeta de contenidos «\(named)»; indícala con --intents")
    }
    path = found
  }

  /// The compiled content; mistakes of the authors go to stderr, all at once.
  func load() throws(CommandFailure) -> Content {
    let (content, diagnostics) = try diagnosed()
    guard let content else {
      let errors = diagnostics.filter { $0.severity == .error }
      Console.error(errors.map(\.description).joined(separator: "\n"))
      throw CommandFailure(
        .content, "los contenidos de «\(path)» tienen \(Console.count(errors.count, "error", "errores"))")
    }
    return content
  }

  func diagnosed() throws(CommandFailure) -> (content: Content?, diagnostics: [Diagnostic]) {
    do { return try Content.load(directory: path) } catch { throw CommandFailure(.content, error.description) }
  }

  /// The demonstration shop's file.
  func demoShop() throws(CommandFailure) -> Data {
    guard let data = FileManager.default.contents(atPath: path + "/tienda.demo.json") else {
      throw CommandFailure(.runtime, "no se puede leer «\(path)/tienda.demo.json»")
    }
    return data
  }

  private static func candidates(_ named: String) -> [String] {
    guard !named.hasPrefix("/"), let executable = Bundle.main.executablePath else { return [named] }
    var folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
    var paths = [named]
    while folder.path != "/" {
      paths.append(folder.appendingPathComponent(named).path)
      folder.deleteLastPathComponent()
    }
    return paths
  }

  private static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }
}
