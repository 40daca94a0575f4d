/// What settles the date of a festival.
enum FestivalRule: Sendable {
  case moon(LunarRule)
  case sunEntersCapricorn
  case islamic(day: Int, month: Int)
  case date(day: Int, month: Int)
  case firstOfMonth
}

extension Festival {
  var rule: FestivalRule {
    switch self {
    case .makarSankranti: .sunEntersCapricorn
    case .republicDay: .date(day: 26, month: 1)
    case .mahaShivaratri: .moon(.init(month: .magha, tithi: 29, part: .midnight))
    // The fire is lit at dusk of the last evening that the full moon touches; a day later the colours.
    case .holi: .moon(.init(month: .phalguna, tithi: 15, part: .evening, ofTwo: .last, enough: 0, daysLater: 1))
    case .gudiPadwa: .moon(.init(month: .chaitra, tithi: 1, part: .sunrise))
    // The second of two days, unless little of its midday is left: the ninth should not be touched by the eighth.
    case .ramNavami: .moon(.init(month: .chaitra, tithi: 9, part: .midday, ofTwo: .last, enough: 1 / 3))
    case .akshayaTritiya: .moon(.init(month: .vaishakha, tithi: 3, part: .forenoon))
    case .maharashtraDay: .date(day: 1, month: 5)
    case .ashadhiEkadashi: .moon(.init(month: .ashadha, tithi: 11, part: .sunrise))
    case .independenceDay: .date(day: 15, month: 8)
    case .rakshaBandhan: .moon(.init(month: .shravana, tithi: 15, part: .morning))
    case .janmashtami: .moon(.init(month: .shravana, tithi: 23, part: .sunrise, ofTwo: .last))
    case .ganeshChaturthi: .moon(.init(month: .bhadrapada, tithi: 4, part: .midday))
    case .anantChaturdashi: .moon(.init(month: .bhadrapada, tithi: 14, part: .sunrise))
    case .gandhiJayanti: .date(day: 2, month: 10)
    case .navratri: .moon(.init(month: .ashwin, tithi: 1, part: .sunrise))
    case .dussehra: .moon(.init(month: .ashwin, tithi: 10, part: .afternoon, mansion: .shravana))
    case .karvaChauth: .moon(.init(month: .ashwin, tithi: 19, part: .moonrise, ofTwo: .last))
    case .dhanteras: .moon(.init(month: .ashwin, tithi: 28, part: .dusk))
    case .diwali: .moon(.init(month: .ashwin, tithi: 30, part: .dusk))
    case .bhaiDooj: .moon(.init(month: .kartika, tithi: 2, part: .afternoon))
    case .chhath: .moon(.init(month: .kartika, tithi: 6, part: .sunrise, ofTwo: .last))
    case .christmas: .date(day: 25, month: 12)
    case .eidAlFitr: .islamic(day: 1, month: 10)
    case .eidAlAdha: .islamic(day: 10, month: 12)
    case .salaryDay: .firstOfMonth
    }
  }
}
