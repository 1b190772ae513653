import { createReadStream } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { Readable, pipeline } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { InjectConfig, type VacancyConfig } from '../../config.js';
import { FeedError } from './feed-error.js';
import { checkedAddresses, type CheckedAddress } from './public-addresses.js';

/** What an address holds, still on its way. */
export interface Fetched {
  readonly url: string;
  readonly contentType: string;
  /** Unpacked; fails with a FeedError where it takes too long or grows too large. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/** Opens addresses that an operator named, and those that these lead to; none of them leads inside. */
@Injectable()
export class FeedFetcher {
  private readonly allowed: ReadonlySet<string>;

  constructor(@InjectConfig() private readonly config: VacancyConfig) {
    this.allowed = new Set(config.FEED_ALLOWED_HOSTS);
  }

  /**
   * @param largest bytes, unpacked, of this address; the configured limit where it is lower.
   * @throws FeedError
   */
  async open(address: string, accept: string, largest = Infinity): Promise<Fetched> {
    if (address.startsWith('file:')) return this.openFile(address.slice('file:'.length), largest);
    const deadline = Date.now() + this.config.FEED_LONGEST_SECONDS * 1000;
    let url = new URL(address);
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const response = await this.get(url, accept, deadline);
      const { statusCode = 0, headers } = response;
      if (redirects.has(statusCode) && headers.location !== undefined) {
        response.destroy();
        if (!URL.canParse(headers.location, url.href)) throw new FeedError(`${url.host} redirects to nowhere`);
        url = new URL(headers.location, url.href);
        continue;
      }
      if (statusCode !== 200) {
        response.destroy();
        throw new FeedError(`${url.host} answered ${statusCode}`);
      }
      return {
        url: url.href,
        contentType: headers['content-type'] ?? '',
        bytes: this.bounded(response, largest, headers['content-encoding'] === 'gzip'),
      };
    }
    throw new FeedError(`${new URL(address).host} redirects more than ${mostRedirects} times`);
  }

  private async get(url: URL, accept: string, deadline: number): Promise<IncomingMessage> {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new FeedError(`${url.protocol} is not read`);
    if (url.username !== '' || url.password !== '') throw new FeedError('an address with a password is not read');
    const [address] = await checkedAddresses(url, this.allowed);
    if (!address) throw new FeedError(`${url.hostname} has no address`);
    const idleMs = this.config.FEED_IDLE_SECONDS * 1000;
    return new Promise((done, failed) => {
      const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
        agent: false,
        headers: { accept, 'accept-encoding': 'gzip', 'user-agent': 'Rallare' },
        timeout: idleMs,
        lookup: connectTo(address),
      });
      request.once('response', (response) => {
        request.setTimeout(0);
        clearTimeout(tooLate);
        done(response);
      });
      const tooLate = setTimeout(
        () => request.destroy(new FeedError(`${url.host} takes too long`)),
        Math.max(1, deadline - Date.now()),
      );
      request.once('close', () => clearTimeout(tooLate));
      request.on('timeout', () =>
        request.destroy(new FeedError(`${url.host} said nothing for ${this.config.FEED_IDLE_SECONDS} s`)),
      );
      request.on('error', (error) =>
        failed(error instanceof FeedError ? error : new FeedError(`${url.host}: ${reasonOf(error)}`)),
      );
      request.end();
    });
  }

  private openFile(name: string, largest: number): Promise<Fetched> {
    const { FEED_FOLDER } = this.config;
    if (FEED_FOLDER === undefined) throw new FeedError('files are not read here: FEED_FOLDER is not set');
    // The name holds no separator: see the contract.
    const stream = createReadStream(join(FEED_FOLDER, name));
    return Promise.resolve({
      url: `file:${name}`,
      contentType: '',
      bytes: this.bounded(stream, largest, false),
    });
  }

  /** Time is counted while the other side is waited for, not while what it sent is taken in. */
  private async *bounded(stream: Readable, largest: number, isGzip: boolean): AsyncGenerator<Uint8Array> {
    const { FEED_LARGEST_MB, FEED_LONGEST_SECONDS, FEED_IDLE_SECONDS } = this.config;
    const most = Math.min(largest, FEED_LARGEST_MB * 1024 * 1024);
    const chunks = (isGzip ? unpacked(stream) : unpackedIfPacked(stream))[Symbol.asyncIterator]();
    const spoken = async (left: number): Promise<IteratorResult<Uint8Array>> => {
      const reason =
        left < FEED_IDLE_SECONDS * 1000
          ? `it takes longer than ${FEED_LONGEST_SECONDS} s`
          : `it said nothing for ${FEED_IDLE_SECONDS} s`;
      const timer = setTimeout(
        () => stream.destroy(new FeedError(reason)),
        Math.max(1, Math.min(left, FEED_IDLE_SECONDS * 1000)),
      );
      try {
        return await chunks.next();
      } finally {
        clearTimeout(timer);
      }
    };
    let [size, left] = [0, FEED_LONGEST_SECONDS * 1000];
    try {
      for (;;) {
        const asked = Date.now();
        const chunk = await spoken(left);
        left -= Date.now() - asked;
        if (chunk.done) return;
        size += chunk.value.length;
        if (size > most) throw new FeedError(`it is larger than ${Math.round(most / 1024 / 1024)} MB`);
        yield chunk.value;
      }
    } catch (error) {
      throw error instanceof FeedError ? error : new FeedError(`it breaks off: ${reasonOf(error)}`);
    } finally {
      stream.destroy();
    }
  }
}

type Lookup = (
  host: string,
  options: { all?: boolean },
  done: (error: null, address: string | CheckedAddress[], family?: number) => void,
) => void;

/** Names are not looked up again between check and connection. */
const connectTo =
  (checked: CheckedAddress): Lookup =>
  (_host, options, done) => {
    if (options.all) done(null, [checked]);
    else done(null, checked.address, checked.family);
  };

const unpacked = (bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  pipeline(Readable.from(bytes, { objectMode: false }), createGunzip(), () => {});

/** A file that was packed as a whole is known by its first bytes. */
async function* unpackedIfPacked(stream: Readable): AsyncGenerator<Uint8Array> {
  const iterator = (stream as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const whole = (async function* () {
    yield first.value;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  })();
  yield* first.value[0] === 0x1f && first.value[1] === 0x8b ? unpacked(whole) : whole;
}

function reasonOf(error: unknown): string {
  const { code, message, name } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError') return 'it takes too long';
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'ECONNREFUSED') return 'nobody answers';
  return (code ?? message).slice(0, 200);
}
