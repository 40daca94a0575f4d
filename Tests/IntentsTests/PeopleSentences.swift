/// Who belongs to the shop, where people can be reached, how they want to be spoken to; and their near neighbours.
enum PeopleSentences {
  static let all = Sentence.read(text)

  private static let text = """
    member_add | add suresh to my staff, number 9811223344
    member_add | make 9811223344 an owner too
    member_add | सुरेश को स्टाफ में लो 9811223344
    member_add | 9811223344 को भी मालिक जोड़ो
    member_add | suresh ko bhi staff me jod lo 9811223344
    member_add | 9811223344 ko owner bana do
    member_add | सुरेशला स्टाफमध्ये घ्या 9811223344
    member_add | sureshla staff madhe ghya 9811223344
    member_remove | take suresh off the staff
    member_remove | सुरेश को स्टाफ में से हटा दो
    member_remove | suresh ko ab staff se hata do
    member_remove | सुरेशला आता स्टाफमधून काढा
    member_remove | suresh la staff madhun kadhun taka
    member_list | who all are in the staff
    member_list | स्टाफ में कौन है
    member_list | staff ki list dikhana
    member_list | स्टाफमध्ये किती जण आहेत
    member_list | staff madhe kon ahe
    customer_phone | note suresh's mobile number 9811223344
    customer_phone | सुरेश का मोबाइल नंबर 9811223344 है
    customer_phone | suresh ka mobile number 9811223344 likh lo
    customer_phone | सुरेशचा मोबाईल नंबर 9811223344 लिहा
    customer_phone | suresh cha mobile 9811223344 ahe
    shop_switch | go to my other shop
    shop_switch | दूसरी दुकान खोलो
    shop_switch | dusri dukan par chalo
    shop_switch | दुसऱ्या दुकानात जा
    shop_switch | dusrya dukanat ja
    settings | speak hindi with me
    settings | हिसाब रात साढ़े नौ बजे भेजो
    settings | mujhse marathi me bolo
    settings | अलर्ट नको आता
    credit_add | suresh ko 500 udhaar
    sale_record | sold 2 kg sugar to suresh
    competitor_price | dusri dukan me chini 42 hai
    """
}
