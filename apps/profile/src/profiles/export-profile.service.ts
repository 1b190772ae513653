import { profileApi, type AnswerOf, type Principal } from '#contracts';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { CvTexts } from '../cv/cv-texts.service.js';
import { Disclosures } from '../disclosures/disclosures.service.js';
import { Households } from '../households/households.service.js';
import { ProfileRepository } from './profile.repository.js';
import { profileView } from './profile.view.js';
import { resumeOf } from './resume.js';

@Injectable()
export class ExportProfile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profiles: ProfileRepository,
    private readonly cvTexts: CvTexts,
    private readonly disclosures: Disclosures,
    private readonly taxonomy: Taxonomy,
    private readonly clock: Clock,
  ) {}

  /** Everything that is stored about the asker, as of one moment. @throws DomainError `not-found` for somebody else's. */
  async export(principal: Principal, id: string): Promise<AnswerOf<typeof profileApi.exportProfile>> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const profile = await this.profiles.own(principal, id, manager);
      const view = profileView(profile, await this.profiles.contactOf(id, manager));
      const cv = await this.cvTexts.find(id, manager);
      return {
        profile: view,
        cv,
        resume: resumeOf(view, cv, this.taxonomy),
        householdMembers:
          profile.householdId === null ? null : await Households.memberCount(manager, profile.householdId),
        disclosures: await this.disclosures.all(id, manager),
        exportedAt: this.clock.now().toISOString(),
      };
    });
  }
}
