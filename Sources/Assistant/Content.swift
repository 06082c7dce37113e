import CMemory
package import Commerce
package import Dialogue
package import Foundation
package import Spanish
import TextAnalysis
package import Understanding

/// The authored files, compiled: everything that a conversation is served from.
package struct Content: Sendable {
  package let dialogue: Dialogue
  /// Changes whenever an authored file does.
  package let hash: String
  /// The demonstration shop's file.
  package let demoShop: Data

  package var model: UnderstandingModel { dialogue.model }
  package var settings: [String: SlotValue] { dialogue.content.settings }

  /// The same content with other values in `tienda.yaml`: for transcripts that set hours or policies of their own.
  package func replacing(settings: [String: SlotValue]) -> Content {
    var changed = dialogue.content
    changed.settings.merge(settings) { _, new in new }
    return Content(dialogue: Dialogue(content: changed, model: model), hash: hash, demoShop: demoShop)
  }

  /// The same content with a shop's own policies, which stand above those of `tienda.yaml`: what texts tell is then what
  /// the order service does.
  package func replacing(policies: [String: PolicyValue]) -> Content {
    var settings: [String: SlotValue] = [:]
    for (name, policy) in policies {
      switch policy {
      case .null: settings["policies.\(name)"] = .text("null")
      case .flag(let flag): settings["policies.\(name)"] = .text("\(flag)")
      case .number(let number): settings["policies.\(name)"] = .number(Decimal(number))
      case .text(let text): settings["policies.\(name)"] = .text(text)
      case .list(let items): settings["policies.\(name)"] = .list(items.map { .text($0) })
      case .table(let table):
        for (key, value) in table { settings["policies.\(name).\(key)"] = .text(value) }
      }
    }
    return settings.isEmpty ? self : replacing(settings: settings)
  }

  /// The same content for a shop that says its own name. The slot stays the same, so what `check` proved holds.
  package func replacing(shopName: String) -> Content {
    shopName.isEmpty || settings["shop.name"]?.string == shopName
      ? self : replacing(settings: ["shop.name": .text(shopName)])
  }

  /// Reads and compiles every authored file below `directory`, in the order of their paths.
  ///
  /// - Returns: the content, or nil when a diagnostic is an error. All mistakes of all files are in the diagnostics.
  package static func load(directory: String) throws(ContentError) -> (content: Content?, diagnostics: [Diagnostic]) {
    mostrador_expect_load()
    // Reading takes twice the memory that what was read needs.
    defer { mostrador_return_memory() }
    let (sources, hash) = try sources(in: directory)
    guard !sources.isEmpty else { throw ContentError.noFiles(directory: directory) }
    let demo = FileManager.default.contents(atPath: directory + "/tienda.demo.json") ?? Data()
    let analyzer: TextAnalyzer
    do { analyzer = try TextAnalyzer() } catch { throw ContentError.analysis("\(error)") }
    var (files, diagnostics) = ContentLoader.parse(sources)
    let parsed = files
    let (understanding, dialogue) = Concurrently.both {
      UnderstandingModel.compile(files: parsed, analyzer: analyzer)
    } and: {
      DialogueContent.compile(files: parsed, actions: ActionCatalog.signatures, letters: Letter.templates)
    }
    diagnostics += understanding.diagnostics + dialogue.diagnostics
    diagnostics += policyProblems(files, settings: dialogue.content.settings)
    diagnostics.sort { a, b in
      (a.location.file, a.location.line, a.location.column) < (b.location.file, b.location.line, b.location.column)
    }
    guard let model = understanding.model, !diagnostics.contains(where: { $0.severity == .error }) else {
      return (nil, diagnostics)
    }
    let content = Content(
      dialogue: Dialogue(content: dialogue.content, model: model), hash: hash, demoShop: demo)
    model.whenComplete { mostrador_return_memory() }
    return (content, diagnostics)
  }

  /// What the order service would leave aside: policies that it does not know, and values that it cannot take.
  private static func policyProblems(_ files: [ContentFile], settings: [String: SlotValue]) -> [Diagnostic] {
    let problems = Policies().overridden(by: policies(in: settings)).problems
    let entries = files.filter { $0.path.split(separator: "/").last == "tienda.yaml" }
      .flatMap { $0.root["policies"]?.entries ?? [] }
    return entries.compactMap { entry in
      switch problems[entry.key] {
      case nil: nil
      case .unknownName:
        Diagnostic(
          "unknown_policy", "la política «\(entry.key)» no existe",
          hint: Suggestion.hint(for: entry.key, among: Policies.names), at: entry.location)
      case .wrongValue(let expected):
        Diagnostic(
          "wrong_policy", "«\(entry.key)» no vale lo que dice", hint: "se espera \(expected)",
          at: entry.value.location)
      }
    }
  }

  /// All authored files below `directory`, in the order of their paths, and a hash of their texts.
  private static func sources(
    in directory: String
  ) throws(ContentError) -> (sources: [ContentSource], hash: String) {
    // Enumerating a link to a folder finds nothing.
    let folder = URL(fileURLWithPath: directory).resolvingSymlinksInPath().path
    guard let names = FileManager.default.enumerator(atPath: folder) else {
      throw ContentError.notADirectory(directory)
    }
    let paths = names.compactMap { $0 as? String }.filter(ContentLoader.isAuthored).sorted()
    let read = Concurrently.map(paths) { path -> (source: ContentSource, hash: UInt64)? in
      guard let data = FileManager.default.contents(atPath: "\(directory)/\(path)"),
        let text = String(validating: data, as: UTF8.self)
      else { return nil }
      return (ContentSource(path: "\(directory)/\(path)", text: text), FNV1a.hash(text.utf8))
    }
    if let unread = read.firstIndex(where: { $0 == nil }) {
      throw ContentError.unreadable("\(directory)/\(paths[unread])")
    }
    let files = read.compactMap { $0 }
    let hash = files.reduce(FNV1a.basis) { ($0 ^ $1.hash) &* FNV1a.prime }
    return (files.map(\.source), String(hash, radix: 16))
  }
}

/// The authored files cannot be read at all.
package enum ContentError: Error, Hashable, CustomStringConvertible {
  case notADirectory(String)
  case noFiles(directory: String)
  case unreadable(String)
  case analysis(String)

  package var description: String {
    switch self {
    case .notADirectory(let path): "no existe la carpeta de contenidos «\(path)»; indícala con --intents"
    case .noFiles(let directory): "no hay ningún fichero .yaml en «\(directory)»"
    case .unreadable(let path): "no se puede leer «\(path)» como UTF-8"
    case .analysis(let reason): "ICU no está disponible: \(reason)"
    }
  }
}

extension Content {
  /// The days on which deadlines in working days do not count.
  package var calendar: Commerce.WorkingCalendar {
    WorkingCalendar(holidays: Set((settings["hours.holidays"]?.items ?? []).compactMap(\.string)))
  }

  /// The policy values that the content sets, for the order service.
  package var policies: [String: PolicyValue] { Self.policies(in: settings) }

  private static func policies(in settings: [String: SlotValue]) -> [String: PolicyValue] {
    var policies: [String: PolicyValue] = [:]
    for (path, value) in settings where path.hasPrefix("policies.") {
      let names = path.split(separator: ".").dropFirst().map(String.init)
      if names.count == 2 {
        var table: [String: String] = [:]
        if case .table(let known) = policies[names[0]] { table = known }
        table[names[1]] = value.string ?? ""
        policies[names[0]] = .table(table)
      } else {
        policies[names[0]] =
          switch value {
          case .number(let number): PolicyValue(parsing: "\(number)")
          case .list(let items): .list(items.compactMap(\.string))
          default: PolicyValue(parsing: value.string ?? "")
          }
      }
    }
    return policies
  }
}
