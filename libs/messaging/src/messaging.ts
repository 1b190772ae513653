import { Injectable } from '@nestjs/common';
import { HandlerRegistry } from './handlers/handler.registry.js';
import { OutboxRepository } from './outbox/outbox.repository.js';
import { EventQueues } from './queues/event-queues.js';
import { depthOf } from './queues/queue-health.js';

const LOOK_MS = 50;

/** For those who must wait until the facts have arrived: tests and the demo's loader. */
@Injectable()
export class Messaging {
  constructor(
    private readonly outbox: OutboxRepository,
    private readonly queues: EventQueues,
    private readonly handlers: HandlerRegistry,
  ) {}

  /**
   * Resolves when the outbox is published and this service's queues are idle (dead letters do not count).
   * @throws Error when that takes longer than `timeoutMs`.
   */
  async drain(timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!(await this.isIdle())) {
      if (Date.now() > deadline) throw new Error(`Events were still on their way after ${timeoutMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  /** Outbox, queues, outbox again: a handler that just finished may have written new events. */
  private async isIdle(): Promise<boolean> {
    return (await this.outbox.isEmpty()) && (await this.areQueuesIdle()) && (await this.outbox.isEmpty());
  }

  private async areQueuesIdle(): Promise<boolean> {
    return this.queues.use(async (open) => {
      const depths = await Promise.all(this.handlers.ownQueues().map((queue) => depthOf(open[queue])));
      return depths.every(({ waiting, active }) => waiting + active === 0);
    });
  }
}
