import {
  profileInternalApi,
  vacancyInternalApi,
  type ProfileMatchView,
  type SavedSearch,
  type ServiceName,
  type VacancyMatchView,
  type VacancySummary,
} from '#contracts';
import { AnswerInterceptor, Input, OperationGuard, ProblemFilter, Serve, type ServiceTokens } from '#platform';
import { Controller, type DynamicModule, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';

/** What the profile and the vacancy service would say, if they were asked now. */
export class Owners {
  readonly profiles = new Map<string, ProfileMatchView>();
  readonly vacancies = new Map<string, VacancyMatchView>();
  /** Accounts' profiles. */
  readonly profileOf = new Map<string, string>();
}

interface Ids {
  readonly body: { readonly ids: readonly string[] };
}
interface Page {
  readonly query: { readonly after?: string; readonly limit: number };
}

const named = <View>(views: ReadonlyMap<string, View>, ids: readonly string[]): View[] =>
  ids.flatMap((id) => views.get(id) ?? []);

function page<View>(views: ReadonlyMap<string, View>, { after, limit }: Page['query']) {
  const ids = [...views.keys()].sort().filter((id) => !after || id > after);
  const next = ids.length > limit ? ids[limit - 1]! : null;
  return { items: named(views, ids.slice(0, limit)), next };
}

const summaryOf = (view: VacancyMatchView): VacancySummary => ({
  ...view,
  id: view.vacancyId,
  status: view.rankable ? 'published' : 'closed',
  headline: `The vacancy ${view.vacancyId}`,
  employer: { id: view.employerId, name: 'An employer' },
  language: 'sv',
  publishedAt: '2026-01-01T00:00:00.000Z',
});

@Controller()
class ProfileOwner {
  constructor(private readonly owners: Owners) {}

  @Serve(profileInternalApi.matchViews)
  some(@Input() { body }: Ids) {
    return { items: named(this.owners.profiles, body.ids) };
  }

  @Serve(profileInternalApi.matchViewPage)
  page(@Input() { query }: Page) {
    return page(this.owners.profiles, query);
  }

  @Serve(profileInternalApi.contactOf)
  contact(@Input() { params }: { params: { profileId: string } }) {
    return { name: `Person ${params.profileId}`, email: 'person@example.se', phone: null };
  }

  @Serve(profileInternalApi.profileOf)
  of(@Input() { params }: { params: { subject: string } }) {
    return { profileId: this.owners.profileOf.get(params.subject) ?? null };
  }
}

@Controller()
class VacancyOwner {
  constructor(private readonly owners: Owners) {}

  @Serve(vacancyInternalApi.matchViews)
  some(@Input() { body }: Ids) {
    return { items: named(this.owners.vacancies, body.ids) };
  }

  @Serve(vacancyInternalApi.matchViewPage)
  page(@Input() { query }: Page) {
    return page(this.owners.vacancies, query);
  }

  /** Searches by municipality alone; what words mean is the vacancy service's own business and tested there. */
  private found({ municipality }: SavedSearch): VacancyMatchView[] {
    return [...this.owners.vacancies.values()].filter(
      (view) => municipality.length === 0 || view.municipalities.some((code) => municipality.includes(code)),
    );
  }

  @Serve(vacancyInternalApi.searchHits)
  hits(@Input() { body }: { body: SavedSearch }) {
    return { ids: this.found(body).map(({ vacancyId }) => vacancyId) };
  }

  @Serve(vacancyInternalApi.searchPage)
  searchPage(@Input() { body }: { body: { search: SavedSearch; ids: string[] } }) {
    const items = named(this.owners.vacancies, body.ids).map((view) => ({ ...summaryOf(view), highlights: [] }));
    return { total: this.found(body.search).length, items, facets: {}, chips: [], relaxations: [], degraded: false };
  }

  @Serve(vacancyInternalApi.metSearches)
  met(@Input() { body }: { body: { vacancyId: string; searches: SavedSearch[] } }) {
    const meets = body.searches.map((search) =>
      this.found(search).some(({ vacancyId }) => vacancyId === body.vacancyId),
    );
    return { revision: 1, meets };
  }

  @Serve(vacancyInternalApi.summaries)
  summaries(@Input() { body }: Ids) {
    return { items: named(this.owners.vacancies, body.ids).map(summaryOf) };
  }
}

class OwnerModule {}

/** Another service over real HTTP: its own contracts, its own check of who asks. */
async function serve(
  name: Exclude<ServiceName, 'gateway'>,
  controller: typeof ProfileOwner | typeof VacancyOwner,
  owners: Owners,
  tokens: ServiceTokens,
): Promise<INestApplication> {
  const module: DynamicModule = {
    module: OwnerModule,
    controllers: [controller],
    providers: [{ provide: Owners, useValue: owners }],
  };
  const app = await NestFactory.create(module, { logger: false, abortOnError: false });
  app.useGlobalGuards(new OperationGuard(name, tokens));
  app.useGlobalInterceptors(new AnswerInterceptor());
  app.useGlobalFilters(new ProblemFilter(pino({ level: 'silent' })));
  await app.listen(0, '127.0.0.1');
  return app;
}

export const serveProfiles = (owners: Owners, tokens: ServiceTokens): Promise<INestApplication> =>
  serve('profile', ProfileOwner, owners, tokens);
export const serveVacancies = (owners: Owners, tokens: ServiceTokens): Promise<INestApplication> =>
  serve('vacancy', VacancyOwner, owners, tokens);
