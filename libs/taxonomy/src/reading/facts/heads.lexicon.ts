/** What the words after a head are: done, known, studied, proved, a trade worked in, what the person is (a trade or anything else), or no demand at all. */
export type HeadKind = ObjectHead | TraitHead;
export type ObjectHead = 'experience' | 'knowledge' | 'education' | 'proof' | 'occupation' | 'person';
/** What somebody likes and wants (the words before belong to it), is able to, or nothing at all. */
export type TraitHead = 'interest' | 'ability' | 'none';

const WORKED = '[att arbeta|att jobba|att ha arbetat|arbete|jobb|att]';

/** Phrases whose object is what is asked for, as patterns over lower-case words. */
export const HEADS: Readonly<Record<ObjectHead, readonly string[]>> = {
  experience: [
    `[erfarenhet|erfarenheter|arbetslivserfarenhet|yrkeserfarenhet|arbetserfarenhet|branscherfarenhet|bakgrund] [av|inom|från|i|med|kring|utav|avseende|gällande] [${WORKED.slice(1, -1)}|] [med|inom|i|på|mot|av|]`,
    '[vana|vanor] [av|vid|från|inom|med|i|att] [att|] [arbeta|jobba|arbete|] [med|inom|i|]',
    'van [vid|att] [att|] [arbeta|jobba|arbete|] [med|inom|i|]',
    '[arbetat|jobbat|verkat] [tidigare|operativt|praktiskt|mycket|heltid|] [med|inom|mot|i|på|hos|från]',
    '[kört|lett|drivit|byggt|hanterat|skrivit|projekterat|sålt|monterat|handlagt|utrett|bidragit|passat|vårdat|programmerat|använt] [tidigare|själv|till|i|]',
    'varit med om',
    'mekat [med|]',
    'used to [working|] [with|in|]',
    'worked [in|at] [a|an|the|]',
    '[deltagande|arbete|praktik] [i|med|inom|från]',
    '[tidigare|previous] [arbete|jobb|work] [med|inom|i|in|på|from|från|]',
    'van användare av',
    '[experience|background|track record] [in|with|of|from|within|using|on] [working|the use of|] [with|in|within|]',
    '[experienced|hands-on] [in|with]',
    'experience [leading|managing|building|developing|designing|using|writing|implementing|running|driving|creating|maintaining|delivering|operating|testing|teaching]',
    '[worked|working] [with|within]',
    '[familiar|familiarity] with',
    'experienced user of',
  ],
  knowledge: [
    '[kunskap|kunskaper|kompetens|kompetenser|kännedom|förståelse|insikt|insikter|förtrogenhet|färdighet|färdigheter|inblick|datorvana|systemvana] [i|om|inom|av|kring|för|med|på|avseende|gällande|rörande] [att|] [arbeta|använda|hantera|] [med|]',
    '[kunnig|insatt|duktig|bevandrad] [i|inom|på|med] [att|]',
    '[förtrogen|bekant|bekväm] med',
    '[känner|känna] till',
    '[hemma i|koll på]',
    'know how to [use|handle|]',
    '[programmerar|ritar|modellerar|kodar|projekterar] i',
    '[insatt|erfaren|haft ansvar|bra] [i|inom|av]',
    'snabb på att',
    'lätt för',
    '[behärskar|behärska]',
    '[du|] kan använda',
    '[knowledge|understanding|skills|expertise|competence|competency|competences|command|grasp|proficiency|skilled|proficient|competent|versed|know-how] [of|in|within|with|on|about|using] [the|working|] [with|]',
  ],
  education: [
    '[specialistutbildning|grundutbildning|specialistkompetens|kurs|kurser] [inom|i|med inriktning mot|med inriktning på|med inriktning]',
    '[utbildad|studerat|läst|studier|högskolestudier|universitetsstudier] [inom|i]',
    '[läser|pluggar|studerar] [antingen|] [på|vid|inom|till|]',
    '[gått|genomgått|genomgånget|genomgången|avslutat] [ut|kursen|kurserna|utbildningen|utbildningarna|]',
    '[studying|studied]',
    '[degree|education|diploma|studies|training] [in|within]',
  ],
  proof: [
    '[certifiering|certifikat|behörighet|behörigheter|licens|bevis|intyg] [i|inom|för|som|på]',
    '[certifierad|certifierade|certified] [i|inom|in|for|]',
    '[certification|certificate|certificates] [in|of|for]',
  ],
  occupation: [
    '[erfarenhet|erfarenheter|arbetslivserfarenhet|yrkeserfarenhet|bakgrund] som',
    '[erfarenhet|erfarenheter] [av|från] [att arbeta|att jobba|arbete|arbetet|att ha arbetat|yrket|rollen|roll] [som|]',
    '[erfarenhet|arbetat|jobbat|verksam|bakgrund] [i rollen|i roll|i yrket|tidigare|] som',
    'varit [en|]',
    '[tidigare|] [arbete|jobb] som',
    '[år|åren|years] [som|as] [a|an|]',
    '[experience|background|worked|experienced|trained|career|employment] as [a|an|]',
  ],
  person: [
    '[utbildad|erfaren|erfarna|utbildade|rutinerad|rutinerade|yrkesutbildad|experienced|qualified|trained] [som|till|]',
    '[dig som är|du är|du som är|you are|who is] [en|a|an|] [utbildad|erfaren|rutinerad|experienced|qualified|trained|]',
  ],
};

/** Openings of interests, abilities and drives: what follows is no skill that somebody has. */
export const TRAIT_HEADS: Readonly<Record<TraitHead, readonly string[]>> = {
  interest: [
    '[intresse|intresserad|engagemang|passion|nyfikenhet|nyfiken|brinner|brinna|vilja|viljan|motivation|drivkraft|känsla|öga|motiverad|motiveras] [för|av|på|att|i]',
    '[trivs|trivas] [med|i|att|på|bra|] [att|i|med|]',
    '[gillar|älskar|uppskattar] [att|]',
    'tycker [om|det är kul|det är roligt] [att|]',
    '[interest|interested|passion|passionate|enthusiasm|enthusiastic|curious|curiosity|eager|eagerness] [in|for|about|to]',
    '[enjoy|enjoys|love|loves|thrive|thrives] [to|in|with|]',
  ],
  ability: [
    '[förmåga|förmågan] [att|till|för]',
    '[bekväm|trygg] med att',
    '[lätt|bra|duktig|skicklig] [för|på] att',
    'vågar',
    '[ability|able|capacity|willingness|willing] to',
  ],
  none: [
    '[vill|värnar|anpassar|utan|eller utan]',
    '[lust|möjlighet|möjligheten] [att|för]',
    '[desire|opportunity] to',
    '[want|wants|without]',
  ],
};

/** Verbs of work that can be seen done: "kan läsa ritningar", "förmåga att tolka P&ID" name a skill, "förmåga att samarbeta" a trait. */
export const SKILLED_VERBS: ReadonlySet<string> = new Set(
  `läsa tolka köra svetsa programmera rita hantera använda laga reparera ställa mäta dokumentera montera felsöka projektera handlägga upphandla simma dyka fotografera
  filma koda sy baka räkna löda fräsa svarva truckköra översätta redigera redovisa bokföra kalkylera ritningsläsa underhålla installera konfigurera
  read write operate drive weld program use draw interpret troubleshoot repair install code design analyse analyze`.split(
    /\s+/,
  ),
);
/** Infinitives that do not end in a, and what else follows "kan" without being something known. */
export const NO_KNOWN_THINGS =
  /^(?:\p{Ll}*(?:[aå]|as)|bli|gå|få|se|bo|ge|be|stå|tro|må|nå|le|dö|te|ske|du|vi|ni|man|det|dig|också|även|inte|både|därför|komma|i|på|med|till|och|eller|som|att|en|ett|din|ditt|dina|sin|sätt|fritt|själv|självständigt|snabbt|tidigt|väl|bra|lätt|vara|not|be|also|both|you|we|the|a|to|in|on|\p{L}+ly)$/u;

/** Words before a head that say how well: skill level 1 (basic) to 5 (expert). */
export const SKILL_LEVELS: readonly (readonly [level: number, patterns: readonly string[]])[] = [
  [1, ['[grundläggande|basic|viss|some|elementary|enklare]']],
  [2, ['[basal|baskunskaper|allmän|general]']],
  [3, ['[god|goda|good|solid|bra|väl]']],
  [
    4,
    [
      '[mycket|very|really|väldigt] [god|goda|good|bra|solid]',
      '[gedigen|gedigna|djup|djupa|djupgående|fördjupad|fördjupade|bred|stor|lång|strong|deep|in-depth|extensive|thorough|profound|utmärkt|utmärkta|excellent|advanced|avancerad|avancerade|proficient|dokumenterad]',
    ],
  ],
  [
    5,
    [
      '[expert|expertis|expertkunskap|expertkunskaper|spetskompetens|specialistkunskaper|expert-level|mastery|expertise]',
    ],
  ],
];

/** Words that open an object and are none of it. */
export const OBJECT_OPENERS: ReadonlySet<string> = new Set(
  `följande nedan nedanstående något av våra from mot till på från att arbeta arbetat jobba arbete jobb med inom av i olika andra annan annat bland annat exempelvis såsom som till exempel t.ex ex t tex tidigare våra vårt den det de en ett
  någon något några minst flera alla dessa gärna även både såväl helst främst särskilt framförallt relevant relevanta använda användning användande hantera hantering liknande
  the a an various other working using use such as for example e.g like including or both any some different relevant similar modern moderna
  ha god goda mycket erfaren erfarna utbildad utbildade driven engagerad nyexaminerad duktig självgående experienced skilled certified junior senior`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words at which an object ends: what follows says where, for whom, or goes on with something else. */
export const OBJECT_ENDS: ReadonlySet<string> = new Set(
  `i inom på för från till vid hos som där då enligt genom via när är var har kan ska mot under samt eftersom då vilket vilka minst gärna inklusive dig du vi oss
  utan without bedöms anses in within at for from to who which that where is are as by when under during through you we us across into while and/or and but
  would will be being may ovanpå utifrån krävs krav meriterande ett plus en fördel måste bör`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words that name nothing by themselves: "området", "liknande", "branschen", "arbete". */
export const EMPTY_OBJECTS =
  /^(?:området|områden|område|ämnet|yrket|rollen|tjänsten|branschen|liknande|motsvarande|likvärdig|likvärdigt|likvärdiga|detta|detsamma|ovanstående|nedanstående|följande|arbetet|arbete|arbeten|arbeta|annat|annan|andra|sådant|såväl|tal|skrift|svenska|engelska|grupp|team|människor|bland|yrkeslivet|arbetslivet|roll|roller|befattning|befattningar|arbetsuppgifter|uppgifter|utbildning|utbildningar|erfarenhet|erfarenheter|kunskap|kunskaper|kompetens|kompetenser|utveckling|funktion|fokus|sätt|företag|företaget|organisation|organisationen|verksamhet|verksamheten|verksamheter|relevant|relevanta|internationella|olika|similar|equivalent|same|area|field|areas|fields|role|position|working|work|people|above|following|industry|värde|senaste|sådan|sådana|betyg|ansökan|spoken|written|självständigt|självständig|inom|av|och|i|med|på|för|of|in|and|the|kommunicera|samarbeta|leda|sedan|tidigare|lång|bred|god|goda|stor|gedigen|mångårig|flerårig|dokumenterad|minst|gärna|övrigt|övriga|motsvarar|obehindrat|flytande|väl|minimum|ca|cirka|skriftligt|muntligt|språken|system|systemen|verktyg|verktygen|program|ramverk|metoder|språk|\p{L}*nivå|examensbevis|arbetsbevis|meriter|merit)$/u;
/** With one of these it is a clause or a trait, and names nothing that can be known or held. */
export const NO_THING_WORDS: ReadonlySet<string> = new Set(
  `du dig dina din ditt ni vi oss vår vårt våra jag man det den de dem sig att som är har kan ska skall måste vill får blir kommer inte inget ingen inga
  you your we our us they it its this that is are will must can have has not no if om när där eftersom då så välkommen http https www mailto com se bedöms ses senast`.split(
    /\s+/,
  ),
);
/** What is no thing: words of the ad itself, adverbs, adjectives, traits. */
export const NO_THING =
  /^(?:ny|nya|bra|väl|här|nu|idag|redan|alltid|ofta|snart|start|tillträde|omgående|heltid|deltid|lön|önskemål|övrigt|välkommen|ansökan|placering|anställning|tjänsten|tjänst|rollen|jobbet|arbetet|arbete|uppdraget|befattningen|sökande|sökanden|person|månader|år|års|timmar|dagar|veckor|plats|krav|merit|meriter|fördel|plus|exempel|möjlighet|frågor|ett|en|mer|mycket|självklart|vikt|urval|erfarenhet|erfarenheter|kunskap|kunskaper|kompetens|utbildning|bakgrund|färdigheter|färdigheterna|förståelse|kvalifikationer|språkkunskaper|intervju|intervjuer|vidare|däremot|dock|vem|jo|då|sen|sedan|därför|senast|aktivt|ytterligare|samarbete|teamarbete|resultaten|förutsättningarna|del|pass|experience|skills|knowledge|education|requirements|qualifications|degree|fluency|previous|higher|position|in|område|områden|närliggande|aktörer|praktiskt|proaktivt|ha|bli|göra|delta|utöver|delvis|externt|internt|ej|ökar|attityden|drivkraften|kompetensen|examen|bredd|inriktning|motsvarighet|ramverk|verktyg|förbättringar|miljöer|tillämpningar|uppgiften|uppgifterna|kandidater|kandidaterna|tyngdpunkten|utveckling|kommunikation|tjänstepension|friskvård\p{L}*|kollektivavtal|semester|provision|bonus|förmåner|arbetsvillkor|flextid|kontorstider|arbetstider|referenser|publikationslista|\p{L}*brev|talar|skriver|läser|great|solid|good|strong|hög|högt|höga|god|goda|gott|stor|stort|stora|stark|starkt|starka|annan|annat|andra|liknande|motsvarande|relevant|relevanta|native|fluent|flytande|obehindrat|modersmål|modersmålsnivå|advanced|basic|intermediate)$/u;
/** Endings of adjectives, adverbs, traits. */
export const NO_THING_ENDING =
  /(?:ig|igt|iga|lig|ligt|liga|sam|samt|bar|bart|full|fullt|lös|ad|förmåga|förmågor|känsla|sinne|intresse|egenskaper|attityd|inställning|personlighet|vilja|heten?|färdigheter|erar|ability|ness|mindset|attitude|ively|ally|able|ly|sätt)$/u;
/** How verbs look: the first of several words in such an ending does something. */
export const VERB_ENDING = /^\p{Ll}+(?:ar|er|or)$/u;

/** "Arbete med unga", "möten med myndigheter": the work is a part of what is named. */
export const WORK_WORDS = /^(?:arbete|jobb|möten|samverkan|undervisning|kontakt|\p{L}+arbete|work)$/u;

/** Words that start another thought in a list of objects: the list of this head is over. */
export const LIST_ENDS: ReadonlySet<string> = new Set(
  `god goda gott hög högt stark starkt stort stor förmåga intresse ha har är kan talar skriver trivs brinner gillar du vi ni vill tycker mycket social noggrann strukturerad flexibel
  strong ability excellent good great you we are have can interest willingness passion`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** "Erfarenhet från liknande roll": experience of the vacancy's own occupation. */
export const OWN_OCCUPATION =
  /^(?:yrket|rollen|yrkesrollen|roll|roller|befattning|befattningar|tjänst|tjänster|arbetsuppgifter|position|role|roles|positions|arbete)$/u;
export const ALIKE =
  /^(?:liknande|motsvarande|samma|likvärdig|similar|same|equivalent|corresponding|comparable|yrket|yrkesrollen)$/u;
