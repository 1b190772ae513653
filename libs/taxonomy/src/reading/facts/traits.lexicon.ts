/** Adjectives that describe a person, without inflection. */
const ADJECTIVES = `positiv engagerad driven strukturerad energisk noggrann kommunikativ flexibel ansvarstagande analytisk lyhörd målmedveten ansvarsfull motiverad social
  ambitiös nyfiken trygg lugn empatisk utåtriktad närvarande pålitlig modig inspirerande initiativtagande självständig självgående självdriven självdrivande proaktiv
  kreativ innovativ prestigelös lösningsorienterad serviceinriktad stresstålig pedagogisk diplomatisk systematisk metodisk ödmjuk tydlig punktlig plikttrogen observant
  hjälpsam ordningsam omtänksam arbetsam uthållig tålmodig envis glad trevlig ärlig rättvis rolig varm snabbtänkt snabblärd initiativrik handlingskraftig
  drivande välorganiserad organiserad orädd vetgirig förtroendeingivande professionell affärsmässig serviceminded rak stabil mogen lojal öppen lekfull villig rättssäker
  icke-dömande mobilfri snabb kvalitetsmedveten säkerhetsmedveten kostnadsmedveten miljömedveten prestationsinriktad relationsskapande omdömesgill
  positive engaged driven structured energetic accurate flexible responsible analytical motivated ambitious curious calm empathetic outgoing reliable brave independent
  proactive creative innovative humble careful punctual helpful organised organized kind confident unpretentious self-driven self-motivated detail-oriented
  solution-oriented team-oriented collaborative communicative forward-thinking committed dedicated passionate enthusiastic open-minded adaptable proactive`;
/** Nouns for what a person is like. */
const NOUNS = `drivkraft integritet lojalitet engagemang motivation tålamod nyfikenhet noggrannhet flexibilitet helhetssyn ödmjukhet empati lagspelare teamspelare
  problemlösare driv omdöme självständighet initiativförmåga personlighet humor envishet uthållighet arbetsglädje professionalitet säkerhetstänk kvalitetstänk
  ansvarskänsla punktlighet respekt självdisciplin handlingskraft tävlingsinstinkt entusiasm lyhördhet kommunikationsfärdigheter serviceanda servicekänsla
  lagkänsla tydlighet inspirationskälla bollplank team-player motivation humility integrity curiosity creativity communicator empathy flexibility initiative enthusiasm patience`;
/** What a person does and is like, as patterns over lower-case words. */
export const TRAIT_PHRASES: readonly string[] = [
  '[arbeta|jobba|arbetar|jobbar] [både|väl|bra|gärna|mycket|] [självständigt|strukturerat|självgående|proaktivt|evidensbaserat|målinriktat|metodiskt|systematiskt|patientnära|prestigelöst|lösningsorienterat|inkluderande|konsultativt|gränsöverskridande|ensam|självständig] [och i team|och i grupp|och strukturerat|]',
  '[arbeta|jobba|arbetar|jobbar|samarbeta|samarbetar] i [ett|] [högt tempo|högt arbetstempo|team|grupp|lag|litet team]',
  '[samarbeta|samverka|samarbetar|samverkar] [med andra|i team|]',
  '[ta|tar] [gärna|egna|eget|egen|stort|] [initiativ|ansvar]',
  '[prioritera|planera|strukturera] och [prioritera|planera|strukturera|organisera] [ditt|] [arbete|]',
  '[prioritera|planera|strukturera|organisera] [ditt arbete|]',
  'fatta [egna|] beslut',
  'lösa problem',
  '[skapa|bygga|bygger|skapar] [goda|långsiktiga|nya|] [relationer|förtroende|kontakt] [med människor|med kunder|]',
  '[högt|gott] [driv|tempo|arbetstempo|bemötande|omdöme|humör]',
  '[hög|stark|god] [integritet|arbetsmoral|lojalitet|stresstålighet|ansvarskänsla|servicekänsla|självkännedom|inre drivkraft]',
  '[positiv|rätt|god|stark] [attityd|inställning|drivkraft|människosyn|inre drivkraft]',
  '[positivt|professionellt|strukturerat|flexibelt|coachande|normmedvetet|patientsäkert|konsultativt|lösningsfokuserat] [förhållningssätt|arbetssätt|bemötande|tankesätt|ledarskap]',
  'trygg i [dig själv|din roll|din yrkesroll|ditt ledarskap]',
  'glimten i ögat',
  'högt i tak',
  'god [fysik|finmotorik|fysisk kondition|kondition]',
  'följa instruktioner',
  '[komma|kommer] i tid',
  'ordning och reda',
  'öppet sinne',
  '[helhetsperspektiv|helhetsperspektivet]',
  '[a|] team player',
  '[can-do|positive|proactive] [attitude|mindset]',
  '[attention to|eye for] [detail|details]',
  '[work|working] [independently|in a team|in teams|as part of a team]',
  '[interpersonal|communication|communicative|social|collaboration|people|problem-solving|problem solving|organisational|organizational|presentation|analytical] [and|] [communication|interpersonal|collaboration|] skills',
  '[take|taking] [initiative|ownership|responsibility]',
];

export const TRAIT_NOUNS: ReadonlySet<string> = new Set(NOUNS.split(/\s+/));
export const TRAIT_ADJECTIVES: ReadonlySet<string> = new Set(
  ADJECTIVES.split(/\s+/).flatMap((word) => [word, ...inflected(word)]),
);

/** Endings of words for what a person is like: "ansvarsfull", "kvalitetsmedveten", "samarbetsförmåga", "servicekänsla". */
export const TRAIT_ENDING =
  /.{3}(?:orienterad|orienterade|inriktad|inriktade|medveten|medvetna|tagande|skapande|gående|villig|villiga|tålig|tåliga|tolerant|toleranta|minded|sinnad|orienterat|inriktat|fokuserad)$/u;
export const TRAIT_NOUN_ENDING = /.{3}(?:förmåga|förmågor|känsla|vilja|glädje|drivkraft)$/u;
/** "Läkande", "övergående" and the like end like a trait and are none. */
export const NO_TRAIT =
  /^(?:övergående|genomgående|motsvarande|ingående|föregående|pågående|läsförmåga|bärförmåga|betalningsförmåga|arbetsförmåga|mottagande|omhändertagande|deltagande|iakttagande|framtagande|borttagande|undantagande|företagande|skapande|gående|tagande)$/u;
/** Who a describing word may stand before: "en noggrann person". */
export const PERSON_NOUN =
  /^(?:person|personer|personlighet|kollega|kollegor|medarbetare|lagspelare|människa|människor|ledare|chef|individ|team|problemlösare|teamspelare|player|person|people|colleague)$/u;

function inflected(word: string): string[] {
  if (/[ae]$/.test(word) && !word.endsWith('are')) return [];
  if (word.endsWith('ad')) return [`${word}e`, `${word.slice(0, -1)}t`];
  if (word.endsWith('en')) return [`${word.slice(0, -2)}na`, `${word.slice(0, -1)}t`];
  if (word.endsWith('el')) return [`${word.slice(0, -2)}la`, `${word}t`];
  return [`${word}a`, `${word}t`, ...(word.endsWith('d') ? [`${word.slice(0, -1)}t`] : [])];
}
