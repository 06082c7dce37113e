import CLineEditing
import Foundation
import Glibc

/// Lines as somebody types them, with history and completion; at most one exists in a process.
final class LineEditor {
  enum Line {
    case text(String)
    /// Ctrl-C: the line is dropped, if there was one.
    case interrupted(wasEmpty: Bool)
    case end
  }

  /// Looks for news while somebody types; true if it printed any.
  var onIdle: () -> Bool = { false }

  /// - Parameter historyPath: nil keeps no history.
  init?(historyPath: String?) {
    // Sound: the editor calls back only inside `line_editing_read`, when `self` is alive, and is closed in `deinit`.
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    let opened = unsafe line_editing_open(
      { context in
        guard let context = unsafe context else { return false }
        return unsafe Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue().onIdle()
      }, context)
    guard opened else { return nil }
    if let historyPath { unsafe line_editing_use_history(historyPath, LineEditor.historyLines) }
  }

  private static let historyLines: Int32 = 1_000

  deinit { line_editing_close() }

  func read(prompt: String) -> Line {
    var text: UnsafePointer<CChar>?
    switch unsafe line_editing_read(prompt, &text) {
    case LINE_READ:
      guard let text = unsafe text else { return .end }
      // Sound: NUL-terminated, and copied before the next call frees it.
      let line = unsafe String(cString: text)
      if !line.isEmpty { unsafe line_editing_remember(line) }
      return .text(line)
    case LINE_INTERRUPTED: return .interrupted(wasEmpty: false)
    case LINE_INTERRUPTED_EMPTY: return .interrupted(wasEmpty: true)
    default: return .end
    }
  }

  /// Sets what Tab completes.
  func complete(_ words: [String]) {
    line_editing_clear_words()
    for word in words { unsafe line_editing_add_word(word) }
  }
}
