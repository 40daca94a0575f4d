import Telemetry
import Testing

struct MetricsTests {
  @Test func `counters, gauges and histograms are written as Prometheus reads them`() {
    let metrics = Metrics()
    let messages = Metrics.Family("messages_total", .counter, help: "Messages.")
    let seconds = Metrics.Family("turn_seconds", .histogram, help: "A turn.")
    metrics.count(messages, ["intent": "sale \"x\""])
    metrics.count(messages, ["intent": "sale \"x\""], by: 2)
    metrics.observe(seconds, seconds: 0.004)
    metrics.observe(seconds, seconds: 60)
    let text = metrics.text()
    #expect(text.contains("# TYPE messages_total counter\nmessages_total{intent=\"sale \\\"x\\\"\"} 3.0\n"))
    #expect(text.contains("turn_seconds_bucket{le=\"0.0025\"} 0\nturn_seconds_bucket{le=\"0.005\"} 1\n"))
    #expect(text.contains("turn_seconds_bucket{le=\"+Inf\"} 2\n"))
    #expect(text.contains("turn_seconds_count 2\n"))
  }
}
