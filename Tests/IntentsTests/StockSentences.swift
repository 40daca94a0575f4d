/// What there is, what runs out and what is lost, as owners write it.
enum StockSentences {
  static let all = Sentence.read(text)

  private static let text = """
    stock_check | how much sugar do we have left | sugar
    stock_check | is there any maggi in the shop | maggi
    stock_check | toor dal balance? | toor_dal
    stock_check | गेहूं कितना बचा हुआ है | wheat
    stock_check | बेसन का स्टॉक कितना है | besan
    stock_check | काजू बचे हैं कि खत्म हो गए | cashew
    stock_check | chawal kitne kilo pade hain | rice
    stock_check | bhai poha hai ki nahi apne paas | poha
    stock_check | maida kitna hoga abhi godown me | maida
    stock_check | शेंगदाणे किती शिल्लक आहेत | peanut
    stock_check | रवा किती राहिलाय | rava
    stock_check | tur dal kiti urli | toor_dal
    stock_check | gul ahe ka aplyakade | jaggery
    stock_check | sakhar kiti kilo asel dukanat | sugar
    stock_list | show me everything in stock
    stock_list | give full inventory
    stock_list | पूरा स्टॉक दिखा दो
    stock_list | दुकान में क्या क्या माल है
    stock_list | saara maal dikhao kitna kitna hai
    stock_list | stock ki list bhejo
    stock_list | सगळा माल किती आहे ते दाखव
    stock_list | स्टॉकची यादी द्या
    stock_list | purna stock sang
    stock_list | dukanat kay kay shillak ahe
    low_stock | which things are running low
    low_stock | what is about to get over
    low_stock | anything finishing soon?
    low_stock | कौन सा सामान कम बचा है
    low_stock | क्या क्या खत्म होने वाला है
    low_stock | kya khatam ho raha hai
    low_stock | konsi cheez kam padi hai batao
    low_stock | kam wala maal batao
    low_stock | काय संपत आलंय
    low_stock | कोणता माल कमी आहे
    low_stock | kay sampat ala ahe
    low_stock | kami rahilela maal konta
    stock_set | rice stock is 50 kg now | rice 50
    stock_set | set maggi to 40 packets | maggi 40
    stock_set | i counted, only 12 kg sugar left | sugar 12
    stock_set | actual besan is 7 kg | besan 7
    stock_set | चीनी अब 30 किलो है | sugar 30
    stock_set | गिनती की तो पोहा 8 किलो निकला | poha 8
    stock_set | मैदा का स्टॉक 15 किलो कर दो | maida 15
    stock_set | chawal abhi 40 kilo hai likh lo | rice 40
    stock_set | gin ke dekha 18 packet maggi hai | maggi 18
    stock_set | asli stock toor dal ka 22 kilo hai | toor_dal 22
    stock_set | साखर आता 30 किलो आहे | sugar 30
    stock_set | chini ka stock -10 kar do | sugar
    stock_set | maggi stock -40 packet karo | maggi
    stock_add | chini -10 kilo, maggi -5 packet aaya | sugar 10, maggi 5
    stock_set | मोजले तर रवा 9 किलो भरला | rava 9
    stock_set | tandul ata 35 kilo ahe | rice 35
    stock_set | besan cha stock 6 kilo kara | besan 6
    stock_reduce | 2 packets maggi got spoiled | maggi 2
    stock_reduce | threw away 1 kg rotten poha | poha 1
    stock_reduce | took half kg sugar for home | sugar 0.5
    stock_reduce | 2 किलो चावल में कीड़े लग गए | rice 2
    stock_reduce | chuhe ne 2 kilo gehu kha liya | wheat 2
    stock_reduce | ghar ke liye 1 kilo chini nikali | sugar 1
    stock_reduce | ek packet maggi kharab jhala | maggi 1
    stock_reduce | ghari 2 kilo tandul nela | rice 2
    threshold_set | warn me when sugar goes below 10 kg | sugar 10
    threshold_set | minimum stock for maggi is 20 | maggi 20
    threshold_set | set low level of rice at 15 kg | rice 15
    threshold_set | चीनी 5 किलो रह जाए तो याद दिलाना | sugar 5
    threshold_set | maggi 12 packet se neeche jaye to alert karna | maggi 12
    threshold_set | chawal kam se kam 20 kilo rehna chahiye | rice 20
    threshold_set | sakhar 10 kilo peksha kami jhali ki kalav | sugar 10
    low_stock | what is low
    low_stock | kaunsa maal kam hai
    stock_list | stock dikhao
    stock_set | साखर 30 किलो आहे आता | sugar 30
    stock_set | chini ab 30 kilo hai | sugar 30
    stock_check | do we still have jaggery | jaggery
    stock_check | how many maggi packets are there | maggi
    stock_check | moong dal stock | moong_dal
    stock_check | हल्दी कितनी पड़ी है गोदाम में | turmeric
    stock_check | jeera khatam to nahi hua | cumin
    stock_check | kitna besan bacha hai dekh ke batao | besan
    stock_check | तांदूळ संपला का | rice
    stock_check | गूळ किती आहे बघ जरा | jaggery
    stock_check | maida shillak ahe ka | maida
    stock_list | whats in the store right now
    stock_list | सारा सामान बताओ कितना है
    stock_list | poora stock batao
    stock_list | सर्व स्टॉक सांगा
    stock_list | saglya malachi yadi pathav
    low_stock | low stock items please
    low_stock | what should i worry about running out of
    low_stock | किसका स्टॉक कम है
    low_stock | kya kya kam ho gaya hai
    low_stock | काय काय संपायला आलंय
    low_stock | kami stock asलेले dakhav
    low_stock | konta mal sampnar ahe
    stock_set | there are only 9 maggi left, update it | maggi 9
    stock_set | wheat is 60 kg as per counting | wheat 60
    stock_set | मैगी अब 14 पैकेट बची है | maggi 14
    stock_set | आटा कुल 20 किलो है | atta 20
    stock_set | maida sahi stock 7 kilo hai | maida 7
    stock_set | chini 30 kilo kar do | sugar 30
    stock_set | शेंगदाणे फक्त 4 किलो आहेत | peanut 4
    stock_set | sakhar 20 kilo shillak ahe ata | sugar 20
    stock_reduce | rats ate 2 kg wheat | wheat 2
    stock_reduce | one bottle of mustard oil leaked | mustard_oil 1
    stock_reduce | 5 किलो आटा भीग गया | atta 5
    stock_reduce | 2 packet maggi phat gaye | maggi 2
    stock_reduce | 4 kilo poha kharab nikla phenk diya | poha 4
    stock_reduce | दोन किलो रवा खराब झाला | rava 2
    stock_reduce | 1 kilo sakhar sandli | sugar 1
    stock_reduce | gharasathi 2 kilo besan ghetla | besan 2
    threshold_set | alert me if wheat falls under 20 kg | wheat 20
    threshold_set | keep minimum 5 kg besan | besan 5
    threshold_set | मैगी 10 से नीचे आए तो खबर करना | maggi 10
    threshold_set | poha 5 kilo bache to bata dena | poha 5
    threshold_set | साखर 10 किलोपेक्षा कमी झाली तर सांग | sugar 10
    threshold_set | rava 3 kilo rahila ki kalva | rava 3
    stock_check | how much wheat have we got left | wheat
    stock_check | is cashew over? | cashew
    stock_check | मैदा कितने किलो बचा होगा | maida
    stock_check | dekho zara kaju kitna hai | cashew
    stock_check | toor dal kitni rah gayi | toor_dal
    stock_check | हळद किती उरली असेल | turmeric
    stock_check | jire kiti ahet bagh | cumin
    stock_list | list all items with quantity
    stock_list | मुझे पूरी लिस्ट चाहिए स्टॉक की
    stock_list | dukan me kya kya pada hai
    stock_list | sagla stock dakhva
    low_stock | show items that are nearly finished
    low_stock | कौन कौन सा माल खत्म हो रहा है
    low_stock | kis cheez ki kami hai
    low_stock | कमी असलेला माल दाखवा
    low_stock | kay kay sampla ahe
    stock_set | correct the sugar stock to 18 kg | sugar 18
    stock_set | we have 25 packets of maggi as of now | maggi 25
    stock_set | चावल गिन लिए 55 किलो हैं | rice 55
    stock_set | poha ka stock badal ke 12 kilo karo | poha 12
    stock_set | मैदा 11 किलो करून ठेव | maida 11
    stock_set | maggi 30 ahet fakt | maggi 30
    stock_reduce | चूहों ने 1 किलो बाजरा खा लिया | bajra 1
    stock_reduce | 2 kilo chini me pani chala gaya kharab ho gayi | sugar 2
    stock_reduce | 4 packet maggi undirane khalle | maggi 4
    threshold_set | remind me when besan is less than 4 kg | besan 4
    threshold_set | चावल 15 किलो से नीचे जाए तो अलर्ट दो | rice 15
    threshold_set | maggi ki limit 20 rakho | maggi 20
    threshold_set | gahu 25 kilo chya khali gele tar sang | wheat 25
    stock_check | is besan available | besan
    stock_check | कितना काजू रखा है | cashew
    stock_check | gud bacha kya | jaggery
    stock_check | साखर पुरेल का | sugar
    stock_check | dukanat kiti maggi ahet | maggi
    stock_check | wheat qty | wheat
    stock_set | update poha quantity to 14 kg | poha 14
    stock_set | काजू सिर्फ 3 किलो बचे हैं | cashew 3
    stock_set | actual me rice 42 kilo hai | rice 42
    stock_set | बेसन 5 किलो शिल्लक | besan 5
    stock_set | maida cha satha 9 kilo kar | maida 9
    stock_reduce | 1 kg cashew got stolen | cashew 1
    stock_reduce | 2 पैकेट मैगी एक्सपायर हो गए | maggi 2
    stock_reduce | gharwalo ke liye 2 kilo rice nikala | rice 2
    stock_reduce | pavsane 5 kilo maida bhijla | maida 5
    low_stock | what's low in stock
    low_stock | क्या कम है दुकान में
    low_stock | कुठला माल संपत आला
    low_stock | kay kami ahe
    stock_list | कितना कितना माल है सब बताओ
    stock_list | माल दाखव
    threshold_set | tell me when rice drops to 10 kg | rice 10
    threshold_set | besan 3 kilo se kam hua to bolna | besan 3
    threshold_set | मॅगी 15 पेक्षा कमी झाल्यास कळवा | maggi 15
    stock_check | how much besan is remaining | besan
    stock_check | got any poha left? | poha
    stock_check | क्या मैदा है | maida
    stock_check | चीनी का स्टॉक बताओ | sugar
    stock_check | maggi ke packet kitne hai | maggi
    stock_check | मैदा किती शिल्लक | maida
    stock_check | besan urlay ka | besan
    stock_set | sugar is 22 kg now | sugar 22
    stock_set | पोहा का स्टॉक 10 किलो सेट करो | poha 10
    stock_set | abhi 15 kilo besan bacha hai | besan 15
    stock_set | रव्याचा साठा 12 किलो करा | rava 12
    stock_set | tandul mojle 48 kilo ahet | rice 48
    stock_reduce | एक किलो मैदा गिर गया | maida 1
    stock_reduce | chini ki 1 bori chori ho gayi | sugar 1
    stock_reduce | उंदरांनी 2 किलो तांदूळ खाल्ला | rice 2
    low_stock | which items are low
    low_stock | कम माल दिखाओ
    low_stock | kya khatam hone wala hai
    low_stock | kay sampat aalay
    stock_list | show stock
    stock_list | sab maal ka stock dikhao
    stock_list | सगळा स्टॉक दाखवा
    threshold_set | notify me if maggi is below 10 | maggi 10
    threshold_set | बेसन 5 किलो से कम हो जाए तो बताओ | besan 5
    threshold_set | sakhar 8 kilo chya khali geli tar kalva | sugar 8
    """
}
