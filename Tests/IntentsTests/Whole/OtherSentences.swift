/// What customers and helpers write, and what answers a question of ours.
enum OtherSentences {
  static let all = WholeSentence.read(text)

  private static let text = """
    product_search basmati | do you have basmati rice | customer
    product_search cashew | kaju milega kya aapke yahan | customer
    product_search maggi | मैगी है क्या भैया | customer
    product_search peanut | शेंगदाणे मिळतील का | customer
    product_search poha | pohe aahet ka tumchyakade | customer
    product_search ; category spice ; price_max 50 | 50 rupay ke andar koi masala dikhao | customer
    cart_edit maggi 2 packet ; op add | add 2 packets of maggi to my cart | customer
    cart_edit sugar 1 kg ; op add | ek kilo chini aur daal do | customer
    cart_edit sugar ; op remove | चीनी हटा दो मेरे कार्ट से | customer
    cart_edit egg 1 dozen ; op add | एक डझन अंडी टाका माझ्या ऑर्डरमध्ये | customer
    cart_view | what is in my cart so far | customer
    cart_view | mera bill abhi tak kitna hua | customer
    checkout | place my order now | customer
    checkout | बस इतना ही, ऑर्डर कर दो | customer
    order_status | where has my order reached | customer
    order_status | mera saman kab tak aayega | customer
    order_status | माझी ऑर्डर कुठपर्यंत आली | customer
    info_question | till what time is your shop open | customer
    info_question | dukan kitne baje band hoti hai | customer
    info_question | घरपोच देता का तुम्ही | customer
    recommend | suggest something good for breakfast | customer
    human | i want to speak to the owner | customer
    human | mujhe malik se baat karni hai | customer
    delete_my_data | mera sara data mita do | customer
    delete_my_data | माझी सगळी माहिती काढून टाका | customer
    task_list ; period today | aaj mujhe kya kya kaam karna hai | staff
    task_list ; period today | आज माझी कामं कोणती आहेत | staff
    task_done ; n 2 | task 2 ho gaya | staff
    task_done ; n 3 | तिसरं काम झालं | staff
    schedule_view ; period tomorrow | when is my shift tomorrow | staff
    timeoff ; period tomorrow ; op request | kal ki chhutti chahiye mujhe | staff
    timeoff ; period tomorrow ; op request | मला उद्या सुट्टी हवी आहे | staff
    stock_check sugar | chini kitni hai godown me | staff
    sale_record maggi 3 packet | 3 packet maggi becha counter se | staff
    low_stock | कौन सा सामान खत्म होने वाला है
    low_stock | konta mal sampat alay bagh
    expiry_check ; period this_month | which items expire this month
    expiry_check ; period this_month | इस महीने कौन सा माल एक्सपायर होगा
    alert_list | koi naya alert hai kya
    settings ; setting language ; value mr | ab se marathi me bolo
    settings ; setting language ; value hi | हिंदी में जवाब दिया करो
    settings ; setting mute ; value on | alerts band kar do filhaal
    item_create ? @120 | naya item khajur 120 rupay
    item_create ? @30 | add a new item called ragi biscuit at 30
    item_create ? @85 | नवीन आयटम राजमा 85 रुपये
    price_suggest sugar | what price should i keep for sugar
    price_suggest maida | maida kitne me bechu
    undo | galat likh diya wapas le lo
    undo | शेवटची एंट्री रद्द करून टाका
    help | tum kya kya kar sakte ho bhai
    oos | aaj mausam kaisa rahega pune me
    oos | मला एक कविता ऐकवा
    correct - 15 kg | nahi nahi pandrah kilo | await_confirm
    correct ; customer sonu | ramesh nahi sonu | await_confirm
    follow_up - 12 packet | twelve packets | await_slot
    follow_up - 1.5 kg | दीड किलो | await_slot
    follow_up ; period last_week | aur pichle hafte ka | after_report
    choose ; n 2 | दुसरा पर्याय | await_choice
    yes | haan bilkul likh do | await_confirm
    no | नाही, हे चुकीचं आहे | await_confirm
    """
}
