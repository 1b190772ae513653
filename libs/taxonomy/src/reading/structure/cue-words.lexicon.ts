/** After these an either-way cue looks back: "B-körkort är ett krav för tjänsten". */
export const LOOKS_BACK = new Set(
  'och samt men för i vid då eftersom liksom dock inom på and but for in as when since however'.split(' '),
);
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
  /^(?:\p{L}*(?:erfarenhet|erfarenheter|kunskap|kunskaper|utbildning|examen|körkort|behörighet|kompetens|legitimation)|vana|legitimerad|experience|knowledge|degree|education|certificate|licence|license)$/u;
