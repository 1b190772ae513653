import type { InputOf, matchingApi } from '#contracts';
import { invalidInput, type InputError } from '#platform';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';

type PreviewProfile = InputOf<typeof matchingApi.previewMatches>['body']['profile'];
type Named = readonly { readonly pointer: string; readonly code: string | null }[];

const listed = (pointer: string, codes: readonly string[]): Named =>
  codes.map((code, index) => ({ pointer: `${pointer}/${index}`, code }));

/** What people name must exist in the taxonomy: what does not would be ranked as if nobody had said it. */
@Injectable()
export class KnownConcepts {
  constructor(private readonly taxonomy: Taxonomy) {}

  /** @throws DomainError `invalid-input` with a pointer to each code that no municipality has. */
  requireMunicipalities(pointer: string, codes: readonly string[]): void {
    refuse(this.unknownPlaces(listed(pointer, codes)));
  }

  /** @throws DomainError `invalid-input` with a pointer to each place and concept that there is not. */
  requireAllOf({ homeMunicipality, wishes, facts }: PreviewProfile): void {
    const { municipalities, counties, occupations, employmentTypes } = wishes;
    refuse([
      ...this.unknownPlaces([
        { pointer: '/profile/homeMunicipality', code: homeMunicipality },
        ...listed('/profile/wishes/municipalities', municipalities),
      ]),
      ...listed('/profile/wishes/counties', counties).flatMap(({ pointer, code }) =>
        this.taxonomy.counties.some((county) => county.code === code) ? [] : [{ pointer, detail: 'no such county' }],
      ),
      ...this.unknownConcepts([
        ...listed('/profile/wishes/occupations', occupations),
        ...listed('/profile/wishes/employmentTypes', employmentTypes),
        ...facts.map(({ conceptId }, index) => ({ pointer: `/profile/facts/${index}/conceptId`, code: conceptId })),
      ]),
    ]);
  }

  private unknownPlaces(named: Named): InputError[] {
    return named.flatMap(({ pointer, code }) =>
      code === null || this.taxonomy.municipality(code) ? [] : [{ pointer, detail: 'no such municipality' }],
    );
  }

  private unknownConcepts(named: Named): InputError[] {
    return named.flatMap(({ pointer, code }) =>
      code === null || this.taxonomy.concept(code) ? [] : [{ pointer, detail: 'no such concept' }],
    );
  }
}

function refuse(errors: readonly InputError[]): void {
  if (errors.length > 0) throw invalidInput(errors);
}
