import Forecast
import Foundation
import Measures
import Testing

@testable import App

/// The file that `retailmind forecast` reads.
@Suite struct SeriesFileTests {
  private func read(_ text: String) throws -> [SeriesFile.Entry] {
    let file = FileManager.default.temporaryDirectory.appending(path: "series-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try SeriesFile.read(file.path(percentEncoded: false)).entries
  }

  @Test func `rows of one id are one series, whatever ends their lines`() throws {
    let entries = try read(
      "series_id,origin,h,freq,start_date,t,y\r\nshop|a,1,7,D,2024-01-01,0,3\r\nshop|a,1,7,D,2024-01-01,1,2.5\r\nb,0,2,W,,0,9\n"
    )
    #expect(entries.map(\.id) == ["shop|a", "b"])
    #expect(entries[0].series.values == [3, 2.5])
    #expect(entries[0].series.start == Day(year: 2024, month: 1, day: 1))
    #expect(entries.map(\.shop) == ["shop", ""])
    #expect(entries.map(\.hasDate) == [true, false])
  }

  @Test func `a day that is left out is unknown, not nothing`() throws {
    let values = try read("series_id,origin,h,freq,start_date,t,y\na,2,7,D,2024-01-01,0,3\na,2,7,D,2024-01-01,2,5\n")[0]
      .series.values
    #expect(values.count == 3 && values[1].isNaN)
  }

  @Test(arguments: [
    "", "series_id,t,y\na,0,1\n", "series_id,origin,h,freq,start_date,t,y\na,1,7,Q,2024-01-01,0,3\n",
    "series_id,origin,h,freq,start_date,t,y\na,1,7,D,2024-01-01,-1,3\n",
    "series_id,origin,h,freq,start_date,t,y\na,1\n",
  ])
  func `what is no such file is refused with one line`(text: String) {
    #expect(throws: Plainly.self) { try read(text) }
  }

  @Test func `the command takes a horizon and quantiles that make sense`() throws {
    var wish = Retailmind.ForecastWish(input: "a.csv")
    (wish.horizon, wish.probabilities, wish.calendar) = (30, [0.5, 0.9], "IN")
    #expect(
      try Command(["forecast", "--input", "a.csv", "--horizon", "30", "--quantiles", "0.9,0.5", "--calendar", "IN"])
        == .forecast(wish))
    for wrong in [["--horizon", "0"], ["--quantiles", "1.5"], ["--quantiles", "x"]] {
      #expect(throws: Command.Misuse.self) { try Command(["forecast", "--input", "a.csv"] + wrong) }
    }
    #expect(throws: Command.Misuse.self) { try Command(["forecast"]) }
  }
}
