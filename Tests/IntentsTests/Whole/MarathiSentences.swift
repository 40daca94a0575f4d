/// What owners write in Marathi, in Devanagari.
enum MarathiSentences {
  static let all = WholeSentence.read(text)

  private static let text = """
    sale_record sugar 2 kg ; customer नेहा ; credit | नेहाला 2 किलो साखर उधार दिली
    sale_record rice 5 kg ; customer रमेश ; credit | रमेशच्या खात्यावर 5 किलो तांदूळ लिहा
    sale_record maggi 4 packet =56 ; payment upi | मॅगीची 4 पाकिटं 56 ला विकली, यूपीआयने
    sale_record atta 10 kg ; payment cash | 10 किलो कणीक रोखीने विकली
    sale_record sugar 3 kg, rice 2 kg ; customer सोनू | सोनूला 3 किलो साखर आणि 2 किलो तांदूळ विकला
    sale_record turmeric 250 g ; period yesterday | काल 250 ग्रॅम हळद विकली
    sale_record egg 2.5 dozen | अडीच डझन अंडी विकली
    sale_record cashew 0.5 kg @900 | अर्धा किलो काजू विकले 900 रुपये किलोने
    sale_record maida 1.25 kg, besan 0.75 kg | सव्वा किलो मैदा आणि पाऊण किलो बेसन विकलं
    sale_record moong_dal 3.5 kg | साडेतीन किलो मूग डाळ विकली
    sale_record peanut 1.75 kg =210 | पावणेदोन किलो शेंगदाणे 210 ला विकले
    sale_return sugar 1 kg ; customer नेहा | नेहाने 1 किलो साखर परत केली
    sale_return maggi 2 packet | गिऱ्हाईकाने मॅगीची 2 पाकिटं परत आणली
    credit_add ; customer रमेश ; amount 500 | रमेशच्या नावावर 500 रुपये उधार लिहा
    credit_add ; customer सोनू ; amount 1250 | सोनूच्या खात्यात साडेबाराशे टाका
    credit_receive ; customer सोनू ; amount 300 | सोनूने 300 रुपये जमा केले
    credit_receive ; customer रमेश ; amount 1000 ; payment cash | रमेशने उधारीचे हजार रुपये रोख दिले
    credit_balance ; customer नेहा | नेहाची किती उधारी आहे
    credit_balance ; customer रमेश | रमेशकडे किती बाकी आहे
    credit_list | उधारी असलेल्या सगळ्या गिऱ्हाइकांची यादी द्या
    credit_remind ; customer सोनू | सोनूला उधारीची आठवण करून द्या
    stock_add rice 50 kg ; supplier महावीर | महावीरकडून 50 किलो तांदूळ आला
    stock_add maggi 3 box ; period today | आज मॅगीच्या 3 पेट्या आल्या
    stock_add sugar 2 sack =3600 | साखरेच्या 2 गोण्या 3600 ला घेतल्या
    stock_set onion 18 kg | कांद्याचा स्टॉक 18 किलो करा
    stock_reduce egg 6 ; reason damaged | 6 अंडी फुटली
    stock_reduce poha 2 kg ; reason expired | 2 किलो पोहे एक्सपायर झाले
    stock_reduce cashew 1 kg ; reason theft | 1 किलो काजू चोरीला गेले
    stock_reduce sugar 1 kg ; reason own_use | घरासाठी 1 किलो साखर काढली
    price_set sugar @46 | साखरेचा भाव 46 रुपये करा
    price_set rice +2 | तांदूळ 2 रुपयांनी महाग करा
    price_set maggi -1 | मॅगीचा भाव 1 रुपयाने कमी करा
    price_check cumin | जिऱ्याचा काय भाव आहे
    threshold_set sugar 10 kg | साखर 10 किलोपेक्षा कमी झाली की सांगा
    stock_check jaggery | गूळ शिल्लक आहे का
    stock_check toor_dal | तूर डाळ किती आहे दुकानात
    sales_summary ; period today | आज एकूण किती विक्री झाली
    sales_summary ; period last_month | मागच्या महिन्यात किती विकलं
    sales_summary sugar ; period this_week | या आठवड्यात साखर किती विकली गेली
    profit ; period yesterday | काल किती नफा झाला
    top_items ; n 5 ; period this_week | या आठवड्यातल्या टॉप 5 वस्तू
    slow_items | कोणता माल अजिबात विकला जात नाही
    forecast rice ; period next_week | पुढच्या आठवड्यात तांदूळ किती विकला जाईल
    expense_add ; amount 2500 | लाईट बिल 2500 भरलं
    supplier_order rice 100 kg ; supplier महावीर | महावीरकडून 100 किलो तांदूळ मागवा
    report_request ; period last_month ; format pdf | मागच्या महिन्याचा रिपोर्ट पीडीएफमध्ये पाठवा
    item_delete bajra | बाजरी लिस्टमधून काढून टाका
    competitor_price sugar @44 | समोरच्या दुकानात साखर 44 ला आहे
    """
}
