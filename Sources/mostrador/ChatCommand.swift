import ArgumentParser
import Assistant
import Foundation
import Storage

/// The REPL: a customer at the counter, and whoever wants to see why it answers as it does.
struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat", abstract: "Conversa en el terminal, con la tienda de demostración si no se dice otra.")

  @Option(name: .customLong("cliente"), help: ArgumentHelp("Quién habla; por omisión, el primero.", valueName: "id"))
  var customer: String?

  @Flag(name: .customLong("anonimo"), help: "Habla sin identificarse.")
  var anonymous = false

  @Flag(name: .customLong("sin-historial"), help: "No lee ni guarda lo que se escribe.")
  var withoutHistory = false

  @Flag(help: "Tras cada mensaje escribe en stderr qué se ha entendido y qué se ha hecho.")
  var debug = false

  @Flag(inversion: .prefixedNo, help: "Con colores o sin ellos, diga lo que diga el entorno.")
  var color: Bool?

  @OptionGroup var options: StoreOptions

  func validate() throws {
    if customer != nil, anonymous { throw ValidationError("--cliente y --anonimo se excluyen") }
  }

  func run() throws {
    let opened = try OpenedStore(path: UserState.storePath(options.store), shared: false, options: options)
    let screen = Screen(colour: color)
    let session = ChatSession(opened: opened, screen: screen, debug: debug)
    try session.start(customer: customer, anonymous: anonymous)
    guard screen.isInteractive else { return pipe(into: session) }
    guard Screen.hasRealTerminal, let editor = LineEditor(historyPath: try historyPath()) else {
      return typedPlainly(into: session, screen: screen)
    }
    typed(into: session, editor: editor, screen: screen)
  }

  /// A line in, the replies out.
  private func pipe(into session: ChatSession) {
    var input = LineInput()
    while !session.isOver, let line = input.next() { session.take(line) }
  }

  private func typedPlainly(into session: ChatSession, screen: Screen) {
    var input = LineInput()
    while !session.isOver {
      Console.write(screen.plainPrompt, to: 1)
      guard let line = input.next() else { break }
      session.take(line)
    }
  }

  private func typed(into session: ChatSession, editor: LineEditor, screen: Screen) {
    editor.onIdle = { session.showNews(overTyping: true) }
    var wasInterrupted = false
    while !session.isOver {
      editor.complete(session.completions)
      switch editor.read(prompt: screen.prompt) {
      case .text(let line):
        wasInterrupted = false
        session.take(line)
      case .interrupted(let wasEmpty):
        if wasInterrupted, wasEmpty { return }
        wasInterrupted = true
        screen.note("(otra vez Ctrl-C, o Ctrl-D, para salir)")
      case .end: return
      }
    }
  }

  private func historyPath() throws -> String? {
    withoutHistory ? nil : try UserState.directory() + "/historial"
  }
}
