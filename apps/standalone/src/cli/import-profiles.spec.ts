import { formatOf, referenceOf } from './import-profiles.js';

describe('the format of a document', () => {
  it.each([
    [{ basics: { name: 'Påhittad Person' } }, 'json-resume'],
    [{ $schema: 'x', skills: [] }, 'json-resume'],
    [{ basics: {}, profile: {} }, 'json-resume'],
    [{ SkillsPassport: { LearnerInfo: {} } }, 'europass'],
    [{ LearnerInfo: {} }, 'europass'],
    [{ profile: {}, skills: [] }, 'europass'],
    [{ id: '1', headline: 'Svetsare', employer: {} }, null],
    [{}, null],
    [[{ basics: {} }], null],
    ['basics', null],
    [null, null],
  ])('is told by its parts: %j', (document, format) => {
    expect(formatOf(document)).toBe(format);
  });
});

const resume = (basics: Record<string, unknown>, more: Record<string, unknown> = {}) => ({ basics, ...more });
const passport = (contact: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  SkillsPassport: {
    LearnerInfo: {
      Identification: { PersonName: { FirstName: 'Påhittad', Surname: 'Person' }, ContactInfo: contact },
      ...more,
    },
  },
});

describe('the reference of a document', () => {
  it('is its own, where it has one', () => {
    expect(referenceOf(resume({ name: 'A' }, { meta: { rallare: { reference: 'person-01' } } }))).toBe('person-01');
  });

  it.each([
    null,
    'text',
    5,
    { rallare: null },
    { rallare: 'x' },
    { rallare: { reference: '' } },
    { rallare: { reference: 7 } },
  ])('does not come from %j', (meta) => {
    expect(referenceOf(resume({ name: 'A', email: 'a@example.org' }, { meta }))).toMatch(/^[0-9a-f]{32}$/);
  });

  it('stays for the same person with another CV, and holds no personal data', () => {
    const before = referenceOf(resume({ name: 'Påhittad Person', email: 'p@example.org' }, { skills: [] }));
    expect(
      referenceOf(resume({ name: 'Påhittad Person', email: ' P@example.org' }, { skills: [{ name: 'MIG' }] })),
    ).toBe(before);
    const email = { Email: { Contact: 'p@example.org' } };
    expect(referenceOf(passport(email, { Skills: {} }))).toBe(referenceOf(passport(email)));
    expect(before).not.toContain('example');
  });

  it('is another for people who share a name or an e-mail', () => {
    const references = [
      resume({ name: 'Påhittad Person', email: 'p@example.org' }),
      resume({ name: 'Annan Person', email: 'p@example.org' }),
      resume({ name: 'Påhittad Person' }, { work: [{ position: 'Svetsare' }] }),
      resume({ name: 'Påhittad Person', email: '' }, { work: [{ position: 'Kock' }] }),
      passport({}, { Skills: {} }),
      passport({}, { Education: [] }),
    ].map(referenceOf);
    expect(new Set(references).size).toBe(references.length);
  });

  it('can be made of anything that is an object', () => {
    for (const document of [
      {},
      { basics: null },
      { basics: 'x' },
      { meta: null },
      { LearnerInfo: [1] },
      { SkillsPassport: 4 },
    ])
      expect(referenceOf(document)).toMatch(/^[0-9a-f]{32}$/);
  });
});
