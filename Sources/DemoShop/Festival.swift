package import Measures

/// The feasts that move the trade of a Pune shop, as they were and will be kept in Maharashtra from 2023 to 2027.
///
/// Sources: the yearly lists of public holidays of the Government of Maharashtra (General Administration Department)
/// for Maha Shivaratri, Holi (second day), Gudi Padwa, Ramzan Id, Ganesh Chaturthi, Dasara and Diwali (Lakshmi Pujan);
/// the panchang for Pune for the others and for 2027, whose list is not out. Id may shift by a day with the moon.
/// Dates of other years are not known here, so the demo shop has no feasts in them.
package enum Festival: CaseIterable, Sendable {
  case makarSankranti, mahaShivaratri, dhulivandan, gudiPadwa, eidAlFitr, ashadhiEkadashi
  case rakshaBandhan, ganeshChaturthi, dasara, lakshmiPujan

  package var days: [Day] { Self.table[self] ?? [] }

  private static let table: [Festival: [Day]] = [
    .makarSankranti: days("2023-01-15 2024-01-15 2025-01-14 2026-01-14 2027-01-15"),
    .mahaShivaratri: days("2023-02-18 2024-03-08 2025-02-26 2026-02-15 2027-03-06"),
    .dhulivandan: days("2023-03-07 2024-03-25 2025-03-14 2026-03-03 2027-03-22"),
    .gudiPadwa: days("2023-03-22 2024-04-09 2025-03-30 2026-03-19 2027-04-07"),
    .eidAlFitr: days("2023-04-22 2024-04-11 2025-03-31 2026-03-21 2027-03-10"),
    .ashadhiEkadashi: days("2023-06-29 2024-07-17 2025-07-06 2026-07-25 2027-07-14"),
    .rakshaBandhan: days("2023-08-30 2024-08-19 2025-08-09 2026-08-28 2027-08-17"),
    .ganeshChaturthi: days("2023-09-19 2024-09-07 2025-08-27 2026-09-14 2027-09-04"),
    .dasara: days("2023-10-24 2024-10-12 2025-10-02 2026-10-20 2027-10-09"),
    .lakshmiPujan: days("2023-11-12 2024-11-01 2025-10-21 2026-11-08 2027-10-29"),
  ]

  private static func days(_ text: String) -> [Day] { text.split(separator: " ").compactMap(Day.init(text:)) }
}
