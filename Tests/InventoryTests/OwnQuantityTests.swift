import Inventory
import Language
import Measures
import Testing

/// How much “2 bori” or “250 gram” of something is, in the unit in which the shop keeps it.
struct OwnQuantityTests {
  private func item(_ unit: Unit, packs: [Unit: Quantity] = [:]) -> Item {
    Item(
      id: 1, name: "Sugar", shown: [.hindi: "चीनी"], category: nil, unit: unit, onHand: .zero, threshold: nil,
      packs: packs)
  }

  @Test func `without a unit the item's own is meant`() {
    #expect(item(.kilogram).own(Quantity(5), nil) == .exactly(Quantity(5)))
  }

  @Test func `units of the same dimension convert`() {
    #expect(item(.kilogram).own(Quantity(250), .gram) == .exactly(Quantity(thousandths: 250)))
    #expect(item(.piece).own(Quantity(2), .dozen) == .exactly(Quantity(24)))
    #expect(item(.packet).own(Quantity(2), .dozen) == .exactly(Quantity(24)))
  }

  @Test func `five packets, five pieces and five bottles are the same five from the shelf`() {
    #expect(item(.packet).own(Quantity(5), .piece) == .exactly(Quantity(5)))
    #expect(item(.bottle).own(Quantity(5), .packet) == .exactly(Quantity(5)))
  }

  @Test func `a sack is as big as this item's sack`() {
    let rice = item(.kilogram, packs: [.sack: Quantity(25)])
    #expect(rice.own(Quantity(2), .sack) == .exactly(Quantity(50)))
    #expect(item(.kilogram).own(Quantity(2), .sack) == .packSizeUnknown(.sack))
  }

  @Test func `what three decimals cannot hold is refused, never rounded`() {
    let flour = item(.kilogram, packs: [.bag: Quantity(thousandths: 12_625)])
    #expect(flour.own(Quantity(thousandths: 2_000), .bag) == .exactly(Quantity(thousandths: 25_250)))
    #expect(flour.own(Quantity(thousandths: 2_001), .bag) == .impossible)
  }

  @Test func `litres of rice are impossible, and so is more than the books can hold`() {
    #expect(item(.kilogram).own(Quantity(1), .litre) == .impossible)
    let huge = item(.kilogram, packs: [.sack: Quantity(1_000_000)])
    #expect(huge.own(.max, .sack) == .impossible)
  }

  @Test func `the name is shown in the voice's script`() {
    let sugar = item(.kilogram)
    #expect(sugar.name(in: .hindi) == "चीनी")
    #expect(sugar.name(in: .romanHindi) == "Sugar")
    #expect(sugar.name(in: .marathi) == "Sugar")
  }
}
