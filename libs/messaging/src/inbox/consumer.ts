import { eventEnvelope, events, type EventEnvelope, type EventPayload, type QueueName } from '#contracts';
import { Inject, Injectable } from '@nestjs/common';
import { DelayedError, UnrecoverableError } from 'bullmq';
import { DataSource } from 'typeorm';
import { type z } from 'zod';
import { describeError, isDatabaseOutage } from '../background/describe-error.js';
import { handling } from '../handlers/event-context.js';
import { OutageLog } from '../background/outage-log.js';
import { HandlerRegistry } from '../handlers/handler.registry.js';
import { type RouteHandler } from '../handlers/handles-event.decorator.js';
import { RESOLVED_OPTIONS, type ResolvedMessagingOptions } from '../messaging.options.js';
import { type EventJob } from '../queues/queue-backend.js';
import { InboxRepository } from './inbox.repository.js';

/** Turns a job into one committed effect. */
@Injectable()
export class Consumer {
  private readonly outage: OutageLog;

  constructor(
    private readonly dataSource: DataSource,
    private readonly inbox: InboxRepository,
    private readonly handlers: HandlerRegistry,
    @Inject(RESOLVED_OPTIONS) private readonly options: ResolvedMessagingOptions,
  ) {
    this.outage = new OutageLog(options.logger, 'Something that handlers depend on');
  }

  /**
   * Makes the event's effect, unless it is there already.
   * @throws UnrecoverableError for what no handler can take: it goes to the dead letters at once.
   */
  async consume(queue: QueueName, job: EventJob, token?: string): Promise<void> {
    const event = parse(job.data);
    const handler = this.handlers.find(queue, event.name);
    if (!handler) throw new UnrecoverableError(`no handler for ${event.name} on ${queue}`);
    try {
      await this.inRequest(event.requestId, () => this.takeEffect(queue, event, handler));
      this.outage.recovered();
    } catch (error) {
      if (isDatabaseOutage(error) || this.options.isOutage?.(error)) {
        this.outage.failed(error);
        await job.moveToDelayed(Date.now() + 2 * this.options.timing.retryDelayMs, token);
        throw new DelayedError();
      }
      // The queue stores the message, so it must not quote anybody's data.
      throw new Error(describeError(error), { cause: error });
    }
  }

  private async takeEffect(queue: QueueName, event: ParsedEvent, handler: RouteHandler): Promise<void> {
    const { eventId, requestId } = event;
    if (handler.isLong && (await this.inbox.holds(eventId, queue))) return;
    const occurredAt = new Date(event.occurredAt);
    const effect = await handler.compute(event.payload, { eventId, requestId, occurredAt });
    await this.dataSource.transaction(async (manager) => {
      if (await this.inbox.enter(manager, eventId, queue)) await effect(manager);
    });
  }

  private inRequest(requestId: string | null, work: () => Promise<void>): Promise<void> {
    const { withRequestId } = this.options;
    return handling.run({ requestId }, () => (withRequestId ? withRequestId(requestId, work) : work()));
  }
}

type ParsedEvent = Omit<EventEnvelope, 'payload'> & { payload: EventPayload<EventEnvelope['name']> };

function parse(data: unknown): ParsedEvent {
  const envelope = eventEnvelope.safeParse(data);
  if (!envelope.success) throw new UnrecoverableError(`malformed message: ${whatIsWrong(envelope.error)}`);
  const payload = events[envelope.data.name].safeParse(envelope.data.payload);
  if (!payload.success) {
    throw new UnrecoverableError(`malformed ${envelope.data.name}: ${whatIsWrong(payload.error)}`);
  }
  return { ...envelope.data, payload: payload.data };
}

const whatIsWrong = (error: z.ZodError): string =>
  error.issues.map(({ path, code }) => `/${path.join('/')} ${code}`).join(', ');
