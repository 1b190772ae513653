/** Words for how well a language is known, as CEFR levels 1 (A1) to 6 (C2), as patterns over lower-case words. */
export const LANGUAGE_LEVELS: readonly (readonly [level: number, patterns: readonly string[]])[] = [
  [1, ['a1', '[nybörjare|nybörjarnivå|beginner]']],
  [
    2,
    [
      'a2',
      '[grundläggande|viss|vissa|elementary|basic|limited|enklare|lite] [kunskap|kunskaper|nivå|färdigheter|knowledge|skills|proficiency|level|]',
    ],
  ],
  [
    3,
    [
      'b1',
      'sfi [d|]',
      '[conversational|intermediate|medelgod|medelgoda|hyfsad|hyfsade|samtalsnivå]',
      '[tala och förstå|förstå och tala|göra dig förstådd]',
      'kan kommunicera',
    ],
  ],
  [
    4,
    [
      'b2',
      '[god|goda|bra] [kunskap|kunskaper|färdigheter|språkkunskaper|]',
      '[väl|gott|upper intermediate]',
      '[good|solid|professional|working] [knowledge|command|skills|proficiency|working proficiency|working knowledge|level|]',
      '[behärskar|behärska]',
      'professional working proficiency',
    ],
  ],
  [
    5,
    [
      'c1',
      '[flytande|obehindrat|obehindrad|utmärkt|utmärkta|avancerad|avancerade|tisus|ledigt]',
      'mycket [god|goda|bra|väl|gott] [kunskap|kunskaper|färdigheter|]',
      'god vana att [tala och skriva|uttrycka dig]',
      '[fluent|fluently|fluency|proficient|proficiency|excellent|advanced|strong|business fluent|professional proficiency|full professional proficiency|full professional]',
      '[very|really] good [knowledge|command|skills|]',
      'perfekt',
    ],
  ],
  [
    6,
    [
      'c2',
      '[modersmål|modersmålsnivå|modersmålet|native|mother tongue|native speaker|native level|native-level|native or bilingual|bilingual|tvåspråkig|förstaspråk]',
    ],
  ],
];

/** Weak words for a level: they count only where no other word does. */
export const SPOKEN_AND_WRITTEN: readonly string[] = [
  '[i|] [såväl|både|] [tal och skrift|tal som skrift|skrift och tal|skrift som tal]',
  '[muntligt|muntlig|skriftligt|skriftlig] [och|som] [muntligt|muntlig|skriftligt|skriftlig]',
  '[talar och skriver|tala och skriva|skriva och tala]',
  '[speak and write|spoken and written|written and spoken|verbal and written|written and verbal|oral and written|written and oral|both written and spoken|both spoken and written]',
  '[in speech and writing|speaking and writing|orally and in writing]',
];

/** Words that make a language's name a language known, and no adjective ("svenska kunder") and no school subject. */
export const LANGUAGE_EVIDENCE =
  /^(?:språk\p{L}*|\p{L}*kunskap|\p{L}*kunskaper|tal|skrift|talar|skriver|tala|talad|skriva|behärskar|behärska|behärskning|flytande|obehindrat|förstå|förstår|kommunicera|kommunicerar|uttrycka|uttrycker|kan|kunna|prata|pratar|behövs|förstå|knowledge|modersmål|muntlig|muntligt|skriftlig|skriftligt|fluent|fluently|fluency|proficien\p{L}*|spoken|written|speak|speaks|speaking|write|writing|verbal|oral|language|languages|communicate|communication|native|mother|command|[abc][12])$/u;

/** Words that may follow a language's name. Anything else makes it an adjective: "svenska kunder", "English literature". */
export const AFTER_LANGUAGE: ReadonlySet<string> = new Set(
  `och samt eller i på både såväl flytande obehindrat väl bra är krävs som språket språk med meriterande motsvarande enligt nivå utöver liksom plus goda god mycket
  minst måste ska bör kan kunna går räcker underlättar behövs ses fungerar tala talas dock förutom eftersom om vilket så minst då men vilket för modersmål grundläggande utmärkta utmärkt lägst helst gärna är även alternativt respektive krav muntligt skriftligt
  will would language and or is are both at in fluently fluent well skills required proficiency spoken written level as with preferred native good excellent basic to a1 a2 b1 b2 c1 c2`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
