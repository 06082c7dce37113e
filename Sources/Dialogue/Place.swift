/// Where a frame stands: a step of a flow.
///
/// A state that was read from disk, or that another content left, has only the names of both: the first event that finds
/// it so looks them up, once. Two places are equal if and only if their names are.
package enum Place: Sendable {
  case at(Flow, Step)
  case named(flow: String, step: String)

  package var flowID: String {
    switch self {
    case .at(let flow, _): flow.id
    case .named(let flow, _): flow
    }
  }

  package var stepID: String {
    switch self {
    case .at(_, let step): step.id
    case .named(_, let step): step
    }
  }

  /// Nil while only its name is known.
  var flow: Flow? { if case .at(let flow, _) = self { flow } else { nil } }
}

extension Place: Hashable {
  package static func == (a: Place, b: Place) -> Bool {
    if case .at(_, let ours) = a, case .at(_, let theirs) = b, ours === theirs { return true }
    return a.flowID == b.flowID && a.stepID == b.stepID
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(flowID)
    hasher.combine(stepID)
  }
}

extension Frame {
  package var flow: String {
    get { place.flowID }
    set { place = .named(flow: newValue, step: step) }
  }

  /// Another step of the same flow is looked up at once.
  package var step: String {
    get { place.stepID }
    set {
      let found = place.flow.flatMap { flow in flow.step(newValue).map { Place.at(flow, $0) } }
      place = found ?? .named(flow: flow, step: newValue)
    }
  }
}
