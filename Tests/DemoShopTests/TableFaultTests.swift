import DemoShop
import Foundation
import Testing

/// A shopkeeper who corrects a file and slips must learn where.
struct TableFaultTests {
  @Test(
    arguments: [
      ("items.tsv", "\t45\t", "\t4x\t", "items.tsv, line 3: price “4x” is not an amount"),
      ("items.tsv", "\tkg\t", "\tkilo\t", "items.tsv, line 2: unit “kilo” is not a unit"),
      ("items.tsv", "\tdal_mill\t", "\tnobody\t", "items.tsv, line 2: supplier “nobody” is not a supplier"),
      ("items.tsv", "\t48\t", "\t44\t", "items.tsv, line 3: price ₹45 is above the MRP ₹44"),
      ("items.tsv", "\t500\t", "\t1200\t", "items.tsv, line 3: tax_rate “1200” is not a rate of GST"),
      ("items.tsv", "sack=50", "sack", "items.tsv, line 3: pack “sack” is not like sack=50"),
      ("items.tsv", "diwali=2", "dipawali=2", "items.tsv, line 3: season “dipawali=2” is not like diwali=2.5"),
      ("items.tsv", "sugar\t", "wheat\t", "items.tsv, line 3: “wheat” stands twice"),
      ("items.tsv", "\t1701", "", "items.tsv, line 3: 18 cells where the header has 19"),
      ("items.tsv", "\tmrp\t", "\tmax\t", "items.tsv, line 2: the file has no column “mrp”"),
      (
        "suppliers.tsv", "910000000201", "919876543210",
        "suppliers.tsv, line 2: phone “919876543210” is not a phone number of the demo range"
      ),
      ("customers.tsv", "monthly", "never", "customers.tsv, line 2: pays “never” is not weekly, monthly or slowly"),
    ])
  func `a slip in a file is told with its line`(file: String, right: String, wrong: String, says: String) throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    for (name, text) in Self.files {
      let written = name == file ? text.replacingOccurrences(of: right, with: wrong) : text
      try Data(written.utf8).write(to: directory.appendingPathComponent(name))
    }
    let fault = #expect(throws: TableFault.self) { try Kirana(directory: directory) }
    #expect(fault?.description == says)
  }

  private static let files = [
    "items.tsv": """
    id\tcategory\tunit\tname_en\tname_hi\tname_mr\tmore_names\tprice\tmrp\tcost\ttax_rate\thsn\tsupplier\tthreshold\tpacks\
    \tdaily_demand\tweekend_factor\tseason\tsale_quantity
    wheat\tgrain\tkg\tWheat\tगेहूं\tगहू\t\t40\t\t35\t0\t1001\tdal_mill\t\t\t6\t1.1\t\t5
    sugar\tsugar\tkg\tSugar\tचीनी\tसाखर\tchini\t45\t48\t41\t500\t1701\tdal_mill\t40\tsack=50\t8\t1.1\tdiwali=2\t2

    """,
    "suppliers.tsv":
      "id\tname_en\tname_mr\tphone\tlead_days\tvisit_days\ndal_mill\tDal Mill\tडाळ मिल\t910000000201\t2\t7\n",
    "customers.tsv": """
    id\tname_en\tname_mr\tmore_names\tphone\tcredit_limit\tvisits_per_month\tpays
    meena\tMeena tai\tमीना ताई\t\t910000000301\t2500\t14\tmonthly

    """,
  ]
}
