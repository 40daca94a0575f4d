/// Suppliers, deliveries, what is noted of an item and what became of it; and what is near to them.
enum GoodsSentences {
  static let all = WholeSentence.read(text)

  private static let text = """
    supplier_pay ; supplier mahavir ; amount 4500 ; period today | mahavir ko 4500 diye aaj
    supplier_pay ; supplier krishna traders ; amount 2500 | krishna traders ko 2500 rupaye de diye
    supplier_pay ; supplier महावीर ; amount 4500 | महावीर को 4500 रुपये चुकाए
    supplier_pay ; supplier mahavir ; amount 1200 | paid 1200 to mahavir
    supplier_pay ; supplier महावीर ; amount 3500 ; period today | महावीरला 3500 रुपये दिले आज
    supplier_pay ; supplier mahavir ; amount 900 | mahavir la 900 rupaye dile
    supplier_balance ; supplier mahavir | mahavir ko abhi kitna dena hai
    supplier_balance | kis kis ko kitna dena hai
    supplier_balance | किस किस को पैसे देने हैं
    supplier_balance ; supplier mahavir | how much do we owe to mahavir
    supplier_balance | what all do we have to pay
    supplier_balance ; supplier महावीर | महावीरला किती पैसे द्यायचे आहेत
    supplier_balance | kona konala kiti dyayche ahet
    credit_receive ; customer ramesh ; amount 400 ; period today | ramesh ne 400 diye aaj
    credit_receive ; customer नेहा ; amount 250 | नेहाने 250 रुपये दिले
    credit_balance ; customer ramesh | ramesh ka kitna lena hai
    credit_list | kis kis se kitna lena hai
    stock_add sugar 20 kg @42 ; supplier mahavir | mahavir se 20 kilo chini 42 ke bhav se udhaar aayi
    stock_add rice 25 kg =1150 ; supplier mahavir | got 25 kg rice from mahavir for 1150 on credit
    stock_add sugar 20 kg @43 ; supplier महावीर | महावीरकडून 20 किलो साखर 43 च्या भावाने आली
    stock_add maggi 24 packet | 24 packet maggi aaya expiry 12 march
    stock_add maggi 24 packet | 24 packets of maggi received, batch K7 exp 03/27
    stock_add tata_tea 10 packet | टाटा चाय के 10 पैकेट आए एक्सपायरी 30 जून
    stock_add maggi 24 packet | मॅगीची 24 पाकिटं आली एक्सपायरी 30 जून बॅच K7
    stock_reduce maggi 3 packet ; reason expired | 3 packet maggi expire ho gaye
    expiry_check maggi | maggi ki expiry kab hai
    stock_history sugar | chini ka hisab dikhao zara
    stock_history maggi | maggi pichli baar kab aayi
    stock_history rice | show me the movement of rice
    stock_history sugar | चीनी कब कब आई
    stock_history maida | मैद्याचा हिशोब दाखवा
    stock_history poha | pohe kadhi ale hote
    stock_check sugar | chini kitni bachi hai ab
    item_detail sugar | chini ka hsn code 1701 hai
    item_detail maggi | gst on maggi is 18 percent
    item_detail maggi ; supplier mahavir | maggi ka supplier mahavir hai
    item_detail ; supplier mahavir | mahavir ka maal 4 din me aata hai
    item_detail sugar | साखरेला गोड पण म्हणतात
    item_rename maggi ; new_name masala maggi | maggi ka naam masala maggi kar do
    price_set maggi @15 ; price_kind mrp | maggi ki mrp 15 kar do
    low_stock | jin items ka stock 10 se kam hai
    low_stock | show items with less than 5 packets
    """
}
