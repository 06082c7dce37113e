import Foundation
import Glibc

/// What a conversation looks like: with colour on a terminal, bare in a pipe. Colour never carries meaning alone.
struct Screen {
  /// Whether somebody types: prompt, names and notes make sense.
  let isInteractive: Bool
  private let isColoured: Bool

  /// - Parameter colour: what the user's flag says; nil asks the environment.
  init(colour: Bool?) {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    isInteractive = isTerminal && isatty(STDIN_FILENO) == 1
    isColoured = colour ?? Screen.environmentWantsColour(isTerminal: isTerminal)
  }

  /// NO_COLOR, then CLICOLOR_FORCE, then a terminal that is not dumb.
  private static func environmentWantsColour(isTerminal: Bool) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    if !(environment["NO_COLOR"] ?? "").isEmpty { return false }
    if let forced = environment["CLICOLOR_FORCE"], !forced.isEmpty, forced != "0" { return true }
    return isTerminal && hasRealTerminal
  }

  /// Whether the terminal can move its cursor, as an editor needs.
  static var hasRealTerminal: Bool {
    let terminal = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return !terminal.isEmpty && terminal != "dumb"
  }

  /// The editor's prompt; escape sequences stand between bytes 0x01, as the editor wants them.
  var prompt: String { isColoured ? "\u{1}\u{1B}[1;32m\u{1}tú ›\u{1}\u{1B}[0m\u{1} " : "tú › " }
  /// The prompt of a terminal without an editor.
  var plainPrompt: String { "tú › " }

  func line(_ text: String = "") { Console.out(text) }
  /// A remark of the tool, not of the conversation.
  func note(_ text: String) {
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) { Console.out(styled("2", String(part))) }
  }
  func problem(_ text: String) { Console.error(text) }

  func said(by name: String, _ text: String) {
    guard isInteractive else { return Console.out(text) }
    let label = "\(name) ›"
    let lines = Screen.wrapped(text, to: Screen.columns - label.count - 1)
    let indent = String(repeating: " ", count: label.count + 1)
    let colour = name == Screen.botName ? "1;36" : "1;35"
    Console.out(styled(colour, label) + " " + lines.joined(separator: "\n" + indent))
  }

  /// The terminal's width, or 80 where it does not say.
  static var columns: Int {
    var size = winsize()
    // Safe: the call fills the structure that it is given, and the structure lives through it.
    let answer = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
    return answer == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  /// Lines of at most `width` columns, broken between words; a longer word has a line of its own.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var lines = [""]
      for word in paragraph.split(separator: " ") {
        let line = lines[lines.count - 1]
        if line.isEmpty {
          lines[lines.count - 1] = String(word)
        } else if line.count + 1 + word.count <= width {
          lines[lines.count - 1] = line + " " + word
        } else {
          lines.append(String(word))
        }
      }
      return lines
    }
  }

  func option(_ number: Int, _ label: String) { Console.out("  \(styled("1", "\(number).")) \(label)") }

  static let botName = "mostrador"

  private func styled(_ code: String, _ text: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
