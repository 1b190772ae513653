import { queues, systemApi, type AnswerOf } from '#contracts';
import { Readiness, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { ServiceAddresses } from './service-addresses.js';

type Parts = AnswerOf<typeof systemApi.listParts>;
type Service = Parts['services'][number];

const answerMs = 3000;
/** What `/health/ready` says, here and in the services. */
const health = z.object({
  ok: z.boolean(),
  parts: z.record(z.string(), z.looseObject({ ok: z.boolean(), problem: z.string().optional() })),
});
type Health = z.infer<typeof health>;
const depth = z.object({ waiting: z.int(), active: z.int(), failed: z.int() });

/** How the parts of the system do, asked of each of them now. */
@Controller('api')
export class PartsController {
  constructor(
    private readonly readiness: Readiness,
    private readonly addresses: ServiceAddresses,
  ) {}

  @Serve(systemApi.listParts)
  async list(): Promise<Parts> {
    const asked = await Promise.all(
      Object.entries(this.addresses.urls).map(async ([service, url]) => ({ service, health: await ask(url) })),
    );
    const all = [{ service: 'gateway', health: await this.readiness.check() }, ...asked];
    return { services: all.map(({ service, health: found }) => toService(service, found)), queues: depthsIn(all) };
  }
}

/** Null where it does not answer. */
async function ask(url: string): Promise<Health | null> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(answerMs) });
    return health.parse(await answer.json());
  } catch {
    return null;
  }
}

const isFigure = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const toService = (service: string, found: Health | Awaited<ReturnType<Readiness['check']>> | null): Service => ({
  service: service as Service['service'],
  isReachable: found !== null,
  ok: found?.ok ?? false,
  parts: Object.entries(found?.parts ?? {}).map(([name, { ok, problem, ...figures }]) => ({
    name,
    ok,
    problem: problem ?? null,
    figures: Object.fromEntries(
      Object.entries(figures).filter((entry): entry is [string, string | number | boolean] => isFigure(entry[1])),
    ),
  })),
});

/** Every service sees every queue: the first that tells is as good as any. */
function depthsIn(all: readonly { readonly health: Health | Awaited<ReturnType<Readiness['check']>> | null }[]) {
  const told = z.record(z.string(), depth);
  for (const { health: found } of all) {
    const depths = told.safeParse(found?.parts['queue']?.['depths']);
    if (depths.success)
      return queues.flatMap((queue) => (depths.data[queue] ? [{ queue, ...depths.data[queue] }] : []));
  }
  return [];
}
