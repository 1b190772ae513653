import { ConceptVectors, type Embeddings, type NamedConcept } from '#embeddings';
import { Taxonomy, type Concept } from '#taxonomy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectConfig, type VacancyConfig } from '../config.js';
import { InjectEmbeddings } from '../embeddings/inject-embeddings.js';

/** Vectors of occupations and skills, where a service of vectors is configured. Made in the background: nobody waits for them. */
@Injectable()
export class SuggestionVectors implements OnModuleInit {
  readonly occupations: ConceptVectors | null;
  readonly skills: ConceptVectors | null;

  constructor(
    taxonomy: Taxonomy,
    @InjectEmbeddings() embeddings: Embeddings | null,
    @InjectConfig() { EMBEDDINGS_FOLDER: folder }: VacancyConfig,
  ) {
    const vectors = (concepts: readonly Concept[]): ConceptVectors | null =>
      embeddings &&
      new ConceptVectors({
        embeddings,
        taxonomyHash: taxonomy.hash,
        names: concepts.flatMap(namesOf),
        folder: folder ?? null,
      });
    this.occupations = vectors(taxonomy.ofKind('occupation'));
    this.skills = vectors(taxonomy.ofKind('skill'));
  }

  onModuleInit(): void {
    // A service that is away now is asked again by the first who would use it.
    void this.occupations
      ?.load()
      .then(() => this.skills?.load())
      .catch(() => undefined);
  }
}

function namesOf({ id, label }: Concept): NamedConcept[] {
  return [...new Set([label.sv, label.en])].map((text) => ({ id, text }));
}
