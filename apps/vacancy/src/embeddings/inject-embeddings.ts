import { Inject } from '@nestjs/common';

export const embeddingsToken = Symbol('vacancy:embeddings');

/** Injects the service of vectors (`Embeddings`), or null where none is configured. */
export const InjectEmbeddings = (): ParameterDecorator => Inject(embeddingsToken);
