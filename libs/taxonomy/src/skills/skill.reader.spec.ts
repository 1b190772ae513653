import fc from 'fast-check';
import type { Concept } from '../concept.js';
import { SkillReader } from './skill.reader.js';

const labels = [
  'Java (computer programming)', 'JavaScript', 'C#', 'LESS', 'Ruby (computer programming)', 'cut ruby gems', 'sell ruby', 'attend to detail', 'crafting',
  'solve problems', 'solve crimes', 'solve riddles', 'solve puzzles', 'solve cases', 'solve disputes', 'solve conflicts', 'solve equations',
  'cloud security standards', 'principles of artificial intelligence', 'manage wind turbines', 'ship wind turbines', 'less than truckload shipping', 'work in teams',
  'wind turbines standards', 'electricity',
]; // prettier-ignore
const concepts = labels.map((label): Concept => ({
  id: label,
  kind: 'skill',
  label: { sv: label, en: label },
  alternatives: { sv: [], en: label === 'crafting' ? ['handicraft work', 'solve problems'] : [] },
  code: null,
  broader: [],
}));
const taxonomy = { ofKind: (kind: string) => (kind === 'skill' ? concepts : []) };
const reader = new SkillReader(taxonomy);
const ids = (text: string): string[] => reader.read(text).map(({ conceptId }) => conceptId);

it.each([
  ['We use java and C#', ['Java (computer programming)', 'C#']],
  ['LESS and Ruby', ['LESS', 'Ruby (computer programming)']],
  ['for less money, a ruby ring', []],
  ['Solving problems is fun', ['solve problems']],
  ['solved complex business problems', ['solve problems']],
  ['solve some very complex business problems', []],
  ['solve it, problems or not', []],
  ['the solution of problems', []],
  ['finely crafted', []],
  ['handicraft work', ['crafting']],
  ['cloud security', ['cloud security standards']],
  ['artificial intelligence', ['principles of artificial intelligence']],
  ['Electricity, electrical', ['electricity']],
  ['an eye for detail and a team player', ['attend to detail', 'work in teams']],
])('%s', (text, expected) => expect(ids(text)).toEqual(expected));

it('names none where words mean several', () => {
  expect(ids('wind turbines')).toEqual([]);
});

it('tells how it knows, and can do without everyday phrasings', () => {
  expect(reader.read('solve hard problems; team player; Java').map(({ why }) => why)).toEqual([
    'apart',
    'phrasing',
    'label',
  ]);
  expect(new SkillReader(taxonomy, { phrasings: false }).read('a team player')).toEqual([]);
});

it('every mention quotes the text, each skill once, whatever the text', () => {
  const pieces = [
    'solve ',
    'problems',
    ' Java',
    'less',
    '\n',
    ', ',
    '🙂',
    'é',
    'team player ',
    '\ud800',
    'cloud security ',
  ];
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(fc.constantFrom(...pieces)).map((all) => all.join('')),
      ),
      (text) => {
        const mentions = reader.read(text);
        for (const { start, end, quote } of mentions) expect(text.slice(start, end)).toBe(quote);
        expect(new Set(mentions.map(({ conceptId }) => conceptId)).size).toBe(mentions.length);
      },
    ),
  );
});
