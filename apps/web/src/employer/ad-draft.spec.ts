import { changeOf, merged, type Ad } from './ad-draft.js';

const ad: Ad = {
  headline: 'Svetsare',
  text: 'Krav: B-körkort.',
  occupationId: null,
  municipalities: ['2580'],
  remote: false,
  positions: 1,
  employmentTypeId: null,
  extent: null,
  pay: null,
  deadline: null,
  start: null,
  applicationUrl: null,
  applicationEmail: null,
};

describe('a written ad', () => {
  it('sends what is another than what was saved, with the revision that was seen', () => {
    expect(changeOf(ad, ad, 3)).toBeNull();
    expect(changeOf({ ...ad, positions: 2, municipalities: ['2580', '2482'] }, ad, 3)).toEqual({
      revision: 3,
      positions: 2,
      municipalities: ['2580', '2482'],
    });
  });

  it('is saved without a headline that was taken away for the moment', () => {
    expect(changeOf({ ...ad, headline: ' ', positions: 2 }, ad, 1)).toEqual({ revision: 1, positions: 2 });
  });

  it('takes what somebody else saved where nothing was written here', () => {
    expect(merged(ad, { ...ad, positions: 2 }, { ...ad, text: 'Ny text' })).toEqual({
      ad: { ...ad, positions: 2, text: 'Ny text' },
      conflicts: [],
    });
  });

  it('leaves to a person what both wrote, and keeps what was written here until then', () => {
    const both = merged(ad, { ...ad, text: 'Min' }, { ...ad, text: 'Deras', remote: true });
    expect(both).toEqual({ ad: { ...ad, text: 'Min', remote: true }, conflicts: ['text'] });
    expect(merged(ad, { ...ad, text: 'Lika' }, { ...ad, text: 'Lika' }).conflicts).toEqual([]);
  });
});
