import Commerce
import Spanish
import Understanding

/// Reads which variant of a product a text wishes for: values, «una talla más», «la más barata», «y si no, en azul».
struct VariantWishReader {
  let product: Product
  let current: ProductVariant?

  /// A value that the words name.
  private struct Mention {
    var range: Range<Int>
    var key: String
    var value: String
    /// Named by a part of its name only.
    var isPart = false
  }

  /// What the words say, conditions read by `wish(in:)` apart.
  func wish(in words: ArraySlice<WishWord>, negations: Bool = true) -> VariantWish {
    let words = Array(words)
    var wish = VariantWish()
    var spoken: Set<Int> = []
    comparisons(in: words, into: &wish, spoken: &spoken)
    let mentions = mentions(in: words, besides: spoken)
    for mention in mentions { spoken.formUnion(mention.range) }
    var chosen: [String: [Mention]] = [:]
    for mention in mentions {
      if negations, isDenied(mention.range.lowerBound, in: words) {
        wish.excluded[mention.key, default: []].insert(mention.value)
      } else {
        chosen[mention.key, default: []].append(mention)
      }
    }
    for (key, mentions) in chosen { take(mentions, of: key, in: words, into: &wish) }
    likeNow(words, into: &wish)
    wish.unknown = strangers(in: words, spoken: spoken)
    for key in wish.values.keys { wish.excluded[key] = nil }
    return wish
  }

  private func take(_ mentions: [Mention], of key: String, in words: [WishWord], into wish: inout VariantWish) {
    var mentions = mentions
    // «La negra, por una azul»: what it is now is no wish, if there is another.
    if let now = current?.options[key], mentions.contains(where: { $0.value != now && !$0.isPart }) {
      mentions.removeAll { $0.value == now }
    }
    guard let last = mentions.last else { return }
    // «Azul» of «azul marino» and «azul claro».
    let together = mentions.filter { $0.range == last.range }
    if together.count > 1 {
      wish.groups[key] = Set(together.map(\.value))
      return
    }
    // «En rojo o en azul»: either will do, the first one rather.
    let before = mentions.dropLast().last
    guard let before, before.value != last.value,
      words[before.range.upperBound..<last.range.lowerBound].contains(where: { $0.text == "o" })
    else {
      wish.values[key] = last.value
      return
    }
    wish.values[key] = before.value
    wish.otherwise.append(VariantWish(values: [key: last.value]))
  }

  // MARK: Values

  private func mentions(in words: [WishWord], besides spoken: Set<Int>) -> [Mention] {
    var found: [Mention] = []
    for option in product.options ?? [] {
      for value in option.values {
        for name in [value.value] + (value.aliases ?? []) {
          let parts = WishWord.read(name).map(\.text)
          guard !parts.isEmpty else { continue }
          for start in words.indices where start + parts.count <= words.count && !spoken.contains(start) {
            let range = start..<start + parts.count
            guard zip(words[range], parts).allSatisfy({ WishWord.agree($0.text, $1) }) else { continue }
            guard parts.count > 1 || parts[0].utf8.count > 1 || announces(words, start) else { continue }
            found.append(Mention(range: range, key: option.key, value: value.value))
          }
        }
      }
    }
    found += parts(in: words, besides: spoken.union(found.flatMap(\.range)))
    // The longest name wins: «acero inoxidable» is no «acero».
    var kept: [Mention] = []
    for mention in found.sorted(by: { ($0.range.count, $1.range.lowerBound) > ($1.range.count, $0.range.lowerBound) })
    where !kept.contains(where: {
      $0.range.overlaps(mention.range)
        && ($0.range.count > mention.range.count || $0.key != mention.key
          || $0.value == mention.value)
        && !announced(mention, in: words, before: $0)
    }) {
      if let rival = kept.firstIndex(where: { $0.range == mention.range && $0.key != mention.key }) {
        kept[rival] = mention
      } else {
        kept.append(mention)
      }
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// «Retroiluminación blanca»: of two options with the same value, the one that is named just before.
  private func announced(_ mention: Mention, in words: [WishWord], before rival: Mention) -> Bool {
    guard mention.range == rival.range, mention.key != rival.key, let option = product.option(mention.key) else {
      return false
    }
    let names = ([option.key] + (option.aliases ?? [])).flatMap { WishWord.read($0).map(\.text) }
    return words[..<mention.range.lowerBound].suffix(2).contains { word in
      names.contains { WishWord.agree($0, word.text) }
    }
  }

  /// Words that are a part of a longer name («acero», «28»), or a misspelt one.
  private func parts(in words: [WishWord], besides spoken: Set<Int>) -> [Mention] {
    let own = Set(([product.name] + product.aliases).flatMap { WishWord.read($0).map(\.text) })
    var found: [Mention] = []
    for index in words.indices where !spoken.contains(index) && !own.contains(words[index].text) {
      let word = words[index].text
      let isNumber = word.allSatisfy(\.isNumber)
      guard word.utf8.count > 3 || isNumber, !UnderstandingModel.isFunctionWord(word) else { continue }
      if isNumber, word.utf8.count < 2, !announces(words, index) { continue }
      for option in product.options ?? [] {
        let keys = Set(([option.key] + (option.aliases ?? [])).flatMap { WishWord.read($0).map(\.text) })
        for value in option.values where !keys.contains(word) {
          let names = ([value.value] + (value.aliases ?? [])).map { WishWord.read($0).map(\.text) }
          let isPart = names.contains {
            $0.count > 1 && (isNumber ? $0[0] == word : $0.contains { WishWord.agree($0, word) })
          }
          let isTypo = names.contains { $0.count == 1 && VariantWishReader.isMisspelt(word, for: $0[0]) }
          if isPart || isTypo {
            found.append(Mention(range: index..<index + 1, key: option.key, value: value.value, isPart: isPart))
          }
        }
      }
    }
    return found
  }

  private static func isMisspelt(_ word: String, for name: String) -> Bool {
    guard word.utf8.count >= 5, name.utf8.count >= 5, abs(word.utf8.count - name.utf8.count) <= 1,
      !TraitWords.all.contains(word)
    else { return false }
    return Suggestion.editDistance(Array(word.utf8), Array(name.utf8)) == 1
  }

  /// Whether a single letter or digit stands where a size would: «la M», «talla s».
  private func announces(_ words: [WishWord], _ index: Int) -> Bool {
    guard words.count > 2 else { return true }
    guard index > 0 else { return false }
    let before = words[index - 1].text
    let names = (product.options ?? []).flatMap { [$0.key] + ($0.aliases ?? []) }.flatMap {
      WishWord.read($0).map(\.text)
    }
    return VariantWishReader.announcing.contains(before) || names.contains(before)
      || before.utf8.count > 1
        && (product.options ?? []).contains { option in
          option.values.contains { WishWord.read($0.value).map(\.text) == [before] }
        }
  }

  private static let announcing: Set<String> = [
    "talla", "la", "el", "las", "los", "una", "un", "en", "numero", "tamano", "a", "al", "de", "por",
  ]

  /// «Que no sea negra», «sin luz»; not «si no hay».
  private func isDenied(_ index: Int, in words: [WishWord]) -> Bool {
    guard index > 0, !words[index].opensClause else { return false }
    let before = words[..<index].suffix(3).map(\.text)
    if ["sin", "menos", "excepto", "salvo"].contains(before.last ?? "") { return true }
    guard let at = before.lastIndex(of: "no"),
      words[(index - before.count + at + 1)...index].allSatisfy({ !$0.opensClause })
    else { return false }
    return before[(at + 1)...].allSatisfy { ["la", "el", "las", "los", "sea", "en", "de", "una", "un"].contains($0) }
  }

  /// «De la misma talla», «en otro color».
  private func likeNow(_ words: [WishWord], into wish: inout VariantWish) {
    for option in product.options ?? [] {
      let names = ([option.key] + (option.aliases ?? [])).map { WishWord.read($0).map(\.text) }.compactMap(\.first)
      for (word, next) in zip(words, words.dropFirst()) where names.contains(next.text) {
        if ["mismo", "misma"].contains(word.text), wish.values[option.key] == nil {
          wish.values[option.key] = current?.options[option.key]
        } else if ["otro", "otra", "distinto", "distinta", "diferente"].contains(word.text),
          !wish.touched.contains(option.key)
        {
          wish.differing.insert(option.key)
        }
      }
    }
  }

  // MARK: What there is not

  /// Words that stand where a value would, and are none of the product's.
  private func strangers(in words: [WishWord], spoken: Set<Int>) -> [String] {
    let own = Set(([product.name] + product.aliases).flatMap { WishWord.read($0).map(\.text) })
    let options = product.options ?? []
    let hasSizes = options.contains { option in
      option.values.contains { TraitWords.sizes.contains(Identification.folded($0.value)) }
    }
    return words.indices.compactMap { index in
      let word = words[index].text
      guard !spoken.contains(index), !own.contains(word), index > 0 || words.count <= 3 else { return nil }
      if TraitWords.all.contains(word) {
        return index == 0 || !words[index].opensClause || words.count <= 3 ? words[index].typed : nil
      }
      if hasSizes, TraitWords.sizes.contains(word), announces(words, index) { return words[index].typed.uppercased() }
      let before = index > 0 ? words[index - 1].text : ""
      let isNamed = options.contains { option in
        ([option.key] + (option.aliases ?? [])).contains { WishWord.read($0).last?.text == before }
      }
      guard isNamed, !words[index].opensClause, word.allSatisfy(\.isNumber) || word.utf8.count > 3,
        !UnderstandingModel.isFunctionWord(word), !VariantWishReader.comparing.contains(word)
      else { return nil }
      // «Talla 46» names a value, «color que me gusta» none.
      return word.allSatisfy(\.isNumber) || index + 1 == words.count || words[index + 1].opensClause
        ? words[index].typed : nil
    }
  }
}
