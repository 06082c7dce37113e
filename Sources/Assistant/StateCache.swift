import Dialogue
import Synchronization

/// The states of the conversations that moved last, so that a turn need not read what the turn before wrote.
///
/// An entry counts only for the very version of the stored record: a write of another process makes it void.
final class StateCache: Sendable {
  private static let capacity = 1_024

  private let entries = Mutex<[String: (version: Int, state: DialogueState)]>([:])

  subscript(conversation: String, version: Int) -> DialogueState? {
    entries.withLock { entries in
      guard let entry = entries[conversation], entry.version == version else { return nil }
      return entry.state
    }
  }

  func keep(_ state: DialogueState, of conversation: String, version: Int) {
    entries.withLock { entries in
      // Starting over now and then is simpler than keeping an order, and costs one reading each.
      if entries.count >= StateCache.capacity, entries[conversation] == nil { entries.removeAll(keepingCapacity: true) }
      entries[conversation] = (version, state)
    }
  }
}
