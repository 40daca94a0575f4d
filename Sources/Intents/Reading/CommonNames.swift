import Language

/// Names that many people bear and that sound like something else: Vijay is not electricity (वीज), Salma no salaam. They
/// are goods or words of the shop only where they are spelt so.
enum CommonNames {
  static func holds(_ token: Token) -> Bool {
    names.contains(token) || token.cuts.contains { $0.letters >= 3 && names.contains($0.word) }
  }

  private static let names = WordSet(
    """
    ajay vijay sanjay dhananjay anil sunil amit sumit rohit mohit rahul rohan sohan mohan ramesh suresh mahesh dinesh naresh
    rajesh mukesh ganesh umesh yogesh nilesh mangesh prakash vikas vikash deepak dipak ashok vinod pramod manoj santosh
    sachin nitin satish harish girish jagdish kishor kishore kiran arun varun tarun pavan pawan raju rajendra mahendra
    surendra devendra narendra ravindra bharat vishal vikram akash prashant hemant anant vasant shyam ram gopal govind
    krishna kishan shankar shiva ravi raj rakesh lokesh pankaj neeraj dheeraj suraj aslam salim saleem salma imran irfan
    iqbal javed rafiq rashid yusuf usman faruk abdul ahmed khan shaikh sheikh ansari pathan lata sunita anita kavita savita
    sarita geeta gita sita seeta rita meena mina reena neha pooja puja asha usha nisha rekha shobha sushma seema sima rani
    radha maya jaya vijaya ranjana vandana archana kalpana sadhana mangal kamla kamala vimala pushpa lakshmi laxmi parvati
    patil pawar jadhav shinde more gaikwad kulkarni deshpande deshmukh joshi kadam sawant mane bhosale chavan thakur gupta
    sharma verma varma mishra tiwari tiwary yadav singh kumar agarwal agrawal jain shah patel mehta desai das chaudhary
    अजय विजय संजय अनिल सुनील अमित सुमित रोहित मोहित राहुल मोहन सोहन रमेश सुरेश महेश दिनेश नरेश राजेश मुकेश गणेश उमेश योगेश
    निलेश नीलेश मंगेश प्रकाश विकास दीपक अशोक विनोद प्रमोद मनोज संतोष सचिन नितीन नितिन सतीश हरीश किशोर अरुण वरुण पवन राजू राजेंद्र
    महेंद्र सुरेंद्र विशाल विक्रम आकाश प्रशांत हेमंत श्याम गोपाल गोविंद शंकर रवि रवी राकेश पंकज नीरज सूरज असलम सलीम सलमा इमरान इरफान जावेद
    लता सुनीता अनिता कविता सविता सरिता गीता सीता मीना रीना नेहा पूजा आशा उषा निशा रेखा शोभा सुषमा सीमा रानी राधा जया रंजना वंदना
    अर्चना कल्पना विमला पुष्पा लक्ष्मी पाटील पवार जाधव शिंदे गायकवाड कुलकर्णी देशपांडे देशमुख जोशी कदम सावंत मोरे माने भोसले चव्हाण
    ठाकूर गुप्ता शर्मा वर्मा मिश्रा तिवारी यादव सिंह अग्रवाल जैन शाह पटेल मेहता देसाई खान शेख
    """)
}
