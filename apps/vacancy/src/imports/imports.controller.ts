import { vacancyApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { ImportAdsService } from './import-ads.service.js';

@Controller()
export class ImportsController {
  constructor(private readonly ads: ImportAdsService) {}

  @Serve(vacancyApi.importAds)
  async importAds(
    @Input() { body }: InputOf<typeof vacancyApi.importAds>,
  ): Promise<AnswerOf<typeof vacancyApi.importAds>> {
    return { results: await this.ads.import(body.source, body.records, body.demo) };
  }
}
