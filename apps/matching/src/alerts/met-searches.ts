import { searchAsAsked, searchInternalApi, type SavedSearch } from '#contracts';
import { asService, ServiceClient } from '#platform';
import { Injectable } from '@nestjs/common';

const mostAtOnce = 500;

/** Which saved searches find a vacancy: asked of the service that reads searches. */
@Injectable()
export class MetSearches {
  constructor(private readonly client: ServiceClient) {}

  /** For each search whether it finds the vacancy as it is now. */
  async of(vacancyId: string, searches: readonly SavedSearch[]): Promise<boolean[]> {
    const distinct = [...new Map(searches.map((search) => [JSON.stringify(search), search])).entries()];
    const met = new Map<string, boolean>();
    for (let start = 0; start < distinct.length; start += mostAtOnce) {
      const some = distinct.slice(start, start + mostAtOnce);
      const { meets } = await this.client.call(searchInternalApi.metSearches, asService('matching'), {
        body: { vacancyId, searches: some.map(([, search]) => searchAsAsked(search)) },
      });
      some.forEach(([key], index) => met.set(key, meets[index] ?? false));
    }
    return searches.map((search) => met.get(JSON.stringify(search)) ?? false);
  }
}
