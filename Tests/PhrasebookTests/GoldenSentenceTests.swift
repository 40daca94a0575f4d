import Language
import Measures
import Testing

/// The sentences that shopkeepers agreed to, whole. Order: en, hi, hi-Latn, mr, mr-Latn.
struct GoldenSentenceTests {
  private static let sentences: [(Phrase, [String])] = [
    (
      .sold,
      [
        "✅ Sold: Sugar 2 kg, ₹90\nLeft: 18 kg", "✅ बिक्री: चीनी 2 किलो, ₹90\nअब स्टॉक: 18 किलो",
        "✅ Bikri: Chini 2 kilo, ₹90\nAb stock: 18 kilo", "✅ विक्री: साखर 2 किलो, ₹90\nशिल्लक: 18 किलो",
        "✅ Vikri: Sakhar 2 kilo, ₹90\nShillak: 18 kilo",
      ]
    ),
    (
      .stockIn,
      [
        "✅ Stock in: Sugar 2 kg\nNow: 18 kg", "✅ माल आया: चीनी 2 किलो\nअब स्टॉक: 18 किलो",
        "✅ Maal aaya: Chini 2 kilo\nAb stock: 18 kilo", "✅ माल आला: साखर 2 किलो\nआता शिल्लक: 18 किलो",
        "✅ Maal ala: Sakhar 2 kilo\nAta shillak: 18 kilo",
      ]
    ),
    (
      .stockSet,
      [
        "✅ Sugar: stock now 18 kg (was 1 kg)", "✅ चीनी: अब स्टॉक 18 किलो (पहले 1 किलो)",
        "✅ Chini: ab stock 18 kilo (pehle 1 kilo)", "✅ साखर: आता स्टॉक 18 किलो (आधी 1 किलो)",
        "✅ Sakhar: ata stock 18 kilo (adhi 1 kilo)",
      ]
    ),
    (
      .stockIsDays,
      [
        "Sugar: 18 kg left, enough for about 7 days.", "चीनी – स्टॉक 18 किलो, करीब 7 दिन चलेगा।",
        "Chini – stock 18 kilo, karib 7 din chalega.", "साखर – शिल्लक 18 किलो, साधारण 7 दिवस पुरेल.",
        "Sakhar – shillak 18 kilo, sadharan 7 divas purel.",
      ]
    ),
    (
      .thresholdSet,
      [
        "✅ Sugar: you will get a message when stock comes to 2 kg", "✅ चीनी: स्टॉक 2 किलो रह जाए तो मैसेज आएगा।",
        "✅ Chini: stock 2 kilo reh jaye to message aayega.", "✅ साखर: शिल्लक 2 किलो राहिली की मेसेज येईल.",
        "✅ Sakhar: shillak 2 kilo rahili ki message yeil.",
      ]
    ),
    (
      .belowZero,
      [
        "Sugar: only 1 kg in stock. 2 kg takes it below zero. Write it?",
        "चीनी: स्टॉक सिर्फ 1 किलो। 2 किलो लिखने पर स्टॉक माइनस में जाएगा। लिख दूँ?",
        "Chini: stock sirf 1 kilo. 2 kilo likhne par stock minus me jayega. Likh du?",
        "साखर: स्टॉक फक्त 1 किलो. 2 किलो लिहिल्यावर स्टॉक मायनसमध्ये जाईल. लिहू का?",
        "Sakhar: stock fakta 1 kilo. 2 kilo lihilyavar stock minus madhe jail. Lihu ka?",
      ]
    ),
    (
      .quantityMissing,
      [
        "Sugar – how much? E.g. 2 kg", "चीनी – कितना? जैसे 2 किलो", "Chini – kitna? Jaise 2 kilo",
        "साखर – किती? जसं की 2 किलो", "Sakhar – kiti? Jasa ki 2 kilo",
      ]
    ),
    (
      .packSizeAsk,
      [
        "Sugar – how many packets in 1 box?", "चीनी – 1 पेटी में कितने पैकेट?", "Chini – 1 peti me kitne packet?",
        "साखर – 1 पेटी म्हणजे किती पाकिटं?", "Sakhar – 1 peti mhanje kiti pakita?",
      ]
    ),
    (
      .whichItem,
      [
        "12 items match 'Sugar'. Which one?", "'चीनी' नाम के 12 आइटम हैं। कौन सा?", "'Chini' naam ke 12 item hain. Kaun sa?",
        "'साखर' नावाचे 12 आयटम आहेत. कोणता?", "'Sakhar' navache 12 item ahet. Konta?",
      ]
    ),
    (
      .topHead,
      [
        "Best sellers (Fri 20 Nov):", "ज्यादा बिक्री (शुक्रवार 20 नवंबर):", "Zyada bikri (Fri 20 Nov):",
        "जास्त खप (शुक्रवार 20 नोव्हेंबर):", "Jast khap (Fri 20 Nov):",
      ]
    ),
    (
      .topLine,
      [
        "12. Sugar – 2 kg, ₹90", "12. चीनी – 2 किलो, ₹90", "12. Chini – 2 kilo, ₹90", "12. साखर – 2 किलो, ₹90",
        "12. Sakhar – 2 kilo, ₹90",
      ]
    ),
    (
      .profitIs,
      [
        "Profit (Fri 20 Nov): ₹90", "मुनाफा (शुक्रवार 20 नवंबर): ₹90", "Profit (Fri 20 Nov): ₹90",
        "नफा (शुक्रवार 20 नोव्हेंबर): ₹90", "Nafa (Fri 20 Nov): ₹90",
      ]
    ),
    (
      .profitUnknown,
      [
        "Cost is not written, so the profit is not known.", "खरीद रेट नहीं लिखा, इसलिए मुनाफा पता नहीं।",
        "Kharid rate nahi likha, isliye profit pata nahi.", "खरेदी रेट लिहिलेला नाही, म्हणून नफा सांगता येत नाही.",
        "Kharedi rate lihilela nahi, mhanun nafa sangta yet nahi.",
      ]
    ),
    (
      .troubleLost,
      [
        "Not written. Please send it again.", "लिखा नहीं गया। फिर से भेजिए।", "Likha nahi gaya. Phir se bhejiye.",
        "लिहिलं गेलं नाही. परत पाठवा.", "Lihila gela nahi. Parat pathva.",
      ]
    ),
  ]

  @Test(arguments: sentences) func `the phrase reads as it was agreed`(phrase: Phrase, sentences: [String]) throws {
    let book = try Phrasebook.ours()
    #expect(Voice.allCases.map { book.say(phrase, Sample.values(in: $0), in: $0) } == sentences)
  }

  @Test func `a price change shows both rates`() throws {
    let values: [Placeholder: PhraseValue] = [
      .item: .text("साखर"), .old: .rate(Money(rupees: 42), .kilogram), .new: .rate(Money(rupees: 45), .kilogram),
    ]
    #expect(try Phrasebook.ours().say(.priceChanged, values, in: .marathi) == "✅ रेट बदलला: साखर ₹42/किलो → ₹45/किलो")
  }

  @Test func `what was undone is named as a noun phrase`() throws {
    let book = try Phrasebook.ours()
    let items = PhraseValue.list([.words([.text("चीनी"), .measure(.of(2_000, .kilogram))])])
    let what = PhraseValue.text(book.say(.whatSale, [.items: items], in: .hindi))
    let said = book.say(.undone, [.what: what, .left: .measure(.of(20_000, .kilogram))], in: .hindi)
    #expect(said == "एंट्री वापस ली: बिक्री: चीनी 2 किलो\nअब स्टॉक: 20 किलो")
  }
}
