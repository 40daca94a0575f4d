internal import Foundation
internal import HTTP
internal import Messages

/// “Captured”, among the statuses: a payment through a gateway of WhatsApp's.
extension PaymentHint {
  init?(_ item: JSON, channel: String) {
    guard let payment = item["payment"], let reference = payment["reference_id"]?.identifier,
      let status = item["status"]?.identifier
    else { return nil }
    let transaction = payment["transaction"]
    self.init(
      channel: channel, reference: reference,
      transaction: transaction?["pg_transaction_id"]?.identifier ?? transaction?["id"]?.identifier ?? "",
      status: status, transactionStatus: transaction?["status"]?.identifier, amount: paise(payment["amount"]),
      refunded: refundedPaise(payment), currency: payment["currency"]?.identifier)
  }
}

/// Refunds that went through; those under way are none yet.
private func refundedPaise(_ payment: JSON) -> Int64 {
  let refunds = (payment["refunds"]?.array ?? payment["transaction"]?["refunds"]?.array ?? [])
    .filter { $0["status"]?.word == "success" }
  return refunds.compactMap { paise($0["amount"]) }.reduce(0) { $0.addingReportingOverflow($1).partialValue }
}

/// `{"value": 121100, "offset": 100}` are 1,211 rupees. An offset that is no hundred would need rounding: it is none.
private func paise(_ amount: JSON?) -> Int64? {
  guard let amount, amount["offset"].map({ $0.integer == 100 }) ?? true else { return nil }
  return amount["value"]?.integer
}
