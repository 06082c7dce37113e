import Synchronization

/// Working memories that wait for the next message; several may be in use at once, each by one thread.
@usableFromInline package final class Pool<Memory: AnyObject & Sendable>: Sendable {
  @usableFromInline let free = FreeList()

  @inlinable package init() {}

  /// Nil if none waits.
  @inlinable package func take() -> Memory? { free.take() as? Memory }

  @inlinable package func give(_ memory: Memory) { free.give(memory) }
}

/// What waits, of whatever type: a list of a generic type behind a lock costs a thousand instructions a turn, because the
/// compiler does not make one for each type.
@usableFromInline final class FreeList: Sendable {
  private let free = Mutex<[any AnyObject & Sendable]>([])

  @usableFromInline init() {}

  @usableFromInline func take() -> (any AnyObject & Sendable)? {
    free.withLock { free in free.isEmpty ? nil : free.removeLast() }
  }

  @usableFromInline func give(_ memory: any AnyObject & Sendable) {
    free.withLock { free in free.append(memory) }
  }
}
