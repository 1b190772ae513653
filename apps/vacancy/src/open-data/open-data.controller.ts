import { openDataApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, notFound, Serve } from '#platform';
import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import { OpenAds } from './ad/open-ads.js';
import { CompleteWordsService } from './complete/complete-words.service.js';
import { SearchAdsService } from './search/search-ads.service.js';

/** Rallare keeps no logos; a client that shows one gets a picture of a single clear pixel. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** JobSearch: one page of ads, one ad, words. */
@Controller()
export class OpenDataController {
  constructor(
    private readonly searching: SearchAdsService,
    private readonly completion: CompleteWordsService,
    private readonly ads: OpenAds,
  ) {}

  @Serve(openDataApi.searchAds)
  search(@Input() { query }: InputOf<typeof openDataApi.searchAds>): Promise<AnswerOf<typeof openDataApi.searchAds>> {
    return this.searching.search(query);
  }

  @Serve(openDataApi.completeWords)
  complete(
    @Input() { query }: InputOf<typeof openDataApi.completeWords>,
  ): Promise<AnswerOf<typeof openDataApi.completeWords>> {
    return this.completion.complete(query);
  }

  @Serve(openDataApi.getAd)
  async ad(@Input() { params }: InputOf<typeof openDataApi.getAd>): Promise<AnswerOf<typeof openDataApi.getAd>> {
    const ad = await this.ads.find(params.id);
    if (!ad) throw notFound();
    return ad;
  }

  @Serve(openDataApi.getAdLogo)
  async logo(@Input() { params }: InputOf<typeof openDataApi.getAdLogo>, @Res() response: Response): Promise<void> {
    if (!(await this.ads.find(params.id))) throw notFound();
    response.type('image/png').send(onePixel);
  }
}
