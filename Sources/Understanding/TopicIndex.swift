import Foundation

/// The intents as documents, for the question «¿es algo de esto?» when no pattern wins.
///
/// Okapi BM25 (Robertson and Zaragoza, 2009) on lemmas: a document holds an intent's examples and label, and the words of
/// its patterns. It only suggests; nothing that it finds is ever carried out.
struct TopicIndex: Sendable {
  /// `documents[start[t]..<start[t + 1]]` hold term `t`.
  private let start: [Int32]
  private let documents: [Posting]
  /// How much a term says, by term.
  private let rarity: [Double]
  /// What a word says that no document holds.
  private let unknownRarity: Double

  private let documentCount: Int

  private struct Posting: Sendable {
    var document: Int32
    /// How often the term stands in the document, damped by the document's length.
    var saturation: Double
  }

  private static let saturationPoint = 1.2
  private static let lengthNormalization = 0.75
  /// A suggestion explains at least this share of what the message says.
  private static let leastShare = 0.4
  /// And says this much: one common word alone suggests nothing.
  private static let leastScore = 2.0
  /// The runners-up come this near to the best.
  private static let leastOfBest = 0.5

  /// - Parameter counts: for each document, how often it holds each term; an empty one is never found.
  init(counts: [[Int32: Double]], termCount: Int) {
    documentCount = counts.count
    let lengths = counts.map { $0.values.reduce(0, +) }
    let filled = max(1, lengths.count { $0 > 0 })
    let average = max(1, lengths.reduce(0, +) / Double(filled))
    var postings = [[Posting]](repeating: [], count: termCount)
    for (document, terms) in counts.enumerated() {
      let damping = 1 - Self.lengthNormalization + Self.lengthNormalization * lengths[document] / average
      for (term, count) in terms.sorted(by: { $0.key < $1.key }) {
        let saturation = count * (Self.saturationPoint + 1) / (count + Self.saturationPoint * damping)
        postings[Int(term)].append(Posting(document: Int32(document), saturation: saturation))
      }
    }
    rarity = postings.map { log(1 + (Double(filled) - Double($0.count) + 0.5) / (Double($0.count) + 0.5)) }
    unknownRarity = log(1 + (Double(filled) + 0.5) / 0.5)
    var start: [Int32] = [0]
    for list in postings { start.append(start[start.count - 1] + Int32(list.count)) }
    self.start = start
    documents = postings.flatMap { $0 }
  }

  func search() -> TopicSearch { TopicSearch(index: self, documentCount: documentCount) }

  /// One message against all documents, word by word.
  struct TopicSearch {
    private let index: TopicIndex
    private var scores: [Double]
    /// What the current word gives a document, by document, and the documents that it gives anything.
    private var gains: [Double]
    private var touched: [Int] = []
    private var whole = 0.0
    private var says = 0.0
    private var certainty = 1.0

    fileprivate init(index: TopicIndex, documentCount: Int) {
      self.index = index
      scores = [Double](repeating: 0, count: documentCount)
      gains = scores
    }

    /// - Parameter certainty: below 1 for a word that was repaired.
    mutating func beginWord(certainty: Double) {
      says = 0
      self.certainty = certainty
    }

    /// One reading of the word; of several the best counts.
    mutating func add(_ term: Int32) {
      let rarity = index.rarity[Int(term)]
      says = max(says, rarity)
      for posting in index.documents[Int(index.start[Int(term)])..<Int(index.start[Int(term) + 1])] {
        let document = Int(posting.document)
        if gains[document] == 0 { touched.append(document) }
        gains[document] = max(gains[document], rarity * min(1, posting.saturation) * certainty)
      }
    }

    /// A word without a term counts against every document.
    mutating func endWord() {
      whole += says == 0 ? index.unknownRarity : says
      for document in touched {
        scores[document] += gains[document]
        gains[document] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }

    /// At most three documents, best first, with the share of the message that each explains.
    func best() -> [(document: Int, share: Double)] {
      guard let best = scores.max(), best >= TopicIndex.leastScore else { return [] }
      let least = max(TopicIndex.leastShare * whole, TopicIndex.leastOfBest * best)
      return scores.indices.filter { scores[$0] >= least }
        .sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
        .prefix(3).map { ($0, scores[$0] / whole) }
    }
  }
}
