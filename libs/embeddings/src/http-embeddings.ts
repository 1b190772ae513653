import { CircuitBreaker } from './circuit-breaker.js';
import { EmbeddingsUnavailable, type EmbeddingKind, type Embeddings } from './embeddings.js';
import { readVectors } from './vectors-answer.js';

/** How a server is told a text's kind: by the field `input_type`, by E5's prefixes `query: ` and `passage: `, or not at all. */
export type KindStyle = 'input_type' | 'prefix' | 'none';

export interface EmbeddingsSettings {
  /** Where the service is, with or without `/v1`. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token. */
  readonly key?: string | undefined;
  readonly kindStyle?: KindStyle | undefined;
  /** For one text; each further text of a batch adds `perTextMs`. */
  readonly timeoutMs?: number | undefined;
  readonly perTextMs?: number | undefined;
  /** Failures in a row that stop the asking, and for how long. */
  readonly breakAfter?: number | undefined;
  readonly restMs?: number | undefined;
  readonly now?: (() => number) | undefined;
}

const batchSize = 64;

/** A service that speaks OpenAI's `POST /v1/embeddings`. Batches go one after the other: such servers compute one at a time. */
export class HttpEmbeddings implements Embeddings {
  readonly identity: string;
  private readonly url: string;
  private readonly style: KindStyle;
  private readonly breaker: CircuitBreaker;
  private length: number | undefined;

  constructor(private readonly settings: EmbeddingsSettings) {
    this.url = `${settings.url.replace(/\/+$/, '').replace(/\/v1$/, '')}/v1/embeddings`;
    this.style = settings.kindStyle ?? 'input_type';
    this.identity = `${settings.model}/${this.style}`;
    this.breaker = new CircuitBreaker({
      failures: settings.breakAfter ?? 3,
      restMs: settings.restMs ?? 30_000,
      now: settings.now ?? (() => performance.now()),
    });
  }

  async embed(texts: readonly string[], kind: EmbeddingKind): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (let from = 0; from < texts.length; from += batchSize) {
      vectors.push(...(await this.guarded(texts.slice(from, from + batchSize), kind)));
    }
    return vectors;
  }

  async dimensions(): Promise<number> {
    if (this.length === undefined) await this.embed(['svetsare'], 'query');
    return this.length!;
  }

  private async guarded(texts: readonly string[], kind: EmbeddingKind): Promise<Float32Array[]> {
    if (!this.breaker.admit()) throw new EmbeddingsUnavailable('the service failed repeatedly and rests');
    try {
      const vectors = await this.ask(texts, kind);
      this.breaker.succeeded();
      return vectors;
    } catch (error) {
      this.breaker.failure();
      throw error;
    }
  }

  private async ask(texts: readonly string[], kind: EmbeddingKind): Promise<Float32Array[]> {
    const { model, key, timeoutMs = 1500, perTextMs = 250 } = this.settings;
    // An empty text has no meaning, but some servers refuse it and with it the whole batch.
    const input = texts.map((text) => `${this.style === 'prefix' ? `${kind}: ` : ''}${text === '' ? ' ' : text}`);
    let response: Response;
    let body: string;
    try {
      response = await fetch(this.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
        body: JSON.stringify({ model, input, ...(this.style === 'input_type' ? { input_type: kind } : {}) }),
        signal: AbortSignal.timeout(timeoutMs + perTextMs * texts.length),
        redirect: 'error',
      });
      body = await response.text();
    } catch (error) {
      throw new EmbeddingsUnavailable('the service did not answer', error);
    }
    if (!response.ok) throw new EmbeddingsUnavailable(`the service answered ${response.status}`);
    const vectors = readVectors(body, texts.length);
    const length = vectors[0]?.length;
    if (this.length !== undefined && length !== this.length)
      throw new EmbeddingsUnavailable(`vectors have ${length} numbers now, ${this.length} before`);
    this.length = length;
    return vectors;
  }
}
