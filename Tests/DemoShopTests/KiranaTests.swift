import DemoShop
import Foundation
import Measures
import Testing

struct KiranaTests {
  let kirana: Kirana

  init() throws { kirana = try LivedShop.kirana.get() }

  @Test func `the shop sells about three hundred things of fourteen suppliers to forty known customers`() {
    #expect((300...360).contains(kirana.items.count))
    #expect((12...15).contains(kirana.suppliers.count))
    #expect(kirana.customers.count == 40)
  }

  @Test func `every supplier delivers something`() {
    #expect(Set(kirana.items.map(\.supplier)) == Set(kirana.suppliers.indices))
  }

  @Test func `a name belongs to one item`() {
    var owners: [String: String] = [:]
    for item in kirana.items {
      for name in [item.english, item.hindi, item.marathi] + item.moreNames {
        let owner = owners.updateValue(item.id, forKey: name.lowercased())
        #expect(owner == nil || owner == item.id, "“\(name)” is \(owner ?? "") and \(item.id)")
      }
    }
  }

  @Test func `names are trimmed, in NFC and in the script of their language`() {
    for item in kirana.items {
      for name in [item.english, item.hindi, item.marathi] + item.moreNames {
        #expect(name == name.trimmingCharacters(in: .whitespaces) && !name.isEmpty)
        #expect(Array(name.unicodeScalars) == Array(name.precomposedStringWithCanonicalMapping.unicodeScalars))
      }
      #expect(!isDevanagari(item.english) && isDevanagari(item.hindi) && isDevanagari(item.marathi), "\(item.id)")
    }
  }

  @Test func `nothing is dearer than its MRP or sold below cost`() {
    for item in kirana.items {
      #expect(item.mrp.map { item.price <= $0 } ?? true, "\(item.id)")
      #expect(item.price >= item.cost && item.price.paise <= 2 * item.cost.paise, "\(item.id)")
    }
  }

  @Test func `packed goods bear an MRP`() {
    for item in kirana.items where item.unit.dimension == .pack && item.category != "veg" {
      #expect(item.mrp != nil, "\(item.id)")
    }
  }

  @Test func `two customers share a first name`() {
    let first = kirana.customers.map { $0.english.prefix { $0 != " " } }
    #expect(first.filter { $0 == "Ramesh" }.count == 2)
    #expect(Set(first).count == first.count - 1)
  }

  @Test func `phone numbers are all different`() {
    let phones = kirana.customers.map(\.phone) + kirana.suppliers.map(\.phone)
    #expect(Set(phones).count == phones.count)
  }

  private func isDevanagari(_ text: String) -> Bool {
    text.unicodeScalars.contains { ("\u{0900}"..."\u{097F}").contains($0) }
  }
}
