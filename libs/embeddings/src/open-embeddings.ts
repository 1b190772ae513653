import type { Embeddings } from './embeddings.js';
import { HttpEmbeddings, type KindStyle } from './http-embeddings.js';

/** The settings as an app's environment names them; without a URL there are no embeddings. */
export interface EmbeddingsEnvironment {
  readonly EMBEDDINGS_URL?: string | undefined;
  readonly EMBEDDINGS_MODEL?: string | undefined;
  readonly EMBEDDINGS_KEY?: string | undefined;
  readonly EMBEDDINGS_KIND?: KindStyle | undefined;
}

/** Opens the service that the settings name; null where they name none, and everything is lexical. Asks nothing yet. */
export function openEmbeddings(environment: EmbeddingsEnvironment): Embeddings | null {
  const { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: key, EMBEDDINGS_KIND: kindStyle } = environment;
  return url ? new HttpEmbeddings({ url, model: model ?? 'default', key, kindStyle }) : null;
}
