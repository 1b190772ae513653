import { randomUUID } from 'node:crypto';
import { In, type EntityManager } from 'typeorm';
import { Employer, type EmployerSector } from '../employers/employer.entity.js';
import type { Ad } from './ad.js';

export interface ImportSource {
  readonly name: string;
  readonly demo: boolean;
  readonly now: Date;
  /** The run of a feed that sees the ads. */
  readonly run?: string;
}

/** Invented employers have no number, so that they can never be mixed up with real ones. */
const numberOf = (ad: Ad, source: ImportSource): string | null => (source.demo ? null : ad.employer.organisationNumber);

const nameKey = (name: string): string => name.toLocaleLowerCase('sv');

/** The employers of some ads, found or added: by organisation number, else by name within the source. */
export async function employersOf(
  manager: EntityManager,
  ads: readonly Ad[],
  source: ImportSource,
): Promise<(ad: Ad) => Employer> {
  const wanted = new Map<string, Employer>();
  for (const ad of ads) wanted.set(keyOf(ad, source), asEmployer(ad, source));
  let found = await find(manager, wanted, source);
  const missing = [...wanted].filter(([key]) => !found.has(key));
  if (missing.length > 0) {
    // Always in one order, so that two imports that add the same employers wait for each other and not crosswise.
    const values = missing.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, employer]) => employer);
    await manager.createQueryBuilder().insert().into(Employer).values(values).orIgnore().execute();
    found = await find(manager, wanted, source);
  }
  return (ad) => found.get(keyOf(ad, source))!;
}

const keyOf = (ad: Ad, source: ImportSource): string => numberOf(ad, source) ?? `name:${nameKey(ad.employer.name)}`;

async function find(
  manager: EntityManager,
  wanted: ReadonlyMap<string, Employer>,
  source: ImportSource,
): Promise<Map<string, Employer>> {
  const employers = [...wanted.values()];
  const numbers = employers.flatMap(({ organisationNumber }) => organisationNumber ?? []);
  const sourceKeys = employers.flatMap(({ sourceKey }) => sourceKey ?? []);
  const found = await manager.find(Employer, {
    where: [{ organisationNumber: In(numbers) }, { source: source.name, demo: source.demo, sourceKey: In(sourceKeys) }],
  });
  return new Map(found.map((one) => [one.organisationNumber ?? `name:${one.sourceKey}`, one]));
}

function asEmployer(ad: Ad, source: ImportSource): Employer {
  const organisationNumber = numberOf(ad, source);
  const byName = organisationNumber === null;
  return {
    id: randomUUID(),
    name: ad.employer.name,
    organisationNumber,
    sector: sectorOf(ad.employer.organisationNumber),
    source: byName ? source.name : null,
    sourceKey: byName ? nameKey(ad.employer.name) : null,
    demo: source.demo,
    createdAt: source.now,
  };
}

/** By the series that Swedish organisation numbers are given from. */
function sectorOf(organisationNumber: string | null): EmployerSector {
  if (organisationNumber === null) return 'private';
  if (organisationNumber.startsWith('202')) return 'state';
  if (organisationNumber.startsWith('212')) return 'municipality';
  if (organisationNumber.startsWith('232')) return 'region';
  return organisationNumber.startsWith('8') ? 'other' : 'private';
}
