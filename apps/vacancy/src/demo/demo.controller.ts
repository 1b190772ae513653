import { vacancyApi, type AnswerOf } from '#contracts';
import { Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { RemoveDemoService } from './remove-demo.service.js';

@Controller()
export class DemoController {
  constructor(private readonly demo: RemoveDemoService) {}

  @Serve(vacancyApi.removeDemoVacancies)
  async remove(): Promise<AnswerOf<typeof vacancyApi.removeDemoVacancies>> {
    return { removed: await this.demo.remove() };
  }
}
