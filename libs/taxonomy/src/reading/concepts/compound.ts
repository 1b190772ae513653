import { remembered } from '../text/remembered.js';

/** Last parts of compounds that say what is asked for ("plåtvana", "svetsarutbildning", "truckkörkort"), and as which kind. */
const HEADS = {
  experience: 'erfarenhet|erfarenheter|vana|vanor',
  knowledge: 'kunskap|kunskaper|kompetens|kompetenser|kännedom|färdighet|färdigheter|förståelse',
  education: 'utbildning|utbildningar|examen|kurs|kurser',
  proof: 'bevis|certifikat|certifiering|licens|licenser|behörighet|behörigheter|intyg|kort|diplom|legitimation',
} as const;

export type DemandHead = keyof typeof HEADS;

const SPLITTERS = (Object.entries(HEADS) as [DemandHead, string][]).map(([head, words]) => ({
  head,
  pattern: new RegExp(`^(.{3,}?)(?:${words})$`, 'u'),
}));

/** Words that end like a head and are none, and heads that ask for nothing in particular. */
const WHOLE = new Set(
  `yrkeserfarenhet arbetslivserfarenhet arbetserfarenhet livserfarenhet branscherfarenhet grundutbildning vidareutbildning fortbildning specialistutbildning
  yrkesutbildning gymnasieutbildning högskoleutbildning universitetsutbildning internutbildning introduktionsutbildning körkort personkort betalkort
  friskvårdskort rabattkort språkkunskap språkkunskaper fackkunskap fackkunskaper förkunskaper förkunskap kreditkort passerkort nyckelkort
  visitkort grundkompetens spetskompetens nyckelkompetens specialistkompetens slutexamen bevis arbetsbevis språkkompetens självkännedom rollförståelse självinsikt helhetsförståelse`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const HEAD_WORDS: ReadonlyMap<string, DemandHead> = new Map(
  (Object.entries(HEADS) as [DemandHead, string][]).flatMap(([head, words]) =>
    words.split('|').map((word) => [word, head] as const),
  ),
);

/** The head that a word is by itself: "utbildning", "vana", "certifikat". */
export function demandHeadOf(word: string): DemandHead | undefined {
  return word === 'bakgrund' ? 'experience' : HEAD_WORDS.get(word);
}

/** Splits a compound into what it is about and what is asked: "plåtvana" is "plåt" and experience. */
export const splitDemandHead = remembered(split);

function split(word: string): { modifier: string; head: DemandHead } | undefined {
  if (word.length > 40 || WHOLE.has(word)) return undefined;
  for (const { head, pattern } of SPLITTERS) {
    const modifier = pattern.exec(word)?.[1];
    if (modifier !== undefined) return { modifier, head };
  }
  return undefined;
}
