import type { InputOf, ListedMark, MatchFigures, matchingApi } from '#contracts';
import type { EngineProfile } from '#engine';
import { distanceKm, Taxonomy, travelMinutes } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ApplicationRepository } from '../applications/application.repository.js';
import { Clock } from '../clock.js';
import { EngineHost } from '../engine/engine-host.js';
import { MarkRepository } from '../marks/mark.repository.js';
import { VisitRepository } from '../marks/visit.repository.js';

type Query = InputOf<typeof matchingApi.listMatches>['query'];

type Filter = Pick<Query, 'municipality' | 'county' | 'occupationField' | 'remote'>;
type PlaceFilter = Omit<Filter, 'municipality' | 'county'>;

interface Known {
  readonly knownAt: Date;
  readonly deadline: string | null;
  readonly municipalities: readonly string[];
}

/** Fewer than this are few. */
const enough = 20;
/** The most that the engine lists. */
const wholeList = 10_000;
const never = '9999-12-31';

/** The engine's whole list of a person, without what they hid, in the order and the part that they asked for. */
@Injectable()
export class MatchList {
  constructor(
    private readonly host: EngineHost,
    private readonly marks: MarkRepository,
    private readonly visits: VisitRepository,
    private readonly applications: ApplicationRepository,
    private readonly dataSource: DataSource,
    private readonly taxonomy: Taxonomy,
    private readonly clock: Clock,
  ) {}

  async of(profile: EngineProfile, query: Query) {
    const { limit, offset, rankBy, show } = query;
    const [marks, newSince] = await Promise.all([
      this.marks.of(profile.profileId),
      this.visits.newSince(profile.profileId),
    ]);
    const ranking = this.host.engine.rankVacancies(profile, {
      limit: wholeList,
      rankBy,
      today: this.clock.today(),
      filter: filterOf(query),
    });
    const seen = ranking.items.filter(({ vacancyId }) => !marks.hidden.has(vacancyId));
    const known = await this.known(seen.map(({ vacancyId }) => vacancyId));
    const isNew = ({ vacancyId }: MatchFigures): boolean =>
      newSince !== null && (known.get(vacancyId)?.knownAt ?? newSince) > newSince;
    const fresh = seen.filter(isNew);
    const shown =
      show === 'new' ? fresh : show === 'saved' ? seen.filter(({ vacancyId }) => marks.saved.has(vacancyId)) : seen;
    const page = this.sorted(shown, query.sort, profile, known).slice(offset, offset + limit);
    const states = await this.applications.statesOf(
      profile.profileId,
      page.map(({ vacancyId }) => vacancyId),
    );
    return {
      total: show === 'all' ? ranking.total - (ranking.items.length - seen.length) : shown.length,
      removed: ranking.removed,
      hidden: ranking.items.length - seen.length,
      newSince: newSince?.toISOString() ?? null,
      newCount: fresh.length,
      items: page.map((item) => ({
        ...item,
        saved: marks.saved.has(item.vacancyId),
        isNew: isNew(item),
        applicationState: states.get(item.vacancyId) ?? null,
        nearest: this.nearest(profile, known.get(item.vacancyId)?.municipalities ?? []),
      })),
    };
  }

  /** How many are on the list in each municipality; what was hidden is not. */
  async places(profile: EngineProfile, filter: PlaceFilter) {
    const { hidden } = await this.marks.of(profile.profileId);
    const { items } = this.host.engine.rankVacancies(profile, {
      limit: wholeList,
      rankBy: 'both',
      today: this.clock.today(),
      filter: filterOf({ ...filter, municipality: [], county: [] }),
    });
    const known = await this.known(items.map(({ vacancyId }) => vacancyId).filter((id) => !hidden.has(id)));
    const matches = new Map<string, number>();
    for (const { municipalities } of known.values())
      for (const code of municipalities) matches.set(code, (matches.get(code) ?? 0) + 1);
    return [...matches].sort().map(([municipality, count]) => ({ municipality, matches: count }));
  }

  /** Where few are on the list: what, given up alone, would bring how many. */
  widen(profile: EngineProfile, filter: Filter) {
    const { total, wanted, loosened } = this.host.engine.widenVacancies(profile, {
      wanted: enough,
      today: this.clock.today(),
      filter: filterOf(filter),
    });
    return { total, wanted, loosened: [...loosened] };
  }

  /** The place nearest to a person's home. */
  nearest({ homeMunicipality }: EngineProfile, municipalities: readonly string[]): ListedMark['nearest'] {
    const home = homeMunicipality === null ? undefined : this.taxonomy.municipality(homeMunicipality);
    if (!home) return null;
    const places = municipalities.flatMap((code) => {
      const place = this.taxonomy.municipality(code);
      return place ? [{ municipality: code, km: distanceKm(home, place), minutes: travelMinutes(home, place) }] : [];
    });
    return places.sort((a, b) => a.minutes - b.minutes || a.km - b.km)[0] ?? null;
  }

  /** Within equals the order by fit stays. */
  private sorted(
    items: readonly MatchFigures[],
    sort: Query['sort'],
    profile: EngineProfile,
    known: ReadonlyMap<string, Known>,
  ): readonly MatchFigures[] {
    if (sort === 'fit') return items;
    const keyOf = ({ vacancyId }: MatchFigures): number | string => {
      const row = known.get(vacancyId);
      if (sort === 'newest') return -(row?.knownAt.getTime() ?? 0);
      if (sort === 'deadline') return row?.deadline ?? never;
      return this.nearest(profile, row?.municipalities ?? [])?.km ?? Number.MAX_SAFE_INTEGER;
    };
    return items
      .map((item) => ({ item, key: keyOf(item) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ item }) => item);
  }

  private async known(ids: readonly string[]): Promise<Map<string, Known>> {
    const rows: { id: string; known_at: Date; deadline: string | null; municipalities: string[] }[] =
      await this.dataSource.query(
        `SELECT id, known_at, view ->> 'deadline' AS deadline, view -> 'municipalities' AS municipalities
         FROM vacancy_projection WHERE id = ANY($1) AND view IS NOT NULL`,
        [ids],
      );
    return new Map(
      rows.map(({ id, known_at, deadline, municipalities }) => [id, { knownAt: known_at, deadline, municipalities }]),
    );
  }
}

const filterOf = ({ municipality, county, occupationField, remote }: Filter) => ({
  municipalities: municipality,
  counties: county,
  occupationFields: occupationField,
  ...(remote === undefined ? {} : { remote }),
});
