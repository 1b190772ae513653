/** "När det behövs", "eftersom det underlättar": said of something else. */
export const SAYS_WHEN: ReadonlySet<string> = new Set('när om där vid eftersom då så som för att vilket'.split(' '));
/** "För att lyckas krävs …" is about the person, "för att nå målet krävs …" is not. */
export const PERSONAL_AIMS =
  /^(?:lyckas|bli|vara|trivas|klara|passa|få|kunna|söka|arbeta|jobba|anställas|komma|ha|du|behörig|antas)$/u;
/** After these an either-way cue looks back: "B-körkort är ett krav för tjänsten". */
export const LOOKS_BACK = new Set(
  'och samt men för i vid då eftersom liksom dock inom på senast redan från innan före oavsett givetvis naturligtvis alltid också dock and but for in as when since however'.split(
    ' ',
  ),
);
/** A clause that opens with these has no object in front: "I rollen ska du ha …". Anything else has: "Engelska måste du kunna". */
export const FRONT_ADVERBIALS: ReadonlySet<string> = new Set(
  `i för som när om på då därför hos vidare dessutom gärna utöver till här nu med under inom från eftersom samt och men så även också utan därutöver naturligtvis givetvis
  självklart för att dock sedan förutom liksom vad vem det detta inför av vi formellt utifrån idag samtidigt däremot`.split(
    /\s+/,
  ),
);
/** After a search for somebody these lead over to what that person has: "söker en svetsare med …". */
export const SEEK_LINKS: ReadonlySet<string> = new Set(['med', 'som', 'with', 'who']);
/** "… med start i augusti": no demand. */
export const NO_SEEK_OBJECTS =
  /^(?:start|placering|tillträde|omgående|fokus|ansvar|anställning|möjlighet|chans|uppdrag|inriktning|bas|utgångspunkt|vill|ska|kommer|brinner|focus|start|responsibility|location)$/u;
/** So many words may stand between the search and the link. */
export const SEEK_REACH = 7;
export const LOOKS_ON = new Set('om att med är if to that is are'.split(' '));
export const CONTRASTS = new Set(['men', 'but', 'however', 'dock']);
export const CONDITIONS = new Set(['har', 'om', 'if', 'kan', 'är', 'talar']);
export const PERSONS = new Set(['du', 'you', 'ni']);
export const OPENING_VERBS = new Set([
  'har',
  'behärskar',
  'talar',
  'besitter',
  'innehar',
  'minst',
  'has',
  'have',
  'speaks',
  'speak',
]);
export const SUBJECTS = new Set(['du', 'vi', 'ni', 'man', 'you', 'we', 'en', 'ett', 'a', 'hos', 'alla']);
export const JOINERS = new Set(['och', 'samt', 'and']);
export const ONLY = new Set(['bara', 'only']);
export const OPENING_NEGATIONS = new Set(['ingen', 'inga', 'inget', 'no', 'varken']);
/** A sentence's last words may all be fillers: "… är ett krav för denna tjänst". */
export const SHORT_REST = 6;
export const DEMAND_NOUN =
  /^(?:\p{L}*(?:erfarenhet|erfarenheter|kunskap|kunskaper|utbildning|examen|körkort|behörighet|kompetens|legitimation|certifikat|bevis|kännedom)|svenska|engelska|finska|norska|samiska|tyska|vana|körkortet|legitimerad|experience|knowledge|degree|education|certificate|licence|license)$/u;

/** Words that make a clause of a sentence: with one of them it is no mere name of something. */
export const CLAUSE_WORDS: ReadonlySet<string> = new Set(
  `har är kan ska skall måste vill får blir finns sker gör ger går kommer tar ser söker arbetar jobbar ingår innebär krävs erbjuder erbjuds ansvarar använder välkomnar vi ni jag oss
  have has are is can must will get gets you we they our`.split(/\s+/),
);
export const PLAIN_WISHES: ReadonlySet<string> = new Set(
  'plus meriterande fördel bonus toppen perfekt kanon meriterar advantage great bonus'.split(' '),
);
/** A cue that ends in one of these is followed by things, not by what somebody does. */
export const OPENS_THINGS: ReadonlySet<string> = new Set(['är', 'med', 'för', 'is', 'are', 'behöver', 'have']);
/** Sentences with these tell how to apply. */
export const APPLICATION_WORD =
  /^(?:ansökan|ansökningar|ansökningshandlingar|ansökningsknappen|ansökningstiden|bifoga|bifogar|bifogas|referensnummer|referensnumret|löpande|cv|application|apply|interviews)$/u;
/** What follows one of these explains a fragment and is none of it. */
export const SUBORDINATORS: ReadonlySet<string> = new Set('då eftersom där för så vilket since as because'.split(' '));
/** Before these a new clause begins; anywhere else "vi använder" only says which: "de system vi använder". */
export const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  'och men samt där som att då när eftersom för så utan and but where that when as because while'.split(' '),
);
