import fc from 'fast-check';
import { masked, readMask } from './fields-mask.js';

const answer = {
  total: { value: 3 },
  positions: 4,
  hits: [
    {
      id: '1',
      headline: 'a',
      employer: { name: 'x', url: null },
      workplace_address: { coordinates: [1, 2], city: 'y' },
    },
    {
      id: '2',
      headline: 'b',
      employer: { name: 'z', url: null },
      workplace_address: { coordinates: [3, 4], city: 'w' },
    },
  ],
};
const keep = (header: string | undefined): unknown => masked(answer, readMask(header));

describe('the X-Fields mask', () => {
  it('keeps the named keys, nested and in lists', () => {
    expect(keep('total{value}, hits{id, workplace_address{coordinates}, employer{name}}')).toEqual({
      total: { value: 3 },
      hits: [
        { id: '1', employer: { name: 'x' }, workplace_address: { coordinates: [1, 2] } },
        { id: '2', employer: { name: 'z' }, workplace_address: { coordinates: [3, 4] } },
      ],
    });
    expect(keep('{positions,total}')).toEqual({ positions: 4, total: { value: 3 } });
    expect(keep('hits{*,employer{name}}')).toMatchObject({ hits: [{ id: '1', employer: { name: 'x' } }, { id: '2' }] });
  });

  it('leaves out nothing where it is none', () => {
    for (const header of [undefined, '', ' ', '{', 'hits{id', 'hits}id', '{}']) expect(keep(header)).toEqual(answer);
  });

  it('takes whatever it is given', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[{}, a-z*]{0,60}$/), (header) => {
        expect(typeof keep(header)).toBe('object');
      }),
    );
  });
});
