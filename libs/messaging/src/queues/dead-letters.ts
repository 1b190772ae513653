import { eventEnvelope, type QueueName } from '#contracts';
import { Injectable } from '@nestjs/common';
import { HandlerRegistry } from '../handlers/handler.registry.js';
import { EventQueues } from './event-queues.js';
import { type EventJob } from './queue-backend.js';

/** An event that its consumer could not take: it lies in the queue until somebody requeues it. */
export interface DeadLetter {
  queue: QueueName;
  jobId: string;
  /** Null when the message is so malformed that it has none. */
  eventId: string | null;
  name: string;
  failedReason: string;
  attempts: number;
  failedAt: Date;
}

/** More are listed once these are requeued. */
const LISTED = 1_000;

/** The dead letters of this service's queues. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly queues: EventQueues,
    private readonly handlers: HandlerRegistry,
  ) {}

  /** The newest first, at most 1,000 for each queue. */
  async list(): Promise<DeadLetter[]> {
    const found = await Promise.all(this.handlers.ownQueues().map((queue) => this.listQueue(queue)));
    return found.flat().sort((a, b) => b.failedAt.getTime() - a.failedAt.getTime());
  }

  /** Lets dead letters try again from their first attempt. @param ids job ids, or all that `list` gives. @returns how many. */
  async requeue(ids: string[] | 'all'): Promise<number> {
    const letters = (await this.list()).filter(({ jobId }) => ids === 'all' || ids.includes(jobId));
    let requeued = 0;
    for (const { queue, jobId } of letters) if (await this.requeueOne(queue, jobId)) requeued += 1;
    return requeued;
  }

  private async listQueue(queue: QueueName): Promise<DeadLetter[]> {
    const jobs = await this.queues.use((open) => open[queue].getJobs(['failed'], 0, LISTED - 1, false));
    return jobs.map((job) => toDeadLetter(queue, job));
  }

  /** Removed and added anew, since a retry keeps the stalled count that may have failed it; the reconciler covers the gap. */
  private async requeueOne(queue: QueueName, jobId: string): Promise<boolean> {
    return this.queues.use(async (open) => {
      const job = await open[queue].getJob(jobId);
      if (!job || !(await job.isFailed())) return false;
      await open[queue].remove(jobId);
      await open[queue].addBulk([{ name: job.name, data: job.data, opts: this.queues.jobOptions(jobId) }]);
      return true;
    });
  }
}

function toDeadLetter(queue: QueueName, job: EventJob): DeadLetter {
  const envelope = eventEnvelope.safeParse(job.data);
  return {
    queue,
    jobId: job.id ?? '',
    eventId: envelope.success ? envelope.data.eventId : null,
    name: job.name,
    failedReason: job.failedReason,
    attempts: job.attemptsMade,
    failedAt: new Date(job.finishedOn ?? job.timestamp),
  };
}
