import type { Concept } from '../concept.js';
import { TextReader } from '../reading/text-reader.js';
import { smallReader } from '../reading/test/small-taxonomy.js';

const reader = smallReader();
const first = (title: string) => reader.readTitle(title)[0];

it.each([
  ['Svetsare', 'occ:welder', 'label'],
  ['Svetsare till Luleå', 'occ:welder', 'label'],
  ['Erfarna svetsare sökes!', 'occ:welder', 'label'],
  ['Licenssvetsare - Invent AB', 'occ:welder', 'alternative'],
  ['Vi söker en lastbilschaufför med CE-kort', 'occ:lorry', 'alternative'],
  ['Sommarjobb: undersköterska, natt', 'occ:assistant-nurse', 'contains'],
  ['Driftnära underhållsmekaniker till anrikningsverket', 'occ:mechanic', 'contains'],
  ['Systemutvecklare', 'occ:developer', 'contains'],
  ['Soft-ware developer', 'occ:developer', 'label'],
  ['Programmerare/Systemutvecklare', 'occ:developer', 'label'],
  ['Senior Software Developer', 'occ:developer', 'label'],
  ['Industrisvetsare', 'occ:welder', 'contains'],
  ['Underskötreska', 'occ:assistant-nurse', 'label'],
  ['Svetasre', 'occ:welder', 'similar'],
])('%s', (title, conceptId, why) => expect(first(title)).toMatchObject({ conceptId, why }));

it('ranks a label in the title above similar ones, each occupation once, scores from 0 to 1000', () => {
  const candidates = reader.readTitle('Sjuksköterska / undersköterska till hemtjänsten', 10);
  expect(
    candidates
      .slice(0, 2)
      .map((one) => one.conceptId)
      .sort(),
  ).toEqual(['occ:assistant-nurse', 'occ:nurse']);
  expect(new Set(candidates.map((one) => one.conceptId)).size).toBe(candidates.length);
  const scores = candidates.map((one) => one.score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  for (const score of scores) expect(Number.isInteger(score) && score >= 0 && score <= 1000).toBe(true);
});

it('keeps to the limit, and finds nothing in nothing', () => {
  expect(reader.readTitle('svetsare', 1)).toHaveLength(1);
  expect(reader.readTitle('')).toEqual([]);
  expect(reader.readTitle('!!! 123 ---')).toEqual([]);
});

it('names JobTech’s occupation before one of ESCO’s', () => {
  const concept = (id: string, kind: Concept['kind'], sv: string, broader: string[], also: string[] = []): Concept => ({
    id,
    kind,
    label: { sv, en: sv },
    alternatives: { sv: also, en: [] },
    code: null,
    broader,
  });
  const concepts = [
    concept('ssyk:5120', 'occupation-group', 'Kockar och kallskänkor', []),
    concept('esco:cook', 'occupation', 'kock', ['ssyk:5120']),
    concept('cook', 'occupation', 'Kock à la carte', ['ssyk:5120'], ['kock']),
  ];
  const taxonomy = {
    concept: (id: string) => concepts.find((one) => one.id === id),
    ofKind: (kind: string) => concepts.filter((one) => one.kind === kind),
    usualSkills: () => [],
    narrower: () => [],
  };
  const [first, second] = new TextReader(taxonomy as never).readTitle('Kock');
  expect([first?.conceptId, second?.conceptId]).toEqual(['cook', 'esco:cook']);
});
