import { deskApi, matchingApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve, type PackedAnswer } from '#platform';
import { Controller } from '@nestjs/common';
import { Shortlists } from './shortlists.service.js';

@Controller()
export class ShortlistsController {
  constructor(private readonly shortlists: Shortlists) {}

  @Serve(matchingApi.createShortlist)
  create(@Input() input: InputOf<typeof matchingApi.createShortlist>): Promise<PackedAnswer> {
    return this.shortlists.create(input);
  }

  @Serve(matchingApi.listShortlists)
  list(
    @Input() input: InputOf<typeof matchingApi.listShortlists>,
  ): Promise<AnswerOf<typeof matchingApi.listShortlists>> {
    return this.shortlists.list(input);
  }

  @Serve(matchingApi.getShortlist)
  get(@Input() input: InputOf<typeof matchingApi.getShortlist>): Promise<PackedAnswer> {
    return this.shortlists.get(input);
  }

  @Serve(matchingApi.decide)
  decide(@Input() input: InputOf<typeof matchingApi.decide>): Promise<AnswerOf<typeof matchingApi.decide>> {
    return this.shortlists.decide(input);
  }

  @Serve(matchingApi.undoDecision)
  undo(@Input() input: InputOf<typeof matchingApi.undoDecision>): Promise<AnswerOf<typeof matchingApi.undoDecision>> {
    return this.shortlists.undo(input);
  }

  @Serve(deskApi.undoDecisions)
  undoSeveral(@Input() input: InputOf<typeof deskApi.undoDecisions>): Promise<AnswerOf<typeof deskApi.undoDecisions>> {
    return this.shortlists.undoSeveral(input);
  }
}
