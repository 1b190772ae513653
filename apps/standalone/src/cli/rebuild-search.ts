import { setTimeout as pause } from 'node:timers/promises';
import { vacancyApi, type SearchRebuild } from '#contracts';
import type { ApiClient } from './api-client.js';

const everyMs = 500;

/** Has the vacancy index built anew and, where wanted, follows that to its end. */
export async function rebuildSearch(
  client: Pick<ApiClient, 'call'>,
  wait: boolean,
  onProgress: (rebuild: SearchRebuild) => void,
): Promise<SearchRebuild> {
  let rebuild = await client.call(vacancyApi.rebuildSearch);
  while (wait && rebuild.state === 'running') {
    onProgress(rebuild);
    await pause(everyMs);
    rebuild = await client.call(vacancyApi.getSearchRebuild);
  }
  return rebuild;
}
