/// A day of the year on which a shop in India sells other things than usual. The names are stored with what is learnt
/// from them, so they never change.
package enum Festival: String, CaseIterable, Hashable, Sendable, Codable {
  /// Pongal in the south, Lohri on its eve in the north.
  case makarSankranti = "sankranti"
  case republicDay = "republic_day"
  case mahaShivaratri = "maha_shivaratri"
  /// The day of colours (Dhulivandan); the fire is the evening before.
  case holi
  /// Ugadi in the south.
  case gudiPadwa = "gudi_padwa"
  case ramNavami = "ram_navami"
  case akshayaTritiya = "akshaya_tritiya"
  case maharashtraDay = "maharashtra_day"
  /// A fast: what is eaten on it sells, in Maharashtra above all.
  case ashadhiEkadashi = "ashadhi_ekadashi"
  case independenceDay = "independence_day"
  case rakshaBandhan = "rakhi"
  /// The day of the public holiday; who keeps the midnight before keeps it a day earlier.
  case janmashtami
  case ganeshChaturthi = "ganpati"
  case anantChaturdashi = "anant_chaturdashi"
  case gandhiJayanti = "gandhi_jayanti"
  /// The first of the nine days.
  case navratri
  case dussehra
  case karvaChauth = "karva_chauth"
  case dhanteras
  /// The evening of Lakshmi Pujan.
  case diwali
  case bhaiDooj = "bhai_dooj"
  case chhath
  case christmas
  case eidAlFitr = "eid_al_fitr"
  case eidAlAdha = "eid_al_adha"
  /// The first of the month, when wages come.
  case salaryDay = "salary_day"
}
