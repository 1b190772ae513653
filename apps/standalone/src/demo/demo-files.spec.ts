import { wishes } from '#contracts';
import { loadTaxonomy } from '#taxonomy';
import { readFileSync } from 'node:fs';
import { demoAccounts, demoFile } from './demo-region.js';
import { withDates } from './with-dates.js';

interface Ad {
  id: string;
  headline: string;
  description: { text: string };
  employer: { name: string };
  occupation: { concept_id: string };
  workplace_address: { municipality_code: string };
}

interface Person {
  basics: { name: string; email: string; location: { city: string; countryCode: string } };
  meta: { rallare: { reference: string; household?: string; wishes: Record<string, unknown> } };
}

const lines = <T>(file: 'ads.ndjson' | 'people.ndjson'): T[] =>
  withDates(readFileSync(demoFile(file), 'utf8'), new Date())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const unique = <T>(values: readonly T[]): number => new Set(values).size;

describe('the demo region', () => {
  const taxonomy = loadTaxonomy();
  const ads = lines<Ad>('ads.ndjson');
  const people = lines<Person>('people.ndjson');

  it('has at least 60 ads in both languages, in at least 14 municipalities of the two counties', () => {
    const codes = ads.map(({ workplace_address }) => workplace_address.municipality_code);
    expect(ads.length).toBeGreaterThanOrEqual(60);
    expect(unique(ads.map(({ id }) => id))).toBe(ads.length);
    expect(unique(codes)).toBeGreaterThanOrEqual(14);
    expect(codes.every((code) => /^2[45]/.test(code) && taxonomy.municipality(code))).toBe(true);
    expect(
      ads.filter(({ description }) => /\b(you|requirements)\b/i.test(description.text)).length,
    ).toBeGreaterThanOrEqual(8);
  });

  it('names occupations that exist', () => {
    for (const { id, occupation } of ads)
      expect([id, taxonomy.concept(occupation.concept_id)?.kind]).toEqual([id, 'occupation']);
  });

  it('has 80 people, a third of them movers, and eight households of two', () => {
    const northern = new Set(
      taxonomy.municipalities
        .filter(({ countyCode }) => countyCode === '24' || countyCode === '25')
        .map(({ name }) => name),
    );
    const movers = people.filter(
      ({ basics }) => basics.location.countryCode !== 'SE' || !northern.has(basics.location.city),
    );
    const households = people.flatMap(({ meta }) => meta.rallare.household ?? []);
    expect(people).toHaveLength(80);
    expect(unique(people.map(({ meta }) => meta.rallare.reference))).toBe(80);
    expect(movers.length).toBeGreaterThanOrEqual(26);
    expect([households.length, unique(households)]).toEqual([16, 8]);
  });

  it('has wishes that the contract takes, and addresses that reach nobody', () => {
    for (const { basics, meta } of people) {
      expect(wishes.safeParse(meta.rallare.wishes).error).toBeUndefined();
      expect(basics.email).toMatch(/@example\.(org|com)$/);
    }
  });

  it('lets accounts sign in for profiles and employers that are there', () => {
    const references = people.map(({ meta }) => meta.rallare.reference);
    const employers = ads.map(({ employer }) => employer.name);
    for (const { id, profile, employer } of demoAccounts()) {
      if (profile) expect([id, references]).toEqual([id, expect.arrayContaining([profile])]);
      if (employer) expect([id, employers]).toEqual([id, expect.arrayContaining([employer])]);
    }
  });
});
