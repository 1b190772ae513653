import { matchingApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { KnownConcepts } from '../concepts/known-concepts.js';
import { ShownMatches } from '../shown/shown-matches.service.js';
import { FitSearch } from './fit-search.service.js';
import { SeekerMatches } from './seeker-matches.service.js';

@Controller()
export class MatchesController {
  constructor(
    private readonly matches: SeekerMatches,
    private readonly fitSearch: FitSearch,
    private readonly shown: ShownMatches,
    private readonly known: KnownConcepts,
  ) {}

  @Serve(matchingApi.listMatches)
  list(@Input() input: InputOf<typeof matchingApi.listMatches>): Promise<AnswerOf<typeof matchingApi.listMatches>> {
    return this.matches.list(input);
  }

  @Serve(matchingApi.searchByFit)
  search(@Input() input: InputOf<typeof matchingApi.searchByFit>): Promise<AnswerOf<typeof matchingApi.searchByFit>> {
    return this.fitSearch.search(input);
  }

  @Serve(matchingApi.matchPlaces)
  places(@Input() input: InputOf<typeof matchingApi.matchPlaces>): Promise<AnswerOf<typeof matchingApi.matchPlaces>> {
    return this.matches.places(input);
  }

  @Serve(matchingApi.widenMatches)
  widen(@Input() input: InputOf<typeof matchingApi.widenMatches>): Promise<AnswerOf<typeof matchingApi.widenMatches>> {
    return this.matches.widen(input);
  }

  @Serve(matchingApi.explainMatch)
  explain(
    @Input() input: InputOf<typeof matchingApi.explainMatch>,
  ): Promise<AnswerOf<typeof matchingApi.explainMatch>> {
    return this.matches.explain(input);
  }

  @Serve(matchingApi.previewMatches)
  async preview(
    @Input() input: InputOf<typeof matchingApi.previewMatches>,
  ): Promise<AnswerOf<typeof matchingApi.previewMatches>> {
    this.known.requireAllOf(input.body.profile);
    return this.matches.preview(input);
  }

  @Serve(matchingApi.inspectProfile)
  inspect(
    @Input() input: InputOf<typeof matchingApi.inspectProfile>,
  ): Promise<AnswerOf<typeof matchingApi.inspectProfile>> {
    return this.matches.inspect(input);
  }

  @Serve(matchingApi.replay)
  replay(@Input() input: InputOf<typeof matchingApi.replay>): Promise<AnswerOf<typeof matchingApi.replay>> {
    return this.shown.replay(input);
  }
}
