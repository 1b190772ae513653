import { conceptKind, vacancyApi, type AnswerOf, type ConceptView, type InputOf } from '#contracts';
import { Input, notFound, Serve } from '#platform';
import { Taxonomy } from '#taxonomy';
import { Controller } from '@nestjs/common';

/** The taxonomy in use, for anybody. */
@Controller()
export class ConceptsController {
  constructor(private readonly taxonomy: Taxonomy) {}

  @Serve(vacancyApi.suggestConcepts)
  async suggest(
    @Input() { query }: InputOf<typeof vacancyApi.suggestConcepts>,
  ): Promise<AnswerOf<typeof vacancyApi.suggestConcepts>> {
    const { q, kind, language, limit } = query;
    const found = this.taxonomy.suggest(q, { language, limit, ...(kind.length > 0 ? { kinds: kind } : {}) });
    return { items: found.map(({ concept }) => this.taxonomy.view(concept.id)) };
  }

  @Serve(vacancyApi.lookUpConcepts)
  async lookUp(
    @Input() { body }: InputOf<typeof vacancyApi.lookUpConcepts>,
  ): Promise<AnswerOf<typeof vacancyApi.lookUpConcepts>> {
    const known = [...new Set(body.ids)].filter((id) => this.taxonomy.concept(id));
    return { items: known.map((id) => this.taxonomy.view(id)) };
  }

  @Serve(vacancyApi.getConcept)
  async get(@Input() { params }: InputOf<typeof vacancyApi.getConcept>): Promise<ConceptView> {
    if (!this.taxonomy.concept(params.conceptId)) throw notFound();
    return this.taxonomy.view(params.conceptId);
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
