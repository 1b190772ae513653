import { applicationApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { Applications } from './applications.service.js';
import { Questions } from './questions.service.js';

type Api = typeof applicationApi;

@Controller()
export class ApplicationsController {
  constructor(
    private readonly applications: Applications,
    private readonly questions: Questions,
  ) {}

  @Serve(applicationApi.apply)
  apply(@Input() input: InputOf<Api['apply']>): Promise<AnswerOf<Api['apply']>> {
    return this.applications.apply(input);
  }

  @Serve(applicationApi.withdraw)
  withdraw(@Input() input: InputOf<Api['withdraw']>): Promise<AnswerOf<Api['withdraw']>> {
    return this.applications.withdraw(input);
  }

  @Serve(applicationApi.listMine)
  listMine(@Input() input: InputOf<Api['listMine']>): Promise<AnswerOf<Api['listMine']>> {
    return this.applications.listMine(input);
  }

  @Serve(applicationApi.listReceived)
  listReceived(@Input() input: InputOf<Api['listReceived']>): Promise<AnswerOf<Api['listReceived']>> {
    return this.applications.listReceived(input);
  }

  @Serve(applicationApi.open)
  open(@Input() input: InputOf<Api['open']>): Promise<AnswerOf<Api['open']>> {
    return this.applications.open(input);
  }

  @Serve(applicationApi.answer)
  answer(@Input() input: InputOf<Api['answer']>): Promise<AnswerOf<Api['answer']>> {
    return this.applications.answer(input);
  }

  @Serve(applicationApi.ask)
  ask(@Input() input: InputOf<Api['ask']>): Promise<AnswerOf<Api['ask']>> {
    return this.questions.ask(input);
  }

  @Serve(applicationApi.listAsked)
  listAsked(@Input() input: InputOf<Api['listAsked']>): Promise<AnswerOf<Api['listAsked']>> {
    return this.questions.listAsked(input);
  }

  @Serve(applicationApi.listQuestions)
  listQuestions(@Input() input: InputOf<Api['listQuestions']>): Promise<AnswerOf<Api['listQuestions']>> {
    return this.questions.list(input);
  }

  @Serve(applicationApi.answerQuestion)
  answerQuestion(@Input() input: InputOf<Api['answerQuestion']>): Promise<AnswerOf<Api['answerQuestion']>> {
    return this.questions.answer(input);
  }

  @Serve(applicationApi.contact)
  contact(@Input() input: InputOf<Api['contact']>): Promise<AnswerOf<Api['contact']>> {
    return this.questions.contact(input);
  }
}
