import type { AnswerOf, deskApi, InputOf } from '#contracts';
import type { EngineVacancy } from '#engine';
import { invalidInput, notFound } from '#platform';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { told } from '../candidates/candidates.service.js';
import { EngineHost } from '../engine/engine-host.js';

/** A vacancy that asks for nothing, so that nobody is taken off. */
const anyWork: EngineVacancy = {
  vacancyId: '00000000-0000-0000-0000-000000000000',
  rankable: false,
  employerId: '00000000-0000-0000-0000-000000000000',
  occupationId: null,
  demands: [],
  municipalities: [],
  remote: true,
  employmentTypeId: null,
  extent: null,
  pay: null,
  deadline: null,
  start: null,
};

/** Where the people live who look for work in an occupation field, in numbers that name nobody. */
@Injectable()
export class Supply {
  constructor(
    private readonly host: EngineHost,
    private readonly taxonomy: Taxonomy,
  ) {}

  of({ params, query, principal }: InputOf<typeof deskApi.supply>): AnswerOf<typeof deskApi.supply> {
    if (!principal.employerIds.includes(params.employerId)) throw notFound();
    const field = this.taxonomy.concept(query.occupation) && this.taxonomy.occupationFieldOf(query.occupation);
    if (!field) throw invalidInput([{ pointer: 'query/occupation', detail: 'within no occupation field' }]);
    const places = this.taxonomy.municipalities.filter(({ countyCode }) => query.county.includes(countyCode));
    return {
      field,
      items: places.map(({ code }) => ({
        municipality: code,
        people: told(
          this.host.engine.countProfiles(anyWork, { filter: { occupationFields: [field], municipalities: [code] } }),
        ),
      })),
    };
  }
}
