import type { ProfileMatchView } from '#contracts';
import { distanceKm, Taxonomy, travelMinutes, type Municipality } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { setImmediate as breath } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import { EngineHost } from '../engine/engine-host.js';
import type { PlacedJob, PlaceJobs } from './household-pairs.js';

interface Offer {
  readonly municipalities: readonly string[];
  readonly remote: boolean;
  readonly positions: number;
}

const wholeList = 10_000;

/** What each of two people could have, place by place, as if they lived there: the engine is asked with the place as their home. */
@Injectable()
export class PlacesOfTwo {
  constructor(
    private readonly host: EngineHost,
    private readonly taxonomy: Taxonomy,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(mine: ProfileMatchView, theirs: ProfileMatchView, only?: string): Promise<PlaceJobs[]> {
    const offers = await this.offers();
    const sites = [...new Set([...offers.values()].flatMap(({ municipalities }) => municipalities))].flatMap(
      (code) => this.taxonomy.municipality(code) ?? [],
    );
    const places: PlaceJobs[] = [];
    for (const place of this.taxonomy.municipalities) {
      if (only !== undefined && place.code !== only) continue;
      const both = [mine, theirs];
      if (!both.every((person) => wouldLive(person, place))) continue;
      // Nothing in reach and nothing to do from afar: the engine need not be asked.
      if (!both.every((person) => person.wishes.remote || sites.some((site) => isWithin(person, place, site))))
        continue;
      const jobs = both.map((person) => this.jobs(person, place, offers));
      places.push({ municipality: place.code, mine: jobs[0]!, theirs: jobs[1]! });
      await breath();
    }
    return places;
  }

  private jobs(person: ProfileMatchView, place: Municipality, offers: ReadonlyMap<string, Offer>): PlacedJob[] {
    const { items } = this.host.engine.rankVacancies(
      { ...person, homeMunicipality: place.code },
      { limit: wholeList, rankBy: 'both', today: this.clock.today() },
    );
    return items.flatMap(({ vacancyId, employerFit, seekerFit }) => {
      const offer = offers.get(vacancyId);
      const travel = offer && this.travel(person, place, offer);
      return travel ? [{ vacancyId, product: employerFit * seekerFit, positions: offer.positions, ...travel }] : [];
    });
  }

  /** The shortest way that is within reach, or none for who works from home; null where there is no way. */
  private travel(person: ProfileMatchView, place: Municipality, { municipalities, remote }: Offer) {
    if (remote && person.wishes.remote) return { minutes: 0, km: 0 };
    const ways = municipalities.flatMap((code) => {
      const site = this.taxonomy.municipality(code);
      return site && isWithin(person, place, site)
        ? [{ minutes: travelMinutes(place, site), km: distanceKm(place, site) }]
        : [];
    });
    return ways.sort((a, b) => a.minutes - b.minutes || a.km - b.km)[0] ?? null;
  }

  private async offers(): Promise<Map<string, Offer>> {
    const rows: (Offer & { id: string })[] = await this.dataSource.query(
      `SELECT id, view -> 'municipalities' AS municipalities, (view ->> 'remote')::boolean AS remote, (view ->> 'positions')::int AS positions
       FROM vacancy_projection WHERE (view ->> 'rankable')::boolean`,
    );
    return new Map(rows.map(({ id, ...offer }) => [id, offer]));
  }
}

/** At home already, a place they named, or anywhere for who would move and named none. */
function wouldLive({ homeMunicipality, wishes }: ProfileMatchView, { code, countyCode }: Municipality): boolean {
  const { municipalities, counties, willingToMove } = wishes;
  if (code === homeMunicipality || municipalities.includes(code) || counties.includes(countyCode)) return true;
  return willingToMove === true && municipalities.length + counties.length === 0;
}

/** As far as they said that they commute; who has not said, within the labour-market region. */
function isWithin({ wishes }: ProfileMatchView, place: Municipality, site: Municipality): boolean {
  const { reachMinutes, reachKm } = wishes;
  if (place.code === site.code) return true;
  if (reachMinutes !== null) return travelMinutes(place, site) <= reachMinutes;
  if (reachKm !== null) return distanceKm(place, site) <= reachKm;
  return place.labourMarketRegionId === site.labourMarketRegionId;
}
