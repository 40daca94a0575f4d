import Language
import Messages

/// How each step of a new shop's way is asked, with what can be tapped: everything can also be typed.
struct SetupQuestion {
  let phrasebook: Phrasebook
  let voice: Voice

  func ask(_ setup: Setup, after lines: [String] = []) -> Reply {
    guard let step = setup.step else { return Reply((lines + [say(.setupDone)]).joined(separator: "\n")) }
    return Reply((lines + [say(question(step, setup))]).joined(separator: "\n"), choices: choices(step, setup))
  }

  private func question(_ step: Setup.Step, _ setup: Setup) -> Phrase {
    switch step {
    case .language: .setupLanguage
    case .name: .setupName
    case .kind: .setupKind
    case .city: .setupCity
    case .goods: hasStarter(setup) ? .setupGoods : .setupGoodsTyped
    case .summary: .setupSummary
    case .threshold: .setupThreshold
    }
  }

  private func choices(_ step: Setup.Step, _ setup: Setup) -> Choices {
    switch step {
    case .language:
      .buttons(
        [(AnswerLanguage.english, "English"), (.hindi, "हिन्दी"), (.marathi, "मराठी")].map { language, name in
          Button(id: Tap.setup(.language, language.rawValue).id, title: name)
        })
    case .name: .none
    case .kind:
      .list(
        button: say(.listButton),
        rows: ShopKind.allCases.map { ListRow(id: Tap.setup(.kind, $0.rawValue).id, title: say($0.phrase)) })
    case .city: .buttons([button(.buttonSkip, .setupSkip(.city))])
    case .goods: .buttons(goods(setup))
    case .summary:
      .buttons([
        button(.buttonMorning, .setup(.summary, "08:00")), button(.buttonNight, .setup(.summary, "21:00")),
        button(.buttonSkip, .setupSkip(.summary)),
      ])
    case .threshold:
      .buttons(
        ["5", "10"].map { Button(id: Tap.setup(.threshold, $0).id, title: $0) }
          + [button(.buttonSkip, .setupSkip(.threshold))])
    }
  }

  private func goods(_ setup: Setup) -> [Button] {
    let starter = hasStarter(setup) ? [button(.buttonStarter, .setup(.goods, Setup.starterChoice))] : []
    return starter + [button(.buttonSkip, .setupSkip(.goods))]
  }

  private func hasStarter(_ setup: Setup) -> Bool { setup.kind.map { $0 != .other } ?? false }

  private func say(_ phrase: Phrase) -> String { phrasebook.say(phrase, in: voice) }
  private func button(_ phrase: Phrase, _ tap: Tap) -> Button { Button(id: tap.id, title: say(phrase)) }
}

extension ShopKind {
  fileprivate var phrase: Phrase {
    switch self {
    case .kirana: .kindKirana
    case .medical: .kindMedical
    case .stationery: .kindStationery
    case .garments: .kindGarments
    case .hardware: .kindHardware
    case .other: .kindOther
    }
  }
}
