import Foundation
import Intents
import Measures
import Testing

/// Which item a name is.
struct NamingTests {
  @Test(arguments: ["1 carton tata namak aaya", "tata mith 1 box ala", "tata salt 2 packet aaye"])
  func `a brand before its goods is one item`(_ text: String) throws {
    let items = try CornerShop.understand(text).slots.items.map(\.item)
    #expect(items.first == .known("tata_salt"))
  }

  @Test func `a brand that we do not have is one line and is asked about`() throws {
    let frame = try CornerShop.understand("2 packet surbhi namak becha")
    #expect(frame.slots.items.count == 1)
    #expect(frame.slots.items.first?.item == .unknown(spoken: "surbhi namak", nearest: ["salt"]))
  }

  @Test func `a group of goods is a choice of its items`() throws {
    let frame = try CornerShop.understand("got 5 litre oil today")
    #expect(frame.intent == .stockAdd)
    #expect(frame.slots.items.first?.item == .several(["sunflower_oil", "mustard_oil"], spoken: "oil"))
  }

  @Test(arguments: ["pudhcha", "kya kya pooch sakta hu", "kal india ka match kitne baje hai"])
  func `words that only sound a little like goods are none`(_ text: String) throws {
    #expect(try CornerShop.understand(text).slots.items.isEmpty)
  }

  /// Measured against itself, on the processor's clock, so that it means the same on a busy machine or under a
  /// sanitizer: ten times the items take about ten times as long, and a hundred times if each looked at all the others.
  @Test func `an index of ten times the items is built in about ten times the time`() {
    let small = (0..<5).map { _ in secondsToIndex(35) }.min() ?? 0
    let large = (0..<2).map { _ in secondsToIndex(350) }.min() ?? 0
    #expect(large < small * 30)
  }

  private func secondsToIndex(_ count: Int) -> Double {
    let items = (0..<count).map { number in
      CatalogueItem(
        id: "\(number)", names: (0..<8).map { "surya masala number \(number) \($0)" }, category: nil, unit: .packet)
    }
    let began = processorSeconds()
    _ = Catalogue(items)
    return processorSeconds() - began
  }

  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
