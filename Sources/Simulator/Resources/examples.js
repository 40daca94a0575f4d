// What one might write, by language and by who writes.

export const languages = [['hi-Latn', 'Hinglish'], ['hi', 'हिन्दी'], ['mr', 'मराठी'], ['en', 'English']];

const owner = {
  'hi-Latn': ['5 kilo chini bechi', 'chini kitni bachi hai?', '20 packet maggi aaye', 'chini ka rate 46 karo', '2 kilo chini aur 3 maggi bechi'],
  hi: ['५ किलो चीनी बेची', 'चीनी कितनी बची है?', '20 पैकेट मैगी आए', 'चीनी का रेट 46 करो', 'कौन सा सामान कम है?'],
  mr: ['साखर किती आहे?', '५ किलो साखर विकली', '20 पाकिटे मॅगी आली', 'साखरेचा भाव 46 करा', 'कोणता माल कमी आहे?'],
  en: ['add 20 packets of maggi', 'sold 5 kg sugar', 'how much sugar is left?', 'set sugar rate to 46', 'which items are low?'],
};

/** Only what gets an answer: what the shop cannot do yet is no example. */
const examples = {
  owner,
  staff: {
    'hi-Latn': ['5 kilo chini bechi', 'chini kitni bachi hai?', '20 packet maggi aaye'],
    hi: ['५ किलो चीनी बेची', 'चीनी कितनी बची है?', '20 पैकेट मैगी आए'],
    mr: ['५ किलो साखर विकली', 'साखर किती आहे?', '20 पाकिटे मॅगी आली'],
    en: ['sold 5 kg sugar', 'how much sugar is left?', 'add 20 packets of maggi'],
  },
  customer: { 'hi-Latn': ['namaste'], hi: ['नमस्ते'], mr: ['नमस्कार'], en: ['hello'] },
};

export const examplesFor = (role, language) => (examples[role] ?? owner)[language] ?? [];
