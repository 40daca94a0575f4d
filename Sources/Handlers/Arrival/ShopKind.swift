import Language

/// What sort of shop it is: it decides which goods are offered to begin with. Raw values are stored.
package enum ShopKind: String, Hashable, Sendable, Codable, CaseIterable {
  case kirana, medical, stationery, garments, hardware, other

  /// “kirana store”, “मेडिकल”, “kapde ki dukan”; nil where no kind is named.
  package init?(words: String) {
    let tokens = SpokenText(words).tokens
    guard
      let kind = Self.words.first(where: { entry in
        tokens.contains { token in
          entry.words.contains(token) || token.cuts.contains { entry.words.contains($0.word) }
        }
      })
    else {
      return nil
    }
    self = kind.kind
  }

  private static let words: [(kind: ShopKind, words: WordSet)] = [
    (.medical, "medical chemist pharmacy dawai davai aushadh मेडिकल केमिस्ट दवाई दवा औषध औषधं औषधे फार्मसी"),
    (.stationery, "stationery stationary books book pustak vahi स्टेशनरी किताब पुस्तक पुस्तकं वही वह्या"),
    (.garments, "garment garments kapde kapda cloth clothes readymade कपड़े कपड़ा कपडे कापड गारमेंट रेडीमेड"),
    (.hardware, "hardware paint electrical sanitary हार्डवेयर हार्डवेअर पेंट"),
    (.kirana, "kirana grocery general provision किराना किराणा जनरल ग्रोसरी"),
    (.other, "other dusri dusra dusre vegli anya दूसरी दूसरा अन्य दुसरं दुसरी वेगळं इतर"),
  ]
}
