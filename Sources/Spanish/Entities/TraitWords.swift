/// Words for how things are made and how big they are, whatever a shop sells: colors, materials, sizes of clothes.
///
/// A shop knows the values of its own products; these tell a value that it has not («en morado») from other words.
/// Folded and singular, the feminine forms under the masculine ones.
package enum TraitWords {
  package static let all: Set<String> = Set(
    """
    amarillo amarilla azul beige beis blanco blanca bronce burdeos camel caqui celeste crema cobre coral dorado dorada
    fucsia granate gris lavanda lila magenta malva marron menta mostaza morado morada naranja negro negra ocre plateado
    plateada purpura rojo roja rosa rosado rosada salmon turquesa verde violeta vino
    acero algodon aluminio bambu carton caucho ceramica cristal cuero granito goma hierro inox laton lana lino madera
    marmol metal nailon nylon piel plastico poliester porcelana seda silicona terciopelo titanio vidrio vinilo
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Sizes of clothes by their letters.
  package static let sizes: Set<String> = ["xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl"]
}
