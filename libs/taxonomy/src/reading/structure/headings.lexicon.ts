/** What a part of an ad, or of a CV, is about. */
export type Section =
  | 'requirement'
  | 'merit'
  /** About the person sought: lists are requirements, prose only where it says so. */
  | 'profile'
  | 'traits'
  | 'tasks'
  | 'offer'
  | 'company'
  | 'apply'
  | 'neutral';

/** Headings of ads as patterns over lower-case words; `[a|b|]` is a choice. */
export const AD_HEADINGS: Readonly<Record<Exclude<Section, 'neutral'>, readonly string[]>> = {
  requirement: [
    '[våra|formella|absoluta|obligatoriska|grundläggande|övriga|tekniska|] [krav|kraven|skallkrav|skakrav|ska-krav|kravprofil|kravspecifikation|grundkrav|minimikrav|måste-krav|baskrav] [för tjänsten|på dig|för rollen|för uppdraget|för anställning|för behörighet|är|]',
    '[dina|formella|grundläggande|nödvändiga|övriga|obligatoriska|önskade|efterfrågade|] [kvalifikationer|behörighet|behörighetskrav|kvalifikationskrav|kompetenskrav|kompetens|kompetenser|erfarenheter] [och erfarenhet|och erfarenheter|och egenskaper|för tjänsten|för rollen|är|]',
    'kvalifikationer och [krav|kompetens|utbildning]',
    '[vi söker dig|du] som [har|är|kan|]',
    '[vi söker dig|] som har följande',
    '[vi söker|vi ser att] [dig|du] [har|med|]',
    '[det|detta] här [har du|söker vi|behöver du|ska du ha]',
    '[du|då] har',
    '[du ska ha|du ska|du behöver|du behöver ha|du bör ha|du måste ha|du måste]',
    'vi kräver [att du har|att du|]',
    '[för tjänsten|för rollen|för uppdraget|för att lyckas|det|] krävs [det|] [att du har|att du är|att du|]',
    'vad [vi|] kräver [vi|]',
    'utbildning [och|&|/] [erfarenhet|kompetens|bakgrund]',
    '[erfarenhet|erfarenheter|kunskaper] [och|&|/] [utbildning|kompetens|kunskap|kunskaper|färdigheter|erfarenheter]',
    '[utbildning|utbildningskrav|erfarenhet|språk|språkkunskaper|körkort|certifikat]',
    '[the following are|] [minimum|basic|mandatory|essential|required|key|core|main|technical|formal|general|our|your|must have|must-have|] [requirements|requirement|qualifications|qualification] [for the role|for the position|for this role|are mandatory|]',
    '[required|essential|mandatory|must have|must-have|technical|core|key|your] [skills|experience|competence|competences|competencies|skills and experience|skills & experience|skills & qualifications|skills and qualifications|knowledge]',
    '[skills|qualifications|experience|education|competence|knowledge] [and|&|/] [experience|skills|qualifications|requirements|competence|knowledge|education|competencies]',
    '[must have|must-have|must haves|must-haves|skill set|skills|experience|education|languages|language skills|qualifications|requirements]',
    '[you have|you need|you need to have|you must have|you should have|you are someone who has|what you need|what you need to succeed|what we require|we require]',
    "[what|] [you will|you'll|] [you|] bring [to the team|to the table|]",
    'what [you bring|we expect from you|we expect|you need to bring]',
    'to [be successful|succeed] [in this role|in the role|] [you have|you need|]',
    'the skills you bring',
  ],
  merit: [
    '[det är|] [mycket|extra|särskilt|även|också|] [meriterande|merit|merits] [är|är om|om du|om du har|är om du har|om du även har|om du också har|med|erfarenheter|erfarenhet|kunskaper|kvalifikationer|egenskaper|för tjänsten|krav|]',
    '[vi ser gärna|gärna|det är bra om|vi önskar gärna|extra glada blir vi om]',
    '[meriter|meritkrav|övriga meriter|önskvärt|önskvärda kvalifikationer|önskvärda meriter|bonus|pluspoäng|bra att ha|bör-krav|börkrav|önskemål|extra plus|plus]',
    '[det är|] [ett plus|en fördel|önskvärt|bra|fördelaktigt|en bonus|extra plus] om du [har|är|kan|även har|]',
    'vi ser [det|] [gärna|även gärna|också gärna|som ett plus|som meriterande|som en fördel] [att|om] du [har|är|kan|]',
    '[nice to have|nice-to-have|nice to haves|good to have|meritorious|meriting|merits|merit|bonus|bonus points|desirable|desired|preferred|advantageous|plus|pluses|optional] [skills|qualifications|experience|requirements|competence|merits|if you have|]',
    "[it is|it's|] [a plus|an advantage|a bonus|meriting|meritorious|considered a plus|an asset|also a plus] if you [have|are|also have|]",
    '[additional|other|extra] [merits|meriting qualifications|preferred qualifications]',
  ],
  profile: [
    'dina [meriter|styrkor|kunskaper|erfarenheter]',
    '[din|önskad|profil|] [profil|bakgrund|kompetensprofil|kompetens] [och bakgrund|och kompetens|]',
    '[om dig|vem är du|vem är du?|är du|är det dig|vem du är|vi söker|vi söker dig|vi tror att du|vem söker vi|vem vi söker|vad vi söker|den vi söker|vad söker vi|vi söker nu dig|profilen vi söker|är det dig vi söker|är det du|är det här du|är detta du|är du den vi söker|du är|så är du|passar du]',
    '[för att|] [lyckas|trivas] i rollen [har du|är du|behöver du|ser vi att du|]',
    '[vi tror att du är|vi tror att du har|vi tror att du|vi ser att du]',
    "[your profile|about you|who you are|who are you|who we are looking for|who we're looking for|who are we looking for|what we are looking for|what we're looking for|we are looking for|we're looking for|your background|profile|candidate profile|profile description|ideal candidate|the ideal candidate|is this you|you are|we believe you have|we believe you|we believe that you|you|the person|are you the one|your competence|your experience|your skills|what makes you a great fit]",
    'we are looking for [you who|someone who|you with|a person who] [has|have|are|is|]',
  ],
  traits: [
    '[dina|] [personliga|] [egenskaper|personlighet|förmågor] [och förmågor|och värderingar|]',
    'som person [är du|]',
    '[personal|] [qualities|attributes|traits|characteristics|skills and qualities|competencies]',
    '[soft skills|personal skills|personality|as a person|as a person you are]',
  ],
  tasks: [
    '[dina|huvudsakliga|exempel på|] [arbetsuppgifter|ansvarsområden|uppgifter|arbetsområden|arbetsbeskrivning|huvuduppgifter] [inkluderar|är|innebär|i rollen|inkluderar även|]',
    '[om|] [rollen|tjänsten|jobbet|uppdraget|arbetet|befattningen] [innebär|i korthet|]',
    '[din roll|ditt uppdrag|ditt jobb|din vardag|vad du kommer att göra|det här kommer du göra|det här kommer du att göra|det här får du arbeta med|det här gör du|vad du gör|i rollen kommer du att|du kommer att|du kommer bland annat att|rollbeskrivning|jobbeskrivning|uppdragsbeskrivning|projektbeskrivning|vad innebär rollen|i rollen ingår|arbetsuppgifter och ansvar|om rollen och dina arbetsuppgifter|en vanlig dag]',
    '[key|main|your|core|primary|] [responsibilities|tasks|duties|work tasks|accountabilities|job responsibilities|position responsibilities|area of responsibility|areas of responsibility] [include|are|]',
    '[the|your|about the|about this|] [role|position|job|assignment|opportunity|mission|project|team|future team] [overview|description|summary|]',
    '[job|role|assignment|project|work] [description|summary|overview]',
    "[what you will do|what you'll do|what will you do|what you will be doing|in this role you will|you will|what you do|what you will work on|what you'll be doing|your day to day|a typical day|our tech stack|tech stack|teknik & verktyg|scope]",
  ],
  offer: [
    '[vi|det|vad|därför|] [erbjuder|erbjuds|erbjudande|erbjuder vi|vi erbjuder] [vi|dig|att|]',
    '[vi|] [bjuder på|ger dig|står för]',
    '[detta|det här] [erbjuder vi|erbjuder vi dig|får du]',
    '[förmåner|våra förmåner|lön och förmåner|anställningsförmåner|villkor|anställningsvillkor|anställningsform|om anställningen|anställning|hos oss får du|du får|du erbjuds|vad får du|varför oss|varför ska du välja oss|därför ska du välja oss|vad du blir en del av|vårt erbjudande|ersättning|löneform|tillträde|omfattning|arbetstid]',
    "[benefits|our offer|what we offer|what we offer you|we offer|we offer you|perks|what's in it for you|why join us|why join|why work with us|why us|compensation|what you get|what you will get|contract terms|terms of employment|employment|what you will be part of|contract terms and what we offer|salary and benefits|what can you expect from us]",
  ],
  company: [
    '[om|välkommen till|kort om] [oss|företaget|verksamheten|arbetsplatsen|avdelningen|enheten|kunden|förvaltningen|kommunen|bolaget|regionen|arbetsgivaren]',
    '[vilka är vi|vi är|din arbetsplats|din nya arbetsplats|företagsbeskrivning|information om företaget|verksamhetsbeskrivning|vår verksamhet|vår vision|vilka vi är|om vår kund|vem är vi|arbetsplatsen|verksamheten|företaget]',
    "[about us|about the company|who we are|who are we|company description|our company|the company|the team|our team|about our client|let's introduce ourselves|our culture|our values|research environment|diversity|diversity disclaimer|equal opportunity|jämställdhet|mångfald|mångfald och inkludering|öppen för alla|inclusion]",
  ],
  apply: [
    '[din|vi ser fram emot din|välkommen med din|varmt välkommen med din|om din|så här söker du|] ansökan [och kontakt|ska innehålla|]',
    '[ansökningsförfarande|ansökningsinformation|ansök|ansök nu|ansök redan idag|kontakt|kontaktpersoner|kontaktuppgifter|rekryteringsprocess|rekryteringsprocessen|vår rekryteringsprocess|övrigt|övrig information|ytterligare information|mer information|information|praktisk information|frågor|upplysningar|sök tjänsten|fackliga representanter|fackliga kontaktpersoner|fackliga företrädare|urval|hur ansöker du|intresserad|låter det intressant|om rekryteringen|information om tjänsten]',
    '[application|apply|apply now|how to apply|application procedure|about your application|your application|contact|contact information|questions|for questions|additional information|other information|our recruitment process|recruitment process|the recruitment process|interested|next steps|documents|other documents|selection process]',
  ],
};

/** Sections whose own words are no demands, unless they say so outright. */
export const SILENT_SECTIONS: ReadonlySet<Section> = new Set<Section>(['tasks', 'offer', 'company', 'apply']);
