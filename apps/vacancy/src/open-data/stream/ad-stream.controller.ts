import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openDataApi, type InputOf } from '#contracts';
import { DomainError, Input, InjectLogger, Serve, type Logger } from '#platform';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { momentOf } from '../search/ad-filter-sql.js';
import { AdStream, type AdEvent, type AdScope } from './ad-stream.js';

type StreamQuery = InputOf<typeof openDataApi.streamAds>['query'];
type StreamQuery2 = InputOf<typeof openDataApi.streamAds2>['query'];
type SnapshotQuery = InputOf<typeof openDataApi.snapshotAds>['query'];

/** Each reads the database at the pace of its client. */
const mostAtOnce = 8;

/** JobStream: lists as long as they are, written piece by piece. */
@Controller()
export class AdStreamController {
  private underWay = 0;

  constructor(
    private readonly stream: AdStream,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  @Serve(openDataApi.streamAds)
  changes(@Input() { query }: { query: StreamQuery }, @Res() response: Response): Promise<void> {
    const { date, 'updated-before-date': before } = query;
    return this.send(response, 'array', this.changesIn(['date', date], ['updated-before-date', before], query));
  }

  @Serve(openDataApi.streamAds2)
  changes2(
    @Input() { query }: { query: StreamQuery2 },
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { 'updated-after': after, 'updated-before': before } = query;
    const events = this.changesIn(['updated-after', after], ['updated-before', before], query);
    return this.send(response, formFor(request), events);
  }

  @Serve(openDataApi.snapshotAds)
  snapshot(
    @Input() { query }: { query: SnapshotQuery },
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.sendSnapshot(request, response, 'array', query);
  }

  @Serve(openDataApi.snapshotAds2)
  snapshot2(
    @Input() { query }: { query: SnapshotQuery },
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.sendSnapshot(request, response, formFor(request), query);
  }

  private changesIn(
    [fromName, from]: readonly [string, string],
    [toName, to]: readonly [string, string | undefined],
    scope: SnapshotQuery,
  ): AsyncGenerator<AdEvent[]> {
    const window = {
      from: momentOf(fromName, from).getTime(),
      to: to === undefined ? null : momentOf(toName, to).getTime(),
    };
    return this.stream.changes(window, scopeOf(scope));
  }

  private async sendSnapshot(request: Request, response: Response, form: Form, scope: SnapshotQuery): Promise<void> {
    const etag = `W/"${await this.stream.version()}-${form}"`;
    response.setHeader('ETag', etag);
    if (request.get('if-none-match')?.split(/,\s*/).includes(etag)) return void response.status(304).end();
    return this.send(response, form, this.stream.snapshot(scopeOf(scope)));
  }

  private async send(response: Response, form: Form, batches: AsyncGenerator<AdEvent[]>): Promise<void> {
    if (this.underWay >= mostAtOnce)
      throw new DomainError('too-many-requests', `${mostAtOnce} lists are being read; try again in a moment`);
    this.underWay += 1;
    try {
      // What fails at once is said by the status.
      const first = await batches.next();
      response.status(200).type(form === 'lines' ? 'application/jsonl' : 'application/json');
      await pipeline(Readable.from(written(form, first, batches)), response).catch((error: unknown) => {
        if (!response.destroyed) throw error;
        this.logger.debug('a list was not taken to its end');
      });
    } finally {
      this.underWay -= 1;
      await batches.return(undefined);
    }
  }
}

type Form = 'array' | 'lines';

const formFor = (request: Request): Form =>
  /application\/(jsonl|x-ndjson)/.test(request.get('accept') ?? '') ? 'lines' : 'array';

const scopeOf = (query: SnapshotQuery): AdScope => ({
  locations: query['location-concept-id'],
  occupations: query['occupation-concept-id'],
});

/** One batch of text at a time. */
async function* written(
  form: Form,
  first: IteratorResult<AdEvent[]>,
  batches: AsyncGenerator<AdEvent[]>,
): AsyncGenerator<string> {
  let separator = '';
  const text = (events: readonly AdEvent[]): string => {
    let batch = '';
    for (const event of events) {
      batch += form === 'lines' ? `${JSON.stringify(event)}\n` : `${separator}${JSON.stringify(event)}`;
      separator = ',\n';
    }
    return batch;
  };
  if (form === 'array') yield '[';
  for (let one = first; !one.done; one = await batches.next()) {
    const batch = text(one.value);
    if (batch !== '') yield batch;
  }
  if (form === 'array') yield ']';
}
