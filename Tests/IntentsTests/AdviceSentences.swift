import Intents
import Measures
import Testing

/// Questions about what will sell, what to order and what lies, beside goods: “intent | what is written | goods | what is
/// asked beside them”. The latter says `diwali` (a festival's name in the ontology), `until`, `kind biscuit`, `cash 3000`.
enum AdviceSentences {
  static let all = table.split(separator: "\n").map { line in
    line.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " ") }
  }

  private static let table = """
    forecast | christmas tak chini kitni lagegi | sugar | festival_christmas until
    forecast | रक्षाबंधन तक कितना बिकेगा | | festival_rakhi until
    forecast | रक्षाबंधन तक kitna bikega | | festival_rakhi until
    forecast | makar sankranti ka forecast | | festival_sankranti
    forecast | forecast till eid | | festival_eid until
    forecast | till eid how much sugar will sell | sugar | festival_eid until
    forecast | होळीपर्यंत किती साखर लागेल | sugar | festival_holi until
    forecast | holiparyant kiti tandul lagel | rice | festival_holi until
    forecast | natalparyant maggi kiti jail | maggi | festival_christmas until
    forecast | महाशिवरात्रीला पोहे किती खपतील | poha | festival_maha_shivaratri
    forecast | how much rice will sell before gudi padwa | rice | festival_gudi_padwa until
    reorder_suggest | chhath ke liye kitna maal | | festival_chhath
    reorder_suggest | chhath ke liye kitna maal mangau | | festival_chhath
    reorder_suggest | ईद के लिए क्या मंगवाना है | | festival_eid
    reorder_suggest | गणपतीसाठी किती माल मागवू | | festival_ganpati
    reorder_suggest | diwali sathi kiti maal magvu | | festival_diwali
    reorder_suggest | what should i order for christmas | | festival_christmas
    sales_summary | pichli diwali kitna bika tha | | festival_diwali
    sales_summary | how much did we sell last christmas | | festival_christmas
    sales_summary | दिवाळीत किती विक्री झाली | | festival_diwali
    top_items | ganpati madhe kay jast vikla | | festival_ganpati
    profit | raksha bandhan ka profit kitna tha | | festival_rakhi
    report_request | gudi padwa ki report pdf me bhejo | | festival_gudi_padwa
    forecast | masala ka forecast | | kind spice
    forecast | biscuit ka forecast 7 din | | next_7_days kind biscuit
    forecast | masale kitne bikenge | | kind spice
    forecast | how many biscuits will sell next week | | next_week kind biscuit
    forecast | मसालों का अंदाज़ा बताओ | | kind spice
    forecast | मसाल्यांचा अंदाज सांगा | | kind spice
    forecast | biscuit ki demand badh rahi hai kya | | kind biscuit
    reorder_suggest | biscuit ka kitna mangau | | kind biscuit
    reorder_suggest | मसाले किती मागवू | | kind spice
    slow_items | masale me kya pada hai | | kind spice
    slow_items | biscuits me kya nahi bik raha | | kind biscuit
    slow_items | कोणते मसाले विकत नाहीत | | kind spice
    forecast | atta kitna bikega | atta |
    forecast | quinoa ka forecast | ? |
    forecast | केसर किती विकेल | ? |
    forecast | kesar kitna bikega agle hafte | ? | next_week
    forecast | how much quinoa will sell next week | ? | next_week
    reorder_suggest | quinoa kitna mangau | ? |
    forecast | garmi me bikri kitni hogi | |
    forecast | shaadi ke season ka forecast | |
    reorder_suggest | 3000 rupaye me kya kya lu | | cash 3000
    reorder_suggest | what can i order for 3000 rupees | | cash 3000
    reorder_suggest | ३००० रुपयांत काय काय घेऊ | | cash 3000
    reorder_suggest | 5000 ka maal kya mangau | | cash 5000
    reorder_suggest | mere paas 4000 hai kya mangwau | | cash 4000
    reorder_suggest | मेरे पास 5000 रुपये हैं क्या मंगाऊं | | cash 5000
    reorder_suggest | दोन हजारात काय मागवू | | cash 2000
    reorder_suggest | what to order with a budget of 10000 | | cash 10000
    reorder_suggest | majhyakade 5000 ahet kay mal gheu | | cash 5000
    reorder_suggest | paanch hazar me kya maal mangau | | cash 5000
    slow_items | what did not sell this week | | this_week
    slow_items | is hafte kya nahi bika | | this_week
    slow_items | या आठवड्यात काय विकलं नाही | | this_week
    slow_items | ya mahinyat kay vikla nahi | | this_month
    slow_items | पिछले हफ्ते क्या नहीं बिका | | last_week
    slow_items | which items had no sale this month | | this_month
    slow_items | items not sold in last 15 days | | last_15_days
    customer_phone | gupta traders ka number 9812345678 hai | |
    customer_phone | add phone 9812345678 for supplier gupta | |
    customer_phone | supplier gupta traders phone number is 9812345678 | |
    customer_phone | गुप्ता ट्रेडर्सचा नंबर 9812345678 आहे | |
    """
}

struct AdviceQuestionTests {
  @Test(arguments: AdviceSentences.all)
  func `a question for advice says of what and until when`(_ row: [String]) throws {
    let frame = try CornerShop.understand(row[1])
    #expect(frame.intent.rawValue == row[0])
    #expect(frame.goods == row[2])
    #expect(frame.slots.asked == row[3])
  }
}

extension Slots {
  fileprivate var asked: String {
    [
      period, isUntil == true ? "until" : nil, kind.map { "kind " + $0.category },
      cash.map { "cash \($0.paise / 100)" },
    ]
    .compactMap(\.self).joined(separator: " ")
  }
}
