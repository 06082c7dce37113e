import Foundation
import Dialogue
import Spanish
import Storage

extension Assistant {
  /// Looks at the conversations that wait for their customer: reminds once, and later lets them fall asleep.
  ///
  /// A client calls it now and then; how long each silence may be is the content's (`conversation.reminder_minutes`,
  /// `conversation.close_minutes`). A conversation that sleeps wakes with the customer's next message.
  ///
  /// - Returns: the conversations in which something was said or closed.
  package func tick() throws(AssistantError) -> [String] {
    guard let reminder = silence("reminder_minutes"), let close = silence("close_minutes") else { return [] }
    let now = clock.now()
    let idle = try storing { session in try session.idleConversations(since: now - min(reminder, close), limit: 1_000) }
    var touched: [String] = []
    for id in idle {
      let changed = try locked(id) { () throws(AssistantError) -> Bool in
        let record = try record(id)
        let state = try decodeState(record)
        let silent = now.timeIntervalSince(record.updatedAt) + (state.reminded ? reminder : 0)
        guard record.closedAt == nil, state.control == .bot else { return false }
        var work = TurnWork(assistant: self, record: record, state: state, now: now)
        if silent >= close {
          try work.run(.fellAsleep)
          work.emit("session.closed", ["reason": .string("silencio")])
          work.record.closedAt = now
        } else if silent >= reminder, !state.reminded, state.awaiting != nil {
          try work.run(.silent)
        } else {
          return false
        }
        _ = try work.commit()
        return true
      }
      if changed { touched.append(id) }
    }
    return touched
  }

  /// Seconds of silence that the content allows; nil when it says nothing.
  private func silence(_ name: String) -> TimeInterval? {
    guard case .number(let minutes)? = content.settings["conversation.\(name)"] else { return nil }
    return NSDecimalNumber(decimal: minutes).doubleValue * 60
  }
}
