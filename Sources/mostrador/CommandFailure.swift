import ArgumentParser
import Foundation
import Storage

/// How a command ends when it cannot do its work: a text for stderr and the exit code that programs rely on.
struct CommandFailure: Error {
  enum Code: Int32 {
    /// The world failed while running.
    case runtime = 1
    /// An unknown command or option, or a value that makes no sense.
    case usage = 2
    /// The authored files hold errors.
    case content = 3
    /// The store cannot be opened.
    case store = 4
  }

  var code: Code
  /// In Spanish; the users of the tool read it.
  var message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// What a store that refuses means to the person at the terminal.
  init(_ error: StoreError) {
    let text =
      switch error {
      case .cannotOpen(let path, let reason):
        "no se puede abrir la base de datos «\(path)»: \(CommandFailure.inSpanish(reason))"
      case .newerVersion(let path, let found, let known):
        "la base de datos «\(path)» es de una versión más nueva (\(found)) que este programa (\(known)); "
          + "no se ha tocado nada"
      case .locked(let path): "otro proceso está usando la base de datos «\(path)»; ciérralo o indica otra con --store"
      case .versionConflict: "otro proceso cambió los datos a la vez; repite la orden"
      case .failed(let reason): "la base de datos falla: \(reason)"
      }
    self.init(.store, text)
  }

  /// The reasons that people meet; anything else stays as the system says it.
  private static func inSpanish(_ reason: String) -> String {
    switch reason {
    case "the file is not a database": "el fichero no es una base de datos; no se ha tocado"
    case "the database belongs to another program": "es de otro programa; no se ha tocado"
    case "No such file or directory": "no existe la carpeta"
    case "Permission denied": "no hay permiso"
    case "Is a directory": "es una carpeta"
    default: reason
    }
  }
}
