import { loadTaxonomy, ReferenceMove, TextReader, type Concept, type Succession, type Successions } from '#taxonomy';
import type { StoredDemand } from '../demands/stored-demand.js';
import { blankDraft } from '../vacancies/blank-draft.js';
import type { Vacancy } from '../vacancies/vacancy.entity.js';
import { moveVacancy } from './moved-vacancy.js';

const taxonomy = loadTaxonomy();
const reader = new TextReader(taxonomy);
const idOf = (kind: Concept['kind'], name: string): string => taxonomy.resolve(kind, name)!.id;
const truck = idOf('skill', 'Truckkort');

const before = (id: string, label: string): Concept => ({
  id,
  kind: 'skill',
  label: { sv: label, en: `English ${label}` },
  alternatives: { sv: [], en: [] },
  code: null,
  broader: [],
});
const known: Record<string, Succession> = {
  'old-truck': { state: 'replaced', before: before('old-truck', 'Truck'), now: taxonomy.concept(truck)! },
  'old-telegraph': { state: 'gone', before: before('old-telegraph', 'Telegrafi') },
};
const successions = {
  of: (id: string): Succession | undefined =>
    known[id] ?? (taxonomy.concept(id) && { state: 'kept', before: taxonomy.concept(id)!, now: taxonomy.concept(id)! }),
} as Successions;

const demand = (id: string, conceptId: string | null, more: Partial<StoredDemand> = {}): StoredDemand => ({
  id,
  kind: 'skill',
  conceptId,
  words: null,
  necessity: 'requirement',
  level: null,
  years: null,
  weight: 5,
  origin: 'stated',
  span: null,
  ...more,
});

function moved(changes: Partial<Vacancy>): { vacancy: Vacancy; move: ReferenceMove } {
  const vacancy = Object.assign(
    blankDraft({ id: 'e', demo: false }, new Date(0)),
    { headline: 'Vi söker dig', status: 'closed' },
    changes,
  );
  const move = new ReferenceMove(successions);
  moveVacancy(vacancy, move, reader, () => 'new');
  return { vacancy, move };
}

describe('a vacancy that moves to another taxonomy', () => {
  it('asks for what takes the place of what it asked for, and keeps what nothing does as words', () => {
    const { vacancy, move } = moved({
      demands: [demand('a', 'old-truck'), demand('b', 'old-telegraph', { level: 3 })],
    });
    expect(vacancy.demands).toMatchObject([
      { id: 'a', conceptId: truck, words: null },
      { id: 'b', conceptId: null, words: 'Telegrafi', level: 3 },
    ]);
    expect([move.replaced, move.words]).toEqual([1, 1]);
  });

  it('asks once where two demands have become one, and then by the employer’s word', () => {
    const { vacancy } = moved({
      demands: [demand('a', 'old-truck', { origin: 'read' }), demand('b', truck, { origin: 'confirmed', weight: 9 })],
    });
    expect(vacancy.demands).toMatchObject([{ id: 'b', origin: 'confirmed', weight: 9 }]);
  });

  it('says the occupation in words where it was stated and is gone, and reads it again where it was read', () => {
    const stated = moved({ occupationId: 'old-telegraph', occupationOrigin: 'stated', headline: 'Svetsare' });
    expect(stated.vacancy).toMatchObject({ occupationId: null, demands: [{ kind: 'occupation', words: 'Telegrafi' }] });
    const open = moved({
      occupationId: 'old-telegraph',
      occupationOrigin: 'read',
      headline: 'Svetsare',
      status: 'draft',
    });
    expect(open.vacancy).toMatchObject({ occupationId: idOf('occupation', 'Svetsare'), occupationOrigin: 'read' });
  });

  it('is read again while it is open, without losing what was read under a name that is gone', () => {
    const text = 'Krav:\n- Truckkort\n- Kunskaper i telegrafi';
    const span = { field: 'text' as const, start: 33, end: 42, quote: 'telegrafi' };
    const { vacancy } = moved({
      status: 'published',
      text,
      demands: [demand('b', 'old-telegraph', { origin: 'read', span })],
    });
    const said = vacancy.demands.map(({ conceptId, words }) => conceptId ?? words?.toLowerCase());
    expect(said).toContain(truck);
    expect(said.some((one) => one?.includes('telegrafi'))).toBe(true);
  });

  it('with an id that nobody knows keeps its words, or the id itself', () => {
    const { vacancy } = moved({ demands: [demand('a', 'who:knows', { words: 'Trolla' }), demand('b', 'what:else')] });
    expect(vacancy.demands.map(({ conceptId, words }) => [conceptId, words])).toEqual([
      [null, 'Trolla'],
      [null, 'what:else'],
    ]);
  });
});
