/// Lists of goods with their numbers in every order that people write and say them: number first, goods first, both in
/// one message, with money between, with goods that we do not have; what is let off; and sales without goods.
enum ListSentences {
  static let all = WholeSentence.read(text)

  private static let text = """
    sale_record maggi 2, parle_g 5, sugar 1 kg | maggi 2, parle g 5, chini 1 kilo bik gaya
    sale_record maggi 2, parle_g 5, sugar 1 kg | 2 maggi 5 parle g 1 kilo chini becha
    sale_record maggi 2, parle_g 3 | sold maggi 2 and 3 parle g
    sale_record sugar 5 kg =220, rice 2 kg =180 | chini 5 kilo 220 chawal 2 kilo 180 becha
    sale_record sugar 5 kg =220, rice 2 kg =180 | sold 5 kg sugar 220, 2 kg rice 180
    sale_record sugar 5 kg @44, poha 2 kg @50 | @44 chini 5 kilo, @50 poha 2 kilo becha
    sale_record sugar 5 kg @44, poha 2 kg @50 | 5 kilo chini @44 2 kilo poha @50 becha
    sale_record sugar 5 kg @44, poha 2 kg @50 | chini 5 kilo @44 poha 2 kilo @50 becha
    sale_record sugar =300, maggi =120 | 300 ki chini 120 ki maggi becha
    sale_record sugar 3 kg, salt 2, turmeric 100 g | 3 kilo chini becha namak 2 haldi 100 gram
    sale_record sugar 3 kg, salt 2, turmeric 100 g | chini becha 3 kilo, namak 2, haldi 100 gram
    sale_record maggi 10 packet @12, parle_g 5 @10 | 10 packet maggi 12 wala aur 5 parle g 10 wala becha
    sale_record maggi 10 =120, egg 2 =14 | sold 10 maggi for 120 and 2 eggs for 14
    sale_record maggi 5, parle_g 5 | maggi aur parle g becha 5 5
    sale_record maggi 5, parle_g 3 | maggi aur parle g becha 5, 3
    sale_record sugar, poha 2 kg | chini aur 2 kilo poha becha
    sale_record poha 2 kg, sugar | poha 2 kilo aur chini becha
    sale_record maggi 5 packet, sugar 2 kg | maggi ke 5 packet aur chini ke 2 kilo becha
    stock_add maggi 5 packet, sugar 2 kg | 5 packet maggi ke aur 2 kilo chini ke aaye
    sale_record sugar 5 kg, ? 2 kg | chini 5 kilo zorbex 2 kilo becha
    sale_record sugar 5 kg, ? 2 packet | 5 kilo chini aur 2 packet zorbex becha
    sale_record sugar 5 kg, ? 2 | 5 kilo chini 2 zorbex becha
    stock_add ? 3 packet, ? 2 kg | zorbex 3 packet, fulkari 2 kilo aaya
    stock_add ? 50 bag @380, ? 20 @450 | 50 bags zorbex 380 each and 20 fulkari 450 each received
    sale_record sugar 5 kg, sunflower_oil 2 ; amount 900 | kul 900: 5 kilo chini, 2 surajmukhi tel
    sale_record sugar 5, poha 2, salt 3, turmeric 1 ; amount 900 | chini 5, poha 2, namak 3, haldi 1, total 900 becha
    price_set sugar @44, poha @50, salt @20 | chini 44, poha 50, namak 20 rate kar do
    price_set sugar @44, salt @20 | chini ka rate 44 aur namak ka 20 karo
    sale_record sugar 3 | sold 3 x 1kg sugar
    sale_record sugar 3 packet, salt 2 | chini 1 kilo 3 packet aur namak 2 becha
    sale_record sugar 5 kg =220, poha 2 kg =100 | पाँच किलो चीनी दो सौ बीस में दो किलो पोहा सौ में बेचा
    sale_record sugar 5 kg, salt 1 packet, poha 2 kg | चीनी पाँच किलो नमक एक पैकेट पोहा दो किलो बिका
    sale_record sugar 5 kg, salt 1 packet, poha 2 kg | पाँच किलो चीनी एक पैकेट नमक दो किलो पोहा बिका
    sale_record maggi 2, parle_g 3 | मैगी 2 और 3 पारले जी बिके
    stock_add sugar 2 sack, rice 1 sack, maggi 5 box | 2 बोरी चीनी 1 बोरी चावल 5 पेटी मैगी आई
    sale_record sugar 2 kg =90, rice 5 kg =300 | साखर २ किलो ९० तांदूळ ५ किलो ३०० विकला
    sale_record sugar 5 kg, salt 1 packet, poha 2 kg | साखर पाच किलो मीठ एक पाकीट पोहे दोन किलो विकलं
    sale_record sugar 5 kg, salt 1 packet, poha 2 kg | पाच किलो साखर एक पाकीट मीठ दोन किलो पोहे विकलं
    stock_add sugar 2 sack, rice 1 sack | साखर दोन पोती तांदूळ एक पोतं आला
    sale_record maggi 2, parle_g 3 | मॅगी २ आणि ३ पार्ले जी विकले
    sale_record sugar 2 kg, rice 5 kg, salt 1 | sakhar 2 kilo tandul 5 kilo mith 1 vikla
    sale_record sugar 2 kg, rice 5 kg, salt 1 | 2 kilo sakhar 5 kilo tandul 1 mith vikla
    stock_add sugar 2 kg =90, ? 5 kg =300 | sakhar 2 kilo 90 la zorbex 5 kilo 300 la aala
    sale_record sugar 2 kg, rice 3 kg, salt 1 packet | sold two kilo sugar three kilo rice one packet salt
    sale_record sugar 2 kg, rice 3 kg, salt 1 packet | sugar two kilo rice three kilo salt one packet sold
    sale_record sugar 5 kg ; discount 20 | sold 5 kg sugar with 20 rs off
    sale_record sugar 5 kg ; discount 10 | 5 kilo chini bechi daha nahi das rupaye discount diya
    sale_record sugar 5 kg ; discount 10% | 5 kilo chini bechi 10% discount
    sale_record maggi 2 ; discount 4 | २ मैगी बेची ४ रुपये की छूट
    sale_record sugar 5 kg ; discount 20 | साखर ५ किलो विकली २० रुपये सूट
    sale_record sugar 5 kg ; discount 20 | sakhar 5 kilo vikli vis rupaye sut dili
    sale_record sugar 5, poha 2 ; discount 15 | chini 5, poha 2 becha discount 15
    sale_record sugar 5 kg =220 ; discount 20 | 5 kilo chini 220 me bechi 20 rupaye chhoot
    price_set sugar -2 | chini 2 rupaye kam karo
    sale_record ; amount 8500 ; period today | aaj sab mila ke 8500 ki bikri hui
    sale_record ; amount 6200 ; period today | आज का गल्ला 6200 आया
    sale_record ; amount 9900 ; period today | आजचा धंदा ९९०० चा झाला
    sale_record ; amount 5100 ; period yesterday | yesterday's takings were 5100
    sale_record ; amount 7200 ; period today | aajchi vikri sat hajar donshe zali
    sales_summary ; period today | aaj ki poori bikri kitni rahi
    sales_summary ; period today | आजचा गल्ला किती झाला बघ
    """
}
