import { deskApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { Candidates } from '../candidates/candidates.service.js';
import { Desk } from './desk.service.js';
import { Supply } from './supply.service.js';

type Api = typeof deskApi;

@Controller()
export class DeskController {
  constructor(
    private readonly desk: Desk,
    private readonly candidates: Candidates,
    private readonly supply: Supply,
  ) {}

  @Serve(deskApi.countDraft)
  countDraft(@Input() input: InputOf<Api['countDraft']>): Promise<AnswerOf<Api['countDraft']>> {
    return this.candidates.countDraft(input);
  }

  @Serve(deskApi.supply)
  supplyByPlace(@Input() input: InputOf<Api['supply']>): AnswerOf<Api['supply']> {
    return this.supply.of(input);
  }

  @Serve(deskApi.widen)
  widen(@Input() input: InputOf<Api['widen']>): Promise<AnswerOf<Api['widen']>> {
    return this.candidates.widen(input);
  }

  @Serve(deskApi.figures)
  figures(@Input() input: InputOf<Api['figures']>): Promise<AnswerOf<Api['figures']>> {
    return this.desk.listFigures(input);
  }

  @Serve(deskApi.log)
  log(@Input() input: InputOf<Api['log']>): Promise<AnswerOf<Api['log']>> {
    return this.desk.log(input);
  }

  @Serve(deskApi.addNote)
  addNote(@Input() input: InputOf<Api['addNote']>): Promise<AnswerOf<Api['addNote']>> {
    return this.desk.addNote(input);
  }

  @Serve(deskApi.listNotes)
  listNotes(@Input() input: InputOf<Api['listNotes']>): Promise<AnswerOf<Api['listNotes']>> {
    return this.desk.listNotes(input);
  }

  @Serve(deskApi.removeNote)
  removeNote(@Input() input: InputOf<Api['removeNote']>): Promise<void> {
    return this.desk.removeNote(input);
  }

  @Serve(deskApi.getPreference)
  preference(@Input() { principal }: InputOf<Api['getPreference']>): Promise<AnswerOf<Api['getPreference']>> {
    return this.desk.preference(principal);
  }

  @Serve(deskApi.setPreference)
  setPreference(@Input() { principal, body }: InputOf<Api['setPreference']>): Promise<AnswerOf<Api['setPreference']>> {
    return this.desk.setPreference(principal, body);
  }
}
