import Testing

@testable import Dialogue

@Suite("pictures of flows")
struct FlowGraphTests {
  @Test("every step and every way is drawn")
  func draws() throws {
    let flow = try #require(try Kiosk.dialogue().content.flows["pedido.cancelar"])
    let graph = FlowGraph(flow)
    for step in flow.steps {
      #expect(graph.mermaid.contains("\"\(step.id)<br/>"))
      #expect(graph.dot.contains("\"\(step.id)\" ["))
    }
    #expect(graph.mermaid.hasPrefix("flowchart TD"))
    #expect(graph.mermaid.contains("s3 -->|sí| s4") && graph.mermaid.contains("s3 -->|no| s7"))
    #expect(graph.dot.contains("\"mirar\" -> \"nada\" [label=\"no_existe\"];"))
  }
}
