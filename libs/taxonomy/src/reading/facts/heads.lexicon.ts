/** What the words after a head are: done, known, studied, proved, a trade worked in, what the person is (a trade or anything else), or no demand at all. */
export type HeadKind = ObjectHead | 'none';
export type ObjectHead = 'experience' | 'knowledge' | 'education' | 'proof' | 'occupation' | 'person';

const WORKED = '[att arbeta|att jobba|att ha arbetat|arbete|jobb|att]';

/** Phrases whose object is what is asked for, as patterns over lower-case words. */
export const HEADS: Readonly<Record<ObjectHead, readonly string[]>> = {
  experience: [
    `[erfarenhet|erfarenheter|arbetslivserfarenhet|yrkeserfarenhet|arbetserfarenhet|branscherfarenhet|bakgrund] [av|inom|från|i|med|kring|utav|avseende|gällande] [${WORKED.slice(1, -1)}|] [med|inom|i|på|mot|av|]`,
    '[vana|vanor] [av|vid|att] [att|] [arbeta|jobba|arbete|] [med|inom|i|]',
    'van [vid|att] [att|] [arbeta|jobba|arbete|] [med|inom|i|]',
    '[arbetat|jobbat] [tidigare|] [med|inom|mot]',
    '[experience|background|track record] [in|with|of|from|within|using|on] [working|the use of|] [with|in|within|]',
    '[experienced|hands-on] [in|with]',
    'experience [leading|managing|building|developing|designing|using|writing|implementing|running|driving|creating|maintaining|delivering|operating|testing|teaching]',
    '[worked|working] [with|within]',
    '[familiar|familiarity] with',
  ],
  knowledge: [
    '[kunskap|kunskaper|kompetens|kompetenser|kännedom|förståelse|insikt|insikter|förtrogenhet|färdighet|färdigheter|inblick|datorvana|systemvana] [i|om|inom|av|kring|för|med|på|avseende|gällande|rörande] [att|] [arbeta|använda|hantera|] [med|]',
    '[kunnig|insatt|duktig|bevandrad] [i|inom|på|med] [att|]',
    'förtrogen med',
    '[behärskar|behärska]',
    '[du|] kan använda',
    '[knowledge|understanding|skills|expertise|competence|competency|competences|command|grasp|proficiency|skilled|proficient|competent|versed|know-how] [of|in|within|with|on|about|using] [the|working|] [with|]',
  ],
  education: [
    '[utbildning|vidareutbildning|specialistutbildning|grundutbildning|yrkesutbildning|specialistkompetens|examen|kurs|kurser] [inom|i|med inriktning mot|med inriktning på|med inriktning]',
    '[utbildad|studerat|läst] [inom|i]',
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
    '[erfarenhet|arbetat|jobbat|verksam] [i rollen|i roll|i yrket|tidigare|] som',
    '[år|åren|years] [som|as] [a|an|]',
    '[experience|background|worked|experienced|trained|career|employment] as [a|an|]',
  ],
  person: [
    '[utbildad|erfaren|erfarna|utbildade|rutinerad|rutinerade|yrkesutbildad|experienced|qualified|trained] [som|till|]',
    '[utbildning|vidareutbildning] [som|till]',
    '[dig som är|du är|du som är|you are|who is] [en|a|an|] [utbildad|erfaren|rutinerad|experienced|qualified|trained|]',
  ],
};

/** Openings of interests, abilities and drives: what follows is no skill that somebody has. */
export const NO_HEADS: readonly string[] = [
  '[intresse|intresserad|engagemang|passion|nyfikenhet|nyfiken|brinner|brinna|vilja|viljan|motivation|drivkraft|känsla] [för|av|på|att|i]',
  '[förmåga|förmågan|lätt|möjlighet|möjligheten|lust] [att|för]',
  '[vill|trivs|värnar|anpassar|utan|eller utan]',
  '[interest|interested|passion|passionate|enthusiasm|curious|curiosity] [in|for|about]',
  '[ability|able|willingness|willing|desire|eager|opportunity] to',
  '[want|wants|without|enjoy|enjoys]',
];

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
  god goda mycket erfaren erfarna utbildad utbildade driven engagerad nyexaminerad duktig självgående experienced skilled certified junior senior`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words at which an object ends: what follows says where, for whom, or goes on with something else. */
export const OBJECT_ENDS: ReadonlySet<string> = new Set(
  `i inom på för från till vid hos som där då enligt genom via när är var har kan ska mot under samt eftersom då vilket vilka minst gärna inklusive dig du vi oss
  utan without bedöms anses in within at for from to who which that where is are as by when under during through you we us across into while and/or and but
  krävs krav meriterande ett plus en fördel måste bör`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Objects that name nothing: "området", "liknande", "branschen". Traits and interests are no skills. */
export const EMPTY_OBJECTS =
  /^(?:området|områden|område|ämnet|yrket|rollen|tjänsten|branschen|liknande|motsvarande|detta|detsamma|ovanstående|nedanstående|följande|arbetet|arbete|arbeta|annat|sådant|såväl|tal|skrift|svenska|engelska|dig|sig|dem|det|grupp|team|människor|bland|yrkeslivet|arbetslivet|rollen|roll|roller|befattning|befattningar|arbetsuppgifter|uppgifter|this|similar|equivalent|same|area|field|areas|role|position|it|them|work|working|people|above|following|industry|kommunicera|samarbeta|leda|värde|inget|senaste|\p{L}*ande|\p{L}*(?:språk|förmåga|förmågor|känsla|sinne|intresse|egenskaper|driv|driven|ansvar|attityd|inställning|personlighet)|ability|attitude|mindset|interest|passion|team|player|sådan|sådana|betyg|ansökan|spoken|written|självständigt|självständig|utveckling)$/u;

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
