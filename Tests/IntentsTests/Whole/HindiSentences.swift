/// What owners write in Hindi, in Devanagari.
enum HindiSentences {
  static let all = WholeSentence.read(text)

  private static let text = """
    sale_record sugar 2 kg ; customer नेहा ; credit | नेहा को 2 किलो चीनी उधार दी
    sale_record rice 5 kg ; customer रमेश ; credit | रमेश के खाते में 5 किलो चावल लिखो
    sale_record maggi 4 packet =56 ; payment upi | 4 पैकेट मैगी बेची 56 में, यूपीआई से
    sale_record atta 10 kg ; payment cash | 10 किलो आटा बेचा नकद में
    sale_record sugar 3 kg, rice 2 kg ; customer सोनू | सोनू को 3 किलो चीनी और 2 किलो चावल बेचा
    sale_record turmeric 250 g ; period yesterday | कल 250 ग्राम हल्दी बेची थी
    sale_record egg 2.5 dozen | ढाई दर्जन अंडे बिके
    sale_record cashew 0.5 kg @900 | आधा किलो काजू बेचा 900 रुपये किलो
    sale_record maida 1.25 kg, besan 0.75 kg | सवा किलो मैदा और पौन किलो बेसन बेचा
    sale_record moong_dal 3.5 kg | साढ़े तीन किलो मूंग दाल बेची
    sale_record peanut 1.75 kg =210 | पौने दो किलो मूंगफली बेची 210 में
    sale_return sugar 1 kg ; customer नेहा | नेहा ने 1 किलो चीनी वापस की
    sale_return maggi 2 packet | ग्राहक ने 2 पैकेट मैगी वापस कर दी
    credit_add ; customer रमेश ; amount 500 | रमेश के नाम 500 रुपये उधार लिखो
    credit_add ; customer सोनू ; amount 1250 | सोनू के खाते में साढ़े बारह सौ चढ़ा दो
    credit_receive ; customer सोनू ; amount 300 | सोनू ने 300 रुपये जमा किए
    credit_receive ; customer रमेश ; amount 1000 ; payment cash | रमेश ने उधार के हजार रुपये नकद दिए
    credit_balance ; customer नेहा | नेहा का कितना उधार बाकी है
    credit_remind ; customer सोनू | सोनू को उधार की याद दिला दो
    stock_add rice 50 kg ; supplier महावीर | महावीर से 50 किलो चावल आया
    stock_add maggi 3 box ; period today | आज मैगी की 3 पेटी आई
    stock_add sugar 2 sack =3600 | चीनी की 2 बोरी 3600 में खरीदी
    stock_add mustard_oil 10 l @150 | सरसों तेल 10 लीटर आया 150 रुपये लीटर
    stock_set onion 18 kg | प्याज का स्टॉक 18 किलो कर दो
    stock_set poha 7 kg | गिनकर देखा, पोहा 7 किलो ही है
    stock_reduce egg 6 ; reason damaged | 6 अंडे टूट गए
    stock_reduce poha 2 kg ; reason expired | 2 किलो पोहा एक्सपायर हो गया
    stock_reduce cashew 1 kg ; reason theft | 1 किलो काजू चोरी हो गया
    stock_reduce sugar 1 kg ; reason own_use | घर के लिए 1 किलो चीनी निकाली
    price_set sugar @46 | चीनी का भाव 46 रुपये कर दो
    price_set rice +2 | चावल 2 रुपये महंगा कर दो
    price_set maggi -1 | मैगी का दाम 1 रुपया कम कर दो
    price_set atta @38 ; price_kind cost | आटे का खरीद भाव अब 38 है
    price_check cumin | जीरे का क्या भाव चल रहा है
    threshold_set sugar 10 kg | चीनी 10 किलो से कम हो जाए तो बता देना
    stock_check jaggery | गुड़ बचा है क्या
    stock_check toor_dal | तूर दाल कितनी पड़ी है
    stock_list ; category spice | सारे मसाले दिखाओ स्टॉक में
    sales_summary ; period today | आज अब तक का गल्ला कितना हुआ
    sales_summary ; period last_month | पिछले महीने कितना बेचा
    sales_summary sugar ; period this_week | इस हफ्ते चीनी कितनी बिकी
    profit ; period yesterday | कल कितना मुनाफा हुआ
    top_items ; n 5 ; period this_week | इस हफ्ते की टॉप 5 चीजें
    slow_items | कौन सा माल बिल्कुल नहीं बिक रहा
    forecast rice ; period next_week | अगले हफ्ते चावल कितना बिकेगा
    expense_add ; amount 2500 | बिजली का बिल 2500 भर दिया
    supplier_order rice 100 kg ; supplier महावीर | महावीर से 100 किलो चावल मंगवाओ
    report_request ; period last_month ; format pdf | पिछले महीने की रिपोर्ट पीडीएफ में भेजो
    item_delete bajra | बाजरा लिस्ट से हटा दो
    competitor_price sugar @44 | सामने वाली दुकान में चीनी 44 की है
    """
}
