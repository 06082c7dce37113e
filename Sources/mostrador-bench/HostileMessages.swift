/// Messages made to hurt: each 2,000 characters of one thing, over and over.
enum HostileMessages {
  private static let units = [
    "a ", "no ", "mi ", "hola ", "el pedido ", "no quiero ", "no me ha llegado el pedido, ",
    "quiero cancelar mi pedido ",
    "cancelar ", "cancelamelo ", "canselarr ", "kiero kanselar ", "mipedido ", "1 ", "el 5 ", "5 euros ",
    "402-1234567-1234567 ", "mañana a las 5 ", "uno dos tres ", "a@b.es ", "🙂", "e\u{301}", "\u{301}", "!", "? ", ", ",
    "שלום ", "中", "中 ", "\u{202E}ab ", "x\u{200D}", "\u{FFFD}", "xq ", "porfavor ", "y ", "ha llegado roto ",
    "aaaaaaaaaa", "no eso ", "olvídalo ", "ya lo ", "no es el x, es ", "ni cancelar ni ",
  ]

  static let texts: [String] = units.map { unit in
    var text = ""
    while text.unicodeScalars.count < 2_000 { text += unit }
    return text
  }
}
