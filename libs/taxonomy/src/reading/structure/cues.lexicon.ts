/**
 * What a cue does to the words it reaches: `need` and `wish` say how much they are asked for, `present` describes the person sought ("du har"), `seek` names
 * the occupation sought ("vi söker"), `off` starts something else (tasks, offers).
 */
export type CueEffect = 'need' | 'wish' | 'present' | 'seek' | 'off';

/**
 * `after`: what follows; `either`: what precedes or follows, by its place in the sentence; `soft`: what follows, up to the next finite verb; `front`: an object
 * put in front ("Engelska måste du kunna"), else what follows; `back`: what precedes, or nothing.
 */
export type CueReach = 'after' | 'either' | 'soft' | 'front' | 'back';

export interface Cue {
  readonly effect: CueEffect;
  readonly reach: CueReach;
}

const NEED_AFTER = [
  'krav på [att|]',
  'som [krävs|behövs] är',
  '[kravet|kraven|krav|kravet|grundkrav|grundkravet] är [att|]',
  '[vi|] kräver [att du har|att du|att|]',
  '[vi|] [förutsätter|förutsätts|förväntar oss] [att du har|att du|att|]',
  '[det|] [krävs|förutsätts] att [du|]',
  '[för|till] [tjänsten|arbetet|rollen|uppdraget|jobbet|detta|anställning|befattningen] krävs [det|] [att du|]',
  'krävs det [att|]',
  'du måste [även|också|] [ha|kunna|vara|behärska|]',
  'måste [du|] [ha|kunna|vara|behärska|inneha]',
  '[du|] [ska|skall] [du|] [därför|också|även|dessutom|] [ha|kunna|vara|inneha|behärska]',
  '[ska|skall] [vara|ha]',
  'du [bör|behöver] [även|också|] [ha|kunna|vara|behärska|]',
  '[bör|behöver] du [ha|kunna|vara|behärska|]',
  '[bör|behöver] [ha|kunna|vara|behärska|inneha]',
  '[är|] [ett|] krav att [du|]',
  'ställs krav på',
  'ställer [vi|] krav på',
  'viktigt [är|] att du',
  'med krav på',
  '[you|candidates|applicants|candidate|applicant|] must [have|be|hold|speak|possess|]',
  '[you are|] required to [have|be|speak|hold|]',
  '[we|this role|the role|the position|this position|] [requires|require]',
  '[you|] need to [have|be|speak|know|]',
  'you need',
  '[you|] should [have|be|speak|hold|]',
  '[you are|] expected to [have|be]',
  'it is required that',
];
const NEED_FRONT = ['[ska|skall|måste|bör|behöver] du [även|också|] [ha|kunna|känna till|vara|behärska|inneha|tala|]'];
const WISH_FRONT = ['[får|har|kan|är] du gärna [ha|kunna|vara|]', 'har du med fördel'];
const NEED_EITHER = [
  '[krävs|krav|kraven|behövs|förutsätts|fordras]',
  '[är|] [en|] [självklart|självklarhet]',
  '[ett|absolut] [måste|krav|villkor]',
  '[en|] förutsättning',
  '[nödvändigt|nödvändig|nödvändiga|obligatoriskt|obligatorisk|obligatoriska|erfordras|erfordrad]',
  '[required|mandatory|essential|necessary|needed|requirement|compulsory]',
  'a [must|requirement|prerequisite|necessity]',
];
const WISH_AFTER = [
  '[vi|] ser [vi|] helst att [du|] [har|är|kan|]',
  '[vi|] [uppskattar|föredrar] [vi|] [att du|dig som|om du|] [har|är|kan|]',
  '[det|] är [ett|en|] [bra|meriterande|önskvärt|fördelaktigt|värdefullt|välkommet|en fördel|ett plus] men inte [nödvändigt|ett krav] [att|om] [du|] [har|är|kan|ha|kunna|]',
  '[det|] [är|som är|] [bra|meriterande|önskvärt|fördelaktigt|värdefullt|en fördel|ett plus|en merit|positivt] [att|om] [du|] [har|är|kan|ha|kunna|tidigare|]',
  '[ett|] [stort|] plus [i kanten|] för',
  '[extra|] glada blir vi om du [kan|har|är|]',
  'räknas [det|] som [en|] merit om du [tidigare|]',
  '[we|] [prefer|would prefer] [someone|candidates|if you|] [who|that|] [has|have|speak|speaks|]',
  '[vi|] ser [vi|] [även|också|] [mycket|] gärna [att|] [du|] [har|är|kan|]',
  '[vi|] ser [vi|] [mycket|] positivt på',
  '[vi|] önskar [vi|] [även|] att du [har|är|kan|]',
  '[sätter|sätta] [därför|] [stort|extra|] värde på [dina|din|]',
  '[bra|bonus|roligt|kul|plus|fördel|positivt|perfekt|toppen|extra roligt|önskvärt|fördelaktigt|meriterande|merit] [är|] om du [även|också|] [har|är|kan|]',
  '[det är|] [meriterande|önskvärt|fördelaktigt|positivt|en fördel|ett plus|en merit|bra|en bonus|ett stort plus|extra meriterande|mycket meriterande] [om|att|med|är|för dig som]',
  "[we would love|we'd love|bonus|bonus points|extra points|great] if you [also|] [have|are|know|]",
  "[it is|it's|] [a plus|an advantage|a bonus|meriting|meritorious|beneficial|desirable|a merit|an asset|great] if you [also|] [have|are|know|]",
  'preferred [qualifications|skills|experience]',
];
const WISH_SOFT = [
  '[gärna|helst|ideally|preferably|optionally]',
  '[även|] med fördel',
  '[och|] gärna [även|också|med]',
];
const WISH_EITHER = [
  '[meriterande|meriterade|merit|meriter|merits|meritorious|meriting]',
  '[ett|] [stort|extra|stor|] plus [i kanten|]',
  '[en|] [stor|extra|klar|] [fördel|bonus]',
  '[stora|] fördelar',
  '[fördelaktigt|fördelaktig|önskvärt|önskvärd|önskvärda|värdefullt|välkommet]',
  'är [också|även|extra|] [bra|toppen|perfekt] [att ha|att kunna|att ha med sig|]',
  'bra att ha',
  '[som|är|något] [mycket|] positivt',
  '[a|] [big|strong|huge|definite|great|clear|] [plus|bonus]',
  '[an|] [added|big|strong|clear|] [advantage|asset]',
  '[advantageous|beneficial|desirable|desired|preferred|favourable|favorable]',
  '[nice|good] to have',
  '[considered|] a merit',
  '[highly|] [valued|appreciated]',
];
const PRESENT = [
  '[vi|] söker [vi|] [nu|därför|] [dig|någon|personer|du] [som|med] [har|är|kan|har en|]',
  '[vi|] [önskar|behöver|letar efter|ser framför oss|tänker på|hoppas på|tänker oss|vill ha|vänder oss till|riktar oss till] [vi|] [nu|] [dig|någon|personer|en person] [som|med] [har|är|kan|]',
  '[vi|] [hoppas|önskar|räknar med|vill|tänker oss|förväntar oss|ser framför oss|utgår från] [vi|] [gärna|] att [du|den sökande|vår nya kollega] [redan|] [har|är|kan|]',
  '[i bagaget|med dig|i ryggsäcken] har du',
  'den [vi|] [anställer|söker|sökande] [har|är|kan]',
  '[rätt|den rätta|vår nya|vår nästa] [person|kollega|kandidat|medarbetare] [har|är|kan]',
  '[sökande|sökanden] [ska|skall|bör|måste|har]',
  'du [pratar|förstår|innehar|kör|håller]',
  '[arbetsspråket|koncernspråket|språket] är',
  'you communicate',
  '[du|ni] [har|är|kan|behärskar|talar|besitter|innehar|skriver|uttrycker|kommunicerar] [dessutom|även|också|]',
  '[har|är|kan|behärskar|talar] [du|ni] [dessutom|även|också|]',
  'dig [som|med]',
  'du som',
  '[vi|] [ser|tror|förutsätter|hoppas] [vi|] [gärna|] att du [redan|] [har|är|kan|]',
  '[en|] [person|personer|kollega|medarbetare|kandidat|kandidater] [som|med]',
  '[kandidaten|personen|den sökande] [har|är|ska|bör]',
  'din bakgrund [är|]',
  '[you|candidate|applicant|candidates] [have|are|possess|bring|speak|hold|know|can|also have] [also|already|]',
  "[you're|you've|you who]",
  '[someone|candidate|candidates|person|people|engineer|developer|individual|colleague|professional] [who|with|that] [has|have|is|are|]',
  'looking for [a|an|you|someone|]',
  'you with',
];
const SEEK = [
  '[vi|] söker [vi|] [nu|därför|] [en|ett|fler|flera|två|tre|]',
  '[vi|] behöver [vi|] [nu|] [en|ett|fler|flera|två|tre]',
  '[letar|letar vi] efter',
  "[we are|we're|] seeking",
];
const OFF = [
  '[vi|] erbjuder [vi|] [dig|] [som|]',
  '[du|] erbjuds',
  'hos oss [får|har|är|blir|]',
  '[du får|får du|du kommer|kommer du|du blir|blir du|vi har|vi är|vi arbetar|vi använder|vi jobbar|du ansvarar|ansvarar du|du ingår|ingår du]',
  '[i|till] [rollen|tjänsten|uppdraget|arbetet|dina arbetsuppgifter] [ingår|hör|får|kommer|innebär|innefattar]',
  '[arbetsuppgifter|arbetsuppgifterna|ansvarsområden]',
  'du har [ansvar|ett ansvar|möjlighet|en viktig|en central|ett nära|nära]',
  '[kommer att|kommer vi|ingår att]',
  '[du arbetar|du jobbar|du samarbetar|du rapporterar]',
  "[we offer|you will|you'll|you get|we are|we have|we work|we use|we provide|our team|you report|you are responsible|you will be]",
  '[för|] [ytterligare|mer|further|more] information',
  '[vid frågor|har du frågor|inkludera|ladda upp|kontakta|skicka|ansök|sök|läs mer|välkommen med|bifoga|följ oss]',
  "[you|] [don't|do not] need",
  'no need [for|to]',
  '[please|contact|apply|send|click|read more|submit]',
];

const WISH_BACK = [
  'väger [det|] tungt',
  'blir vi [extra|] glada',
  'ger [ett|en|] [plus|merit|fördel|pluspoäng]',
  '[är|] till [stor|] [fördel|nytta|hjälp]',
  '[som|är|] en [stor|] tillgång',
  '[underlättar|meriterar|uppskattas|värdesätts|värderas] [högt|]',
  'går [också|även|] bra',
];

/** Every cue as a pattern over lower-case words. Earlier rows win where two are the same words. */
export const CUES: readonly (readonly [patterns: readonly string[], cue: Cue])[] = [
  [OFF, { effect: 'off', reach: 'after' }],
  [NEED_FRONT, { effect: 'need', reach: 'front' }],
  [WISH_FRONT, { effect: 'wish', reach: 'front' }],
  [NEED_AFTER, { effect: 'need', reach: 'after' }],
  [WISH_AFTER, { effect: 'wish', reach: 'after' }],
  [NEED_EITHER, { effect: 'need', reach: 'either' }],
  [WISH_BACK, { effect: 'wish', reach: 'back' }],
  [WISH_EITHER, { effect: 'wish', reach: 'either' }],
  [WISH_SOFT, { effect: 'wish', reach: 'soft' }],
  [PRESENT, { effect: 'present', reach: 'after' }],
  [SEEK, { effect: 'seek', reach: 'after' }],
];

/** Words that turn a need into none, before it in the clause or right after it. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  "inte inget ingen inga ej icke utan no not none don't doesn't isn't aren't without never varken".split(' '),
);

/** Sentences with these promise equal treatment; what they name is nobody's demand. */
export const EQUALITY_WORDS: ReadonlySet<string> = new Set(
  `mångfald mångfalden oavsett jämställd jämställdhet jämställda jämlik jämlikhet likabehandling diskriminering diskrimineras diskrimineringsgrunder
  könsidentitet könsfördelning diversity regardless discrimination discriminate irrespective equality inclusion inclusive`.split(
    /\s+/,
  ),
);

/** Verbs that start a clause of their own. */
export const FINITE_VERBS: ReadonlySet<string> = new Set(
  `har är kan talar skriver behärskar ska skall måste trivs vill arbetar känner kommer söker tycker besitter innehar brinner gillar
  have has are is can speak speaks must know knows enjoy enjoys possess hold holds`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words that carry no content of their own around a cue. */
export const FILLERS: ReadonlySet<string> = new Set(
  `det detta är även också men dock och samt som en ett vidare dessutom därutöver för tjänsten rollen arbetet extra mycket särskilt följande absolut vi ser ses
  anses att om du på i är kan vara it is this that also but a an and be being will would are considered seen as for the role position very highly stort
  något sen sedan då därför så liksom övrigt formellt formella gällande`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
