// What one might write, by language and by who writes.

export const languages = [['hi-Latn', 'Hinglish'], ['hi', 'हिन्दी'], ['mr', 'मराठी'], ['en', 'English']];

const shop = {
  'hi-Latn': ['5 kilo chini bechi', 'chini kitni bachi hai?', 'aaj kitni bikri hui?', 'Ramesh ko 250 udhaar diya', '20 packet maggi aaye'],
  hi: ['५ किलो चीनी बेची', 'चीनी कितनी बची है?', 'आज कितनी बिक्री हुई?', 'रमेश को 250 उधार दिया', '20 पैकेट मैगी आए'],
  mr: ['साखर किती आहे?', '५ किलो साखर विकली', 'आज किती विक्री झाली?', 'रमेशला 250 उधार दिले', '20 पाकिटे मॅगी आली'],
  en: ['add 20 packets of maggi', 'sold 5 kg sugar', 'how much sugar is left?', "today's sales", 'what should I order?'],
};

const examples = {
  owner: shop,
  staff: {
    'hi-Latn': ['5 kilo chini bechi', 'aaj mera kya kaam hai?', 'kal chutti chahiye', 'chini kitni bachi hai?'],
    hi: ['५ किलो चीनी बेची', 'आज मेरा क्या काम है?', 'कल छुट्टी चाहिए', 'चीनी कितनी बची है?'],
    mr: ['५ किलो साखर विकली', 'आज माझे काम काय?', 'उद्या सुट्टी हवी', 'साखर किती आहे?'],
    en: ['sold 5 kg sugar', 'what are my tasks today?', 'I need leave tomorrow', 'how much sugar is left?'],
  },
  customer: {
    'hi-Latn': ['maggi hai?', '1 kilo atta ka daam?', '2 packet doodh bhej do', 'mera order kahan hai?'],
    hi: ['मैगी है?', '1 किलो आटे का दाम?', '2 पैकेट दूध भेज दो', 'मेरा ऑर्डर कहाँ है?'],
    mr: ['मॅगी आहे का?', '1 किलो पिठाचा भाव?', '2 पाकिटे दूध पाठवा', 'माझी ऑर्डर कुठे आहे?'],
    en: ['do you have maggi?', 'price of 1 kg atta?', 'send 2 packets of milk', 'where is my order?'],
  },
};

export const examplesFor = (role, language) => (examples[role] ?? shop)[language] ?? [];
