import { conceptKind, vacancyApi, type AnswerOf, type ConceptDetail, type InputOf } from '#contracts';
import { Input, notFound, Serve } from '#platform';
import { Taxonomy, type Concept } from '#taxonomy';
import { Controller } from '@nestjs/common';
import { ConceptUsage } from './concept-usage.js';

/** The taxonomy in use, for anybody. */
@Controller()
export class ConceptsController {
  constructor(
    private readonly taxonomy: Taxonomy,
    private readonly usage: ConceptUsage,
  ) {}

  @Serve(vacancyApi.suggestConcepts)
  async suggest(
    @Input() { query }: InputOf<typeof vacancyApi.suggestConcepts>,
  ): Promise<AnswerOf<typeof vacancyApi.suggestConcepts>> {
    const { q, kind, language, limit } = query;
    // With nothing typed, short kinds can be shown whole.
    if (q.trim() === '') {
      const all = kind.flatMap((one) => this.taxonomy.ofKind(one));
      return {
        items: all.slice(0, limit).map((concept) => ({
          ...this.taxonomy.view(concept.id),
          definition: definitionOf(concept),
          matched: concept.label[language],
          quality: 'prefix' as const,
        })),
      };
    }
    this.usage.refresh();
    const usage = (id: string): number => this.usage.of(id);
    const found = this.taxonomy.suggest(q, { language, limit, usage, ...(kind.length > 0 ? { kinds: kind } : {}) });
    return {
      items: found.map(({ concept, matched, quality }) => ({
        ...this.taxonomy.view(concept.id),
        definition: definitionOf(concept),
        matched,
        quality,
      })),
    };
  }

  @Serve(vacancyApi.lookUpConcepts)
  async lookUp(
    @Input() { body }: InputOf<typeof vacancyApi.lookUpConcepts>,
  ): Promise<AnswerOf<typeof vacancyApi.lookUpConcepts>> {
    const known = [...new Set(body.ids)].filter((id) => this.taxonomy.concept(id));
    return { items: known.map((id) => this.taxonomy.view(id)) };
  }

  @Serve(vacancyApi.getConcept)
  async get(@Input() { params }: InputOf<typeof vacancyApi.getConcept>): Promise<ConceptDetail> {
    const concept = this.taxonomy.concept(params.conceptId);
    if (!concept) throw notFound();
    const { sv, en } = concept.alternatives;
    return {
      ...this.taxonomy.view(concept.id),
      definition: definitionOf(concept),
      alternatives: { sv: [...sv], en: [...en] },
    };
  }

  @Serve(vacancyApi.listPlaces)
  async places(): Promise<AnswerOf<typeof vacancyApi.listPlaces>> {
    const counties = new Map(this.taxonomy.counties.map(({ code, label }) => [code, label]));
    return {
      items: this.taxonomy.municipalities.map(({ code, name, countyCode, latitude, longitude }) => ({
        code,
        name,
        latitude,
        longitude,
        county: { code: countyCode, label: { ...(counties.get(countyCode) ?? { sv: countyCode, en: countyCode }) } },
      })),
    };
  }

  @Serve(vacancyApi.taxonomyInfo)
  async info(): Promise<AnswerOf<typeof vacancyApi.taxonomyInfo>> {
    const { version, hash } = this.taxonomy;
    const concepts = Object.fromEntries(conceptKind.options.map((kind) => [kind, this.taxonomy.ofKind(kind).length]));
    const sources = this.taxonomy.sources.map(({ name, licence }) => ({ name, licence }));
    return { version, hash, concepts, sources };
  }
}

const definitionOf = ({ definition }: Concept): ConceptDetail['definition'] =>
  definition ? { sv: definition.sv ?? null, en: definition.en ?? null } : null;
