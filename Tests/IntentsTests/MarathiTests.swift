import Testing

@testable import Intents

@Suite struct MarathiTests {
  @Test(arguments: sentences)
  func `Marathi is understood`(_ said: Said) {
    #expect(said.understood == said.meaning)
  }

  private static let sentences: [Said] = [
    Said("सुरेशला पाच किलो आटा उधारीवर दिला", "sale_record; atta 5 kg; customer सुरेश; credit yes"),
    Said("अडीच किलो कांदे बत्तीसच्या भावाने विकले", "sale_record; onion 2.5 kg @32"),
    Said("महालक्ष्मी ट्रेडर्सकडून दहा पेट्या ओरिओ आल्या", "stock_add; oreo 10 box; supplier महालक्ष्मी ट्रेडर्स"),
    Said("पन्नास किलो साखर आली", "stock_add; sugar 50 kg"),
    Said("पोह्यांचा किती साठा आहे", "stock_check; poha"),
    Said("साखर किती शिल्लक आहे", "stock_check; sugar"),
    Said("कोणता माल संपत आलाय", "low_stock"),
    Said("सगळा साठा दाखवा", "stock_list"),
    Said("मोजल्यावर कोलगेट सतरा निघाले", "stock_set; colgate 17"),
    Said("चार बाटल्या फिनेल फुटल्या", "stock_reduce; phenyl 4 bottle; reason damaged"),
    Said("राजमा काय भाव आहे", "price_check; rajma"),
    Said("तूर डाळीचा दर एकशे पासष्ट करा", "price_set; toor_dal @165"),
    Said("लक्स तीन रुपयांनी महाग करा", "price_set; lux +3"),
    Said("नवीन वस्तू टाका ड्रॅगन फ्रूट ऐंशी रुपये", "item_create; ?ड्रॅगन फ्रूट @80"),
    Said("गूळ पाच किलोच्या खाली गेला की कळवा", "threshold_set; jaggery 5 kg"),
    Said("मागे घ्या, चुकून झालं", "undo"),
    Said("तुम्ही काय काय करू शकता", "help"),
    Said("शुभ सकाळ", "greet"),
    Said("खूप खूप धन्यवाद", "thanks"),
    Said("होय बरोबर आहे", awaiting: .confirmation, "yes"),
    Said("नाही चुकीचं आहे", awaiting: .confirmation, "no"),
    Said("सोडून द्या", awaiting: .confirmation, "cancel"),
    Said("तिसरा", awaiting: .choice, "choose; n 3"),
    Said("नाही आठ किलो", awaiting: .confirmation, "correct; _ 8 kg"),
    Said("आज किती विक्री झाली", "sales_summary; period today"),
    Said("गणेशकडे किती बाकी आहे", "credit_balance; customer गणेश"),
    Said("गणेशने तीनशे रुपये परत केले", "credit_receive; customer गणेश; amount 300"),
    Said("रमेशला दोनशे उधार", "credit_add; customer रमेश; amount 200"),
    Said("लाईट बिल तेवीसशे भरलं", "expense_add; amount 2300"),
    Said("मुख्यमंत्री कोण आहे", "oos"),
    Said("बदाम आहेत का", by: .customer, "product_search; almond"),
    Said("दोन किलो बटाटे पाठवा", by: .customer, "cart_edit; potato 2 kg; op add"),
    Said("माझी पाळी उद्या कधी आहे", by: .staff, "schedule_view; period tomorrow"),
    Said("मला सोमवारी रजा हवी आहे", by: .staff, "timeoff; period weekday_mon; op request"),
    Said("दुसरं काम संपवलं", by: .staff, "task_done; n 2"),
    Said("माझी ऑर्डर कुठपर्यंत आली", by: .customer, "order_status"),
    Said("ओरिओ नको आहे काढा", by: .customer, "cart_edit; oreo; op remove"),
    Said("शंभर रुपयांच्या आतली चॉकलेट", by: .customer, "product_search; category confectionery; price_max 100"),
    Said("रविवारी दुकान चालू असतं का", by: .customer, "info_question"),
    Said("उंदरांनी दोन किलो शेंगदाणे खाल्ले", "stock_reduce; peanut 2 kg; reason damaged"),
    Said("काजू कोणत्या भावाने विकावे", "price_suggest; cashew"),
    Said("सर्वात जास्त विकल्या जाणाऱ्या पाच वस्तू", "top_items; n 5"),
    Said("दिवाळीला दूध किती लागेल", "forecast; milk; period festival_diwali"),
    Said("गुप्ता एजन्सीला दहा गोणी मीठ पाठवायला सांगा", "supplier_order; salt 10 sack; supplier गुप्ता एजन्सी"),
    Said("कोणाकोणाचे पैसे बाकी आहेत", "credit_list"),
    Said("माझ्याशी हिंदीत बोला", "settings; setting language; value hi"),
    Said("नोकराचा पगार आठ हजार दिला", "expense_add; amount 8000"),
    Said("शेजारच्या दुकानात साखर एक्केचाळीस रुपये आहे", "competitor_price; sugar @41"),
    Said("डोसा कसा करायचा", "oos"),
    Said("शेंगदाण्याचा भाव ऐंशी करा", "price_set; peanut @80"),
    Said("पाव किलो शेंगदाणे विकले", "sale_record; peanut 0.25 kg"),
    Said("काल दूध किती विकलं", "sales_summary; milk; period yesterday"),
  ]
}
