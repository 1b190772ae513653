import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { feedApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, InjectLogger, notFound, Serve, type Logger } from '#platform';
import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CsvPreviewService } from './csv-preview.service.js';
import type { FeedRun } from './feed.entity.js';
import { FeedRepository } from './feed.repository.js';
import { FeedsService } from './feeds.service.js';
import { feedRunView } from './feed.view.js';
import { VacancySourcesService } from './vacancy-sources.service.js';

const batchSize = 200;

@Controller()
export class FeedsController {
  constructor(
    private readonly feeds: FeedsService,
    private readonly stored: FeedRepository,
    private readonly sources: VacancySourcesService,
    private readonly previews: CsvPreviewService,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  @Serve(feedApi.listFeeds)
  async list(): Promise<AnswerOf<typeof feedApi.listFeeds>> {
    return { items: await this.feeds.list() };
  }

  @Serve(feedApi.createFeed)
  create(@Input() { body }: InputOf<typeof feedApi.createFeed>): Promise<AnswerOf<typeof feedApi.createFeed>> {
    return this.feeds.create(body);
  }

  @Serve(feedApi.previewCsvFeed)
  preview(@Input() { body }: InputOf<typeof feedApi.previewCsvFeed>): Promise<AnswerOf<typeof feedApi.previewCsvFeed>> {
    return this.previews.preview(body);
  }

  @Serve(feedApi.getFeed)
  get(@Input() { params }: InputOf<typeof feedApi.getFeed>): Promise<AnswerOf<typeof feedApi.getFeed>> {
    return this.feeds.view(params.feedId);
  }

  @Serve(feedApi.changeFeed)
  change(@Input() { params, body }: InputOf<typeof feedApi.changeFeed>): Promise<AnswerOf<typeof feedApi.changeFeed>> {
    return this.feeds.change(params.feedId, body);
  }

  @Serve(feedApi.removeFeed)
  remove(@Input() { params }: InputOf<typeof feedApi.removeFeed>): Promise<void> {
    return this.feeds.remove(params.feedId);
  }

  @Serve(feedApi.runFeed)
  run(@Input() { params }: InputOf<typeof feedApi.runFeed>): Promise<AnswerOf<typeof feedApi.runFeed>> {
    return this.feeds.run(params.feedId);
  }

  @Serve(feedApi.listFeedRuns)
  async runs(
    @Input() { params, query }: InputOf<typeof feedApi.listFeedRuns>,
  ): Promise<AnswerOf<typeof feedApi.listFeedRuns>> {
    await this.feeds.require(params.feedId);
    const { total, items } = await this.stored.runs(params.feedId, query);
    return { total, items: items.map(feedRunView) };
  }

  @Serve(feedApi.getFeedRun)
  async oneRun(@Input() { params }: InputOf<typeof feedApi.getFeedRun>): Promise<AnswerOf<typeof feedApi.getFeedRun>> {
    return feedRunView(await this.requireRun(params));
  }

  @Serve(feedApi.listFeedRejects)
  async rejects(
    @Input() { params, query }: InputOf<typeof feedApi.listFeedRejects>,
  ): Promise<AnswerOf<typeof feedApi.listFeedRejects>> {
    return this.stored.rejects((await this.requireRun(params)).id, query);
  }

  @Serve(feedApi.downloadFeedRejects)
  async download(
    @Input() { params }: InputOf<typeof feedApi.downloadFeedRejects>,
    @Res() response: Response,
  ): Promise<void> {
    const run = await this.requireRun(params);
    response.type('application/x-ndjson').attachment(`rejects-${run.id}.ndjson`);
    await pipeline(Readable.from(this.lines(run.id)), response).catch(() =>
      this.logger.debug('a list was not taken to its end'),
    );
  }

  @Serve(feedApi.decideHeldRemovals)
  decide(
    @Input() { params, body }: InputOf<typeof feedApi.decideHeldRemovals>,
  ): Promise<AnswerOf<typeof feedApi.decideHeldRemovals>> {
    return this.feeds.decideHeld(params.feedId, body.remove);
  }

  @Serve(feedApi.listVacancySources)
  async sourcesOf(
    @Input() { params }: InputOf<typeof feedApi.listVacancySources>,
  ): Promise<AnswerOf<typeof feedApi.listVacancySources>> {
    return { items: await this.sources.list(params.vacancyId) };
  }

  @Serve(feedApi.separateSource)
  async separate(
    @Input() { params, body }: InputOf<typeof feedApi.separateSource>,
  ): Promise<AnswerOf<typeof feedApi.separateSource>> {
    return { vacancyId: await this.sources.separate(params.vacancyId, body.source, body.externalId) };
  }

  private async requireRun({ feedId, runId }: { feedId: string; runId: string }): Promise<FeedRun> {
    const run = await this.stored.run(feedId, runId);
    if (!run) throw notFound();
    return run;
  }

  private async *lines(runId: string): AsyncGenerator<string> {
    for (let offset = 0; ; offset += batchSize) {
      const { items } = await this.stored.rejects(runId, { limit: batchSize, offset });
      for (const { position, externalId, reason, record } of items)
        yield `${JSON.stringify({ position, externalId, reason, record })}\n`;
      if (items.length < batchSize) return;
    }
  }
}
