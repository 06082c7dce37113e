package import Foundation
package import TextAnalysis

/// A line of `parse --hassil --jsonl`: a sentence with the names and the context that come with it.
package struct HassilMessage: Decodable, Sendable {
  package struct Entity: Decodable, Hashable, Sendable {
    package var name: String
    package var domain: String?
  }

  package var id: HassilValue?
  package var sentence: String
  package var context: [String: String]
  package var entities: [Entity]
  package var areas: [String]
  package var floors: [String]

  package init(sentence: String) {
    self.sentence = sentence
    context = [:]
    entities = []
    areas = []
    floors = []
  }

  /// Fails only if `line` is no JSON object with a `sentence` (or `text`).
  package init(line: Data) throws {
    self = try JSONDecoder().decode(HassilMessage.self, from: line)
  }

  private enum Key: String, CodingKey { case id, sentence, text, context, entities, areas, floors }

  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Key.self)
    if let text = try? members.decode(String.self, forKey: .id) {
      id = .text(text)
    } else if let number = try? members.decode(Double.self, forKey: .id) {
      id = .number(number)
    }
    sentence =
      try members.decodeIfPresent(String.self, forKey: .sentence) ?? members.decode(String.self, forKey: .text)
    context = try members.decodeIfPresent([String: String].self, forKey: .context) ?? [:]
    entities = try members.decodeIfPresent([Entity].self, forKey: .entities) ?? []
    areas = try members.decodeIfPresent([String].self, forKey: .areas) ?? []
    floors = try members.decodeIfPresent([String].self, forKey: .floors) ?? []
  }

  /// The lists `name` (its values bring their domain), `area` and `floor`, and the context, as hassil gets them.
  package func world(analyzer: TextAnalyzer) -> HassilWorld {
    HassilWorld(
      lists: entities.map { ("name", $0.name, $0.domain.map { ["domain": $0] } ?? [:]) }
        + areas.map { ("area", $0, [:]) } + floors.map { ("floor", $0, [:]) },
      context: context, analyzer: analyzer)
  }
}
