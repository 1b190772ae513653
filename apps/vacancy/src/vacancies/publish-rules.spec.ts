import type { VacancyStatus } from '#contracts';
import { eventAfter, isOpen, missingForPublication } from './publish-rules.js';

const complete = {
  headline: 'Svetsare',
  text: 'Vi söker svetsare.',
  demands: [],
  municipalities: ['2580'],
  remote: false,
  deadline: '2031-03-01',
};
const missing = (changes: Partial<typeof complete> | { deadline: string | null }, today = '2031-03-01'): string[] =>
  missingForPublication({ ...complete, ...changes }, today).map(({ pointer }) => pointer);

const demand = (origin: 'read' | 'rejected') => ({
  id: 'd',
  kind: 'skill' as const,
  conceptId: 'x1',
  words: null,
  necessity: 'requirement' as const,
  level: null,
  years: null,
  weight: 5,
  origin,
  span: null,
});

describe('what a vacancy needs before it is published', () => {
  it('is nothing more on its last day', () => {
    expect(missing({})).toEqual([]);
  });

  it.each([
    [{ headline: ' ' }, ['/headline']],
    [{ text: '' }, ['/text']],
    [{ municipalities: [] }, ['/municipalities']],
    [{ municipalities: [], remote: true }, []],
    [{ deadline: '2031-02-28' }, ['/deadline']],
    [{ deadline: null }, []],
    [
      { headline: '', text: ' ', municipalities: [], deadline: '2030-01-01' },
      ['/headline', '/text', '/municipalities', '/deadline'],
    ],
  ])('%j lacks %j', (changes, pointers) => {
    expect(missing(changes)).toEqual(pointers);
  });

  it('may be demands instead of a text, but none that were rejected', () => {
    const without = { ...complete, text: '' };
    expect(missingForPublication({ ...without, demands: [demand('read')] }, '2031-01-01')).toEqual([]);
    expect(missingForPublication({ ...without, demands: [demand('rejected')] }, '2031-01-01')).toHaveLength(1);
  });
});

describe('an open vacancy', () => {
  it('is published, up to and with its last day', () => {
    const open = (status: VacancyStatus, deadline: string | null) => isOpen({ status, deadline }, '2031-03-01');
    expect([open('published', '2031-03-01'), open('published', null)]).toEqual([true, true]);
    expect([open('published', '2031-02-28'), open('draft', null), open('closed', null), open('expired', null)]).toEqual(
      Array(4).fill(false),
    );
  });
});

describe('the event of a write', () => {
  it.each<[VacancyStatus, VacancyStatus, string | null]>([
    ['draft', 'draft', null],
    ['draft', 'published', 'vacancy.published.v1'],
    ['draft', 'expired', 'vacancy.closed.v1'],
    ['published', 'published', 'vacancy.changed.v1'],
    ['published', 'closed', 'vacancy.closed.v1'],
    ['published', 'expired', 'vacancy.closed.v1'],
    ['closed', 'closed', 'vacancy.changed.v1'],
    ['closed', 'published', 'vacancy.published.v1'],
    ['expired', 'published', 'vacancy.published.v1'],
    ['expired', 'closed', 'vacancy.closed.v1'],
  ])('from %s to %s is %s', (before, after, event) => {
    expect(eventAfter(before, after)).toBe(event);
  });
});
