/// What owners write in Marathi, in roman letters.
enum RomanMarathiSentences {
  static let all = WholeSentence.read(text)

  private static let text = """
    sale_record sugar 2 kg ; customer neha ; credit | nehala 2 kilo sakhar udhar dili
    sale_record rice 5 kg ; customer ramesh ; credit | rameshchya khatyavar 5 kilo tandul liha
    sale_record maggi 4 packet =56 ; payment upi | maggi chi 4 pakit 56 la vikli, upi ne
    sale_record atta 10 kg ; payment cash | 10 kilo kanik rokh vikli
    sale_record sugar 3 kg, rice 2 kg ; customer sonu | sonula 3 kilo sakhar ani 2 kilo tandul vikla
    sale_record turmeric 250 g ; period yesterday | kal 250 gram halad vikli hoti
    sale_record egg 2.5 dozen | adich dozen andi vikli
    sale_record cashew 0.5 kg @900 | ardha kilo kaju vikle 900 rupaye kilo ne
    sale_record moong_dal 3.5 kg | sade tin kilo mug dal vikli
    sale_return sugar 1 kg ; customer neha | nehane 1 kilo sakhar parat keli
    sale_return maggi 2 packet | girhaikane maggi chi 2 pakit parat dili
    credit_add ; customer ramesh ; amount 500 | rameshchya navavar 500 rupaye udhar liha
    credit_receive ; customer sonu ; amount 300 | sonune 300 rupaye jama kele
    credit_balance ; customer neha | nehachi kiti udhari ahe
    credit_balance ; customer ramesh | rameshkade kiti baki ahe
    credit_remind ; customer sonu | sonula udharichi athvan karun dya
    stock_add rice 50 kg ; supplier mahavir | mahavir kadun 50 kilo tandul ala
    stock_add maggi 3 box ; period today | aaj maggi chya 3 petya alya
    stock_add sugar 2 sack =3600 | sakhrechya 2 gonya 3600 la ghetlya
    stock_set onion 18 kg | kandyacha stock 18 kilo kara
    stock_set poha 7 kg | mojun baghitla pohe 7 kilo ch ahet
    stock_reduce egg 6 ; reason damaged | 6 andi futli
    stock_reduce poha 2 kg ; reason expired | 2 kilo pohe expire zale
    stock_reduce cashew 1 kg ; reason theft | 1 kilo kaju chorila gele
    stock_reduce sugar 1 kg ; reason own_use | gharasathi 1 kilo sakhar kadhli
    price_set sugar @46 | sakhrecha bhav 46 rupaye kara
    price_set rice +2 | tandul 2 rupayani mahag kara
    price_set maggi -1 | maggi cha bhav 1 rupayane kami kara
    price_check cumin | jiryacha kay bhav ahe
    price_check maggi ; price_kind mrp | maggi chi mrp kiti ahe
    threshold_set sugar 10 kg | sakhar 10 kilo chya khali geli ki kalva
    stock_check jaggery | gul shillak ahe ka
    stock_check toor_dal | tur dal kiti ahe dukanat
    sales_summary ; period today | aaj ekun kiti vikri zali
    sales_summary ; period last_month | magchya mahinyat kiti vikla
    sales_summary sugar ; period this_week | ya athavdyat sakhar kiti vikli geli
    profit ; period yesterday | kal kiti nafa zala
    top_items ; n 5 ; period this_week | ya athavdyatlya top 5 vastu sanga
    slow_items | konta mal ajibat vikla jat nahi
    forecast rice ; period next_week | pudhchya athavdyat tandul kiti vikla jail
    expense_add ; amount 2500 | light bill 2500 bharla
    supplier_order rice 100 kg ; supplier mahavir | mahavir kadun 100 kilo tandul magva
    report_request ; period last_month ; format pdf | magchya mahinyacha report pdf madhe pathva
    item_delete bajra | bajri list madhun kadhun taka
    competitor_price sugar @44 | samorchya dukanat sakhar 44 la ahe
    """
}
