import { queues, type QueueName } from '#contracts';
import { Injectable } from '@nestjs/common';
import { describeError } from '../background/describe-error.js';
import { within } from '../background/within.js';
import { HandlerRegistry } from '../handlers/handler.registry.js';
import { OutboxRepository } from '../outbox/outbox.repository.js';
import { EventQueues, type OpenQueues } from './event-queues.js';
import { type EventQueue } from './queue-backend.js';

/** Jobs in a queue. `waiting` includes those waiting for their next attempt; `failed` are the dead letters. */
export interface QueueDepth {
  waiting: number;
  active: number;
  failed: number;
}

export interface QueueHealthReport {
  ok: boolean;
  oldestUnpublishedSeconds: number;
  depths: Record<QueueName, QueueDepth>;
  /** What is wrong, when something is. */
  problem?: string;
}

/** Unpublished or waiting with nothing active for so long means that nothing moves. */
const STUCK_SECONDS = 30;

/** A probe must not wait as long as the relay may. */
const ANSWER_MS = 2_000;

/** Makes a gauge that is read when somebody asks for the metrics. */
export type GaugeMaker = (
  name: string,
  help: string,
  labelNames: readonly string[],
  collect: (set: (labels: Record<string, string>, value: number) => void) => Promise<void>,
) => unknown;

/** Whether events move: not whether something answers, but whether what was committed gets on. */
@Injectable()
export class QueueHealth {
  constructor(
    private readonly outbox: OutboxRepository,
    private readonly queues: EventQueues,
    private readonly handlers: HandlerRegistry,
  ) {}

  /** Never rejects: what cannot be read is the problem that it reports. */
  async check(): Promise<QueueHealthReport> {
    const report: QueueHealthReport = { ok: false, oldestUnpublishedSeconds: 0, depths: noDepths() };
    try {
      report.oldestUnpublishedSeconds = await this.outbox.oldestUnpublishedSeconds();
      report.depths = await within(ANSWER_MS, 'The queue', this.queues.use(depthsOf));
      report.problem = await this.findProblem(report);
    } catch (error) {
      report.problem = describeError(error);
    }
    report.ok = report.problem === undefined;
    return report;
  }

  /** Makes the gauges of what `check` reports. Call once a process. */
  measure(gauge: GaugeMaker): void {
    gauge('rallare_outbox_oldest_seconds', 'Age of the oldest unpublished event', [], async (set) => {
      set({}, (await this.check()).oldestUnpublishedSeconds);
    });
    gauge('rallare_queue_jobs', 'Jobs in the queues, by queue and state', ['queue', 'state'], async (set) => {
      const { depths } = await this.check();
      for (const [queue, depth] of Object.entries(depths))
        for (const [state, count] of Object.entries(depth)) set({ queue, state }, Number(count));
    });
  }

  private async findProblem({ oldestUnpublishedSeconds, depths }: QueueHealthReport): Promise<string | undefined> {
    if (oldestUnpublishedSeconds > STUCK_SECONDS) {
      return `the oldest event has waited ${Math.round(oldestUnpublishedSeconds)} s to be published`;
    }
    for (const queue of this.handlers.ownQueues()) {
      if (depths[queue].waiting === 0 || depths[queue].active > 0) continue;
      const seconds = await this.queues.use((open) => oldestWaitingSeconds(open[queue]));
      if (seconds > STUCK_SECONDS) return `${queue} does not move: an event waits for ${Math.round(seconds)} s`;
    }
    return undefined;
  }
}

const noDepth = (): QueueDepth => ({ waiting: 0, active: 0, failed: 0 });

const noDepths = (): Record<QueueName, QueueDepth> =>
  Object.fromEntries(queues.map((queue) => [queue, noDepth()])) as Record<QueueName, QueueDepth>;

async function depthsOf(open: OpenQueues): Promise<Record<QueueName, QueueDepth>> {
  const depths = noDepths();
  await Promise.all(queues.map(async (queue) => (depths[queue] = await depthOf(open[queue]))));
  return depths;
}

/** How many jobs a queue holds, by what becomes of them next. */
export async function depthOf(queue: EventQueue): Promise<QueueDepth> {
  const counts = await queue.getJobCounts('waiting', 'delayed', 'active', 'failed');
  const of = (state: string): number => counts[state] ?? 0;
  return {
    waiting: of('waiting') + of('delayed'),
    active: of('active'),
    failed: of('failed'),
  };
}

async function oldestWaitingSeconds(queue: EventQueue): Promise<number> {
  const oldest = await queue.getJobs(['waiting', 'delayed'], 0, 0, true);
  return Math.max(0, ...oldest.map(({ timestamp }) => (Date.now() - timestamp) / 1000));
}
