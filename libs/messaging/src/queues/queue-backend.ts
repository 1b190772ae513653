import { type EventEnvelope } from '#contracts';
import {
  type Job,
  type JobSchedulerJson,
  type JobSchedulerTemplateOptions,
  type JobsOptions,
  type JobType,
  type Processor,
  type WorkerOptions,
} from 'bullmq';
import { type ResolvedMessagingOptions } from '../messaging.options.js';

export type EventJob = Job<EventEnvelope, void, string>;
export type EventProcessor = Processor<EventEnvelope, void, string>;

/** The part of a BullMQ queue that messaging uses, whatever lies behind it. */
export interface EventQueue {
  addBulk(jobs: { name: string; data: EventEnvelope; opts: JobsOptions }[]): Promise<EventJob[]>;
  getJob(jobId: string): Promise<EventJob | undefined>;
  getJobs(states: JobType[], start: number, end: number, ascending: boolean): Promise<EventJob[]>;
  getJobState(jobId: string): Promise<string>;
  getJobCounts(...states: JobType[]): Promise<Record<string, number>>;
  remove(jobId: string): Promise<number>;
  waitUntilReady(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** The part of a BullMQ worker that messaging uses. */
export interface EventWorker {
  waitUntilReady(): Promise<void>;
  run(): Promise<void>;
  close(force?: boolean): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'active' | 'ready', listener: () => void): unknown;
  on(event: 'completed', listener: (job: EventJob) => void): unknown;
  on(event: 'failed', listener: (job: EventJob | undefined, error: Error) => void): unknown;
  on(event: 'stalled', listener: (jobId: string) => void): unknown;
}

/** Names whose turn it is. */
export interface Turn {
  readonly id: string;
}
export type ScheduleProcessor = Processor<Turn, void, string>;

/** The part of a BullMQ queue that schedules use. */
export interface ScheduleQueue {
  add(name: string, data: Turn, opts: JobsOptions): Promise<unknown>;
  upsertJobScheduler(
    id: string,
    repeat: { every: number },
    template: { name: string; data: Turn; opts: JobSchedulerTemplateOptions },
  ): Promise<unknown>;
  removeJobScheduler(id: string): Promise<boolean>;
  getJobSchedulers(start: number, end: number, ascending: boolean): Promise<JobSchedulerJson<Turn>[]>;
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

export type ScheduleWorker = Pick<EventWorker, 'waitUntilReady' | 'run' | 'close'> & {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'active', listener: () => void): unknown;
};

/** The options that a backend is made of. */
export type QueueBackendOptions = Pick<ResolvedMessagingOptions, 'queueUrl' | 'prefix' | 'timing'>;

export type EventWorkerOptions = Omit<WorkerOptions, 'connection' | 'prefix'>;

export const QUEUE_BACKEND = Symbol('QUEUE_BACKEND');

/** Where the queues live. Every object it opens shares its connections; `close` them before it. */
export interface QueueBackend {
  /** Makes ready for queues: reaches the server, creates what is missing. May be called again after a failure. */
  prepare(): Promise<void>;
  openQueue(name: string): EventQueue;
  openWorker(name: string, processor: EventProcessor, options: EventWorkerOptions): EventWorker;
  openScheduleQueue(name: string): ScheduleQueue;
  openScheduleWorker(name: string, processor: ScheduleProcessor, options: EventWorkerOptions): ScheduleWorker;
  close(): Promise<void>;
}
