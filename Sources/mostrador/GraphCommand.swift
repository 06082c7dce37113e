import ArgumentParser
import Assistant
import Dialogue

/// Draws flows.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Dibuja un flujo en Mermaid (por omisión) o DOT; sin nombre, lista los que hay.")

  @ArgumentParser.Argument(help: ArgumentHelp("El flujo.", valueName: "flujo")) var flow: String?
  @Flag(help: "En el lenguaje de Graphviz.") var dot = false
  @OptionGroup var content: ContentOptions

  func run() throws {
    let flows = try ContentFolder(named: content.intents).load().dialogue.content.flows
    guard let flow else { return Console.out(flows.keys.sorted().joined(separator: "\n")) }
    guard let found = flows[flow] else {
      throw CommandFailure(.usage, "no existe el flujo «\(flow)»; los hay: \(flows.keys.sorted().joined(separator: ", "))")
    }
    let graph = FlowGraph(found)
    Console.out(dot ? graph.dot : graph.mermaid)
  }
}
