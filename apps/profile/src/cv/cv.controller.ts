import { profileApi, wishes, type AnswerOf, type InputOf } from '#contracts';
import { Input, notFound, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Clock, swedishDay } from '../clock/clock.js';
import { ProfileRepository } from '../profiles/profile.repository.js';
import { AddCv } from './add-cv.service.js';
import { CvReader } from './cv-reader.js';
import { CvTexts } from './cv-texts.service.js';

type Api = typeof profileApi;

@Controller()
export class CvController {
  constructor(
    private readonly reader: CvReader,
    private readonly adding: AddCv,
    private readonly cvTexts: CvTexts,
    private readonly profiles: ProfileRepository,
    private readonly clock: Clock,
  ) {}

  @Serve(profileApi.readCv)
  async read(@Input() { body }: InputOf<Api['readCv']>): Promise<AnswerOf<Api['readCv']>> {
    const reading = this.reader.read(body.format, body.document, swedishDay(this.clock.now()));
    const { contact, home, headline, summary, language, facts, cv, warnings } = reading;
    return {
      profile: {
        contact,
        homeMunicipality: home?.homeMunicipality ?? null,
        homeCountry: home?.homeCountry ?? 'SE',
        headline,
        summary,
        language,
        facts: facts.map((fact) => ({ ...fact, id: randomUUID() })),
        wishes: reading.wishes ?? wishes.parse({}),
      },
      text: cv?.text ?? '',
      warnings: [...warnings],
    };
  }

  @Serve(profileApi.addCv)
  add(@Input() input: InputOf<Api['addCv']>): Promise<AnswerOf<Api['addCv']>> {
    return this.adding.add(input);
  }

  @Serve(profileApi.getCv)
  async get(@Input() { principal, params }: InputOf<Api['getCv']>): Promise<AnswerOf<Api['getCv']>> {
    const { id } = await this.profiles.own(principal, params.profileId);
    const cv = await this.cvTexts.find(id);
    if (!cv) throw notFound();
    return cv;
  }
}
