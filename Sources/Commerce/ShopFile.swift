package import Foundation

/// Reads and writes the shop file, format 1.
package enum ShopFile {
  /// The shop in `data`; relative times are resolved against `now`.
  ///
  /// - Throws: every fault of the file at once.
  package static func decode(_ data: Data, now: Date) throws(ShopFileError) -> Shop {
    let document: ShopDocument
    do throws(ShopDocumentParser.Fault) {
      document = try ShopDocumentParser.parse(Array(data))
    } catch {
      let place = "línea \(error.line), columna \(error.column)"
      throw ShopFileError(problems: [.init(path: place, reason: "no es JSON: \(error.reason)")])
    }
    let zone = document["zone"]?.string.flatMap { TimeZone(identifier: $0) }
    var reader = ShopReader(now: now, zone: zone ?? TimeZone(identifier: "Europe/Madrid") ?? .gmt)
    let checked = reader.read(document, as: .shop, at: "")
    guard reader.problems.isEmpty else { throw ShopFileError(problems: reader.problems) }
    let shop: Shop
    do {
      shop = try JSONDecoder().decode(Shop.self, from: Data(checked.compact.utf8))
    } catch {
      throw ShopFileError(problems: [.init(path: "", reason: "no se puede leer: \(error)")])
    }
    let problems = ShopReferences.problems(in: shop)
    guard problems.isEmpty else { throw ShopFileError(problems: problems) }
    return shop
  }

  /// The shop as a file, its keys in the order of the format's document; the same shop gives the same bytes.
  package static func encode(_ shop: Shop) throws -> Data {
    Data((try document(of: shop, as: .shop).pretty() + "\n").utf8)
  }

  /// One order as the file has it, for `orders show --json`.
  package static func encode(_ order: Order) throws -> Data {
    Data((try document(of: order, as: ShopSchema.order).pretty() + "\n").utf8)
  }

  private static func document(of value: some Encodable, as schema: ShopSchema) throws -> ShopDocument {
    ordered(try ShopDocumentParser.parse(Array(JSONEncoder().encode(value))), as: schema)
  }

  /// The same document with its keys in the schema's order.
  private static func ordered(_ value: ShopDocument, as schema: ShopSchema) -> ShopDocument {
    switch (value, schema) {
    case (.object(let members), .object(let fields)):
      return .object(
        fields.compactMap { field in
          members.first { $0.key == field.key }.map { .init($0.key, ordered($0.value, as: field.schema)) }
        })
    case (.object(let members), .policies):
      return .object(Policies.names.compactMap { name in members.first { $0.key == name } })
    case (.object(let members), _): return .object(members.sorted { $0.key < $1.key })
    case (.array(let elements), .list(let schema)): return .array(elements.map { ordered($0, as: schema) })
    default: return value
    }
  }
}

/// All that is wrong with a shop file.
package struct ShopFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One fault. `reason` is Spanish, for the person who wrote the file.
  package struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// `orders[3].lines[0].pric`.
    package var path: String
    package var reason: String

    package var description: String { path.isEmpty ? reason : "\(path): \(reason)" }
  }

  package var problems: [Problem]

  /// One line for each problem.
  package var description: String { problems.map(\.description).joined(separator: "\n") }
}
