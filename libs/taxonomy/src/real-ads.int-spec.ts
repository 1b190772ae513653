import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTaxonomy, starterTaxonomyPath } from './taxonomy-file.js';

const data = join(process.env['RALLARE_SHARED'] ?? '../shared', 'data');
const sample = join(data, 'ads/jobstream-sample-2020/jobstream_events_24.json');
const texts = join(data, 'ads/platsbanken-texts/ads_dev.ndjson');

interface Named {
  concept_id?: string | null;
  label?: string | null;
}
interface Ad {
  id: string | number;
  removed?: boolean;
  occupation?: Named | null;
  occupation_group?: Named | null;
  employment_type?: Named | null;
  driving_license?: Named[] | null;
  must_have?: { languages?: Named[] } | null;
  workplace_address?: { municipality_code?: string | null; municipality_concept_id?: string | null } | null;
}

const read = (path: string): Ad[] => JSON.parse(readFileSync(path, 'utf8')) as Ad[];
const readLines = (path: string): Ad[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Ad);

(existsSync(sample) && existsSync(texts) ? describe : describe.skip)(
  'the starter taxonomy on real ads (RALLARE_SHARED)',
  () => {
    const taxonomy = loadTaxonomy(starterTaxonomyPath());
    const ads = () => [...read(sample).filter((event) => !event.removed), ...readLines(texts)];
    const resolves = (kind: Parameters<typeof taxonomy.resolve>[0], { concept_id, label }: Named) =>
      (concept_id ? taxonomy.resolve(kind, concept_id) : undefined) ??
      (label ? taxonomy.resolve(kind, label) : undefined);
    const share = (kind: Parameters<typeof taxonomy.resolve>[0], named: (Named | null | undefined)[]) => {
      const given = named.filter((one): one is Named => Boolean(one?.concept_id ?? one?.label));
      expect(given.length).toBeGreaterThan(0);
      return given.filter((one) => resolves(kind, one)).length / given.length;
    };

    it('places every ad of the sample, by code and by id', () => {
      for (const { workplace_address: address } of read(sample).filter((event) => !event.removed)) {
        const municipality = taxonomy.municipality(address?.municipality_code ?? '');
        expect(municipality?.conceptId).toBe(address?.municipality_concept_id);
      }
    });

    it('knows nearly every occupation, and the SSYK-4 group of every one', () => {
      expect(
        share(
          'occupation',
          ads().map((ad) => ad.occupation),
        ),
      ).toBeGreaterThan(0.9);
      expect(
        share(
          'occupation-group',
          ads().map((ad) => ad.occupation_group),
        ),
      ).toBe(1);
    });

    it('knows every employment type, driving licence and language', () => {
      expect(
        share(
          'employment-type',
          ads().map((ad) => ad.employment_type),
        ),
      ).toBe(1);
      expect(
        share(
          'driving-licence',
          ads().flatMap((ad) => ad.driving_license ?? []),
        ),
      ).toBe(1);
      expect(
        share(
          'language',
          ads().flatMap((ad) => ad.must_have?.languages ?? []),
        ),
      ).toBe(1);
    });
  },
);
