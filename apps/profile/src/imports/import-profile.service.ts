import { profileApi, type AnswerOf, type InputOf } from '#contracts';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock, swedishDay } from '../clock/clock.js';
import { CvReader } from '../cv/cv-reader.js';
import { ProfileRepository } from '../profiles/profile.repository.js';
import { ImportedProfiles, type Import } from './imported-profiles.service.js';

type Body = InputOf<typeof profileApi.importProfile>['body'];

@Injectable()
export class ImportProfile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profiles: ProfileRepository,
    private readonly reader: CvReader,
    private readonly imported: ImportedProfiles,
    private readonly taxonomy: Taxonomy,
    private readonly clock: Clock,
  ) {}

  /**
   * Imports a document under its importer's reference; what the reference brought before, once more, changes nothing.
   * @throws DomainError `invalid-input` with pointers into the body; `conflict` where the account has another profile.
   */
  async import(body: Body): Promise<AnswerOf<typeof profileApi.importProfile>> {
    const now = this.clock.now();
    const reading = this.reader.read(body.format, body.document, swedishDay(now));
    const { reference, subject, demo } = body;
    const household = body.household ?? reading.household;
    const given: Import = { reference, subject, demo, household, reading, hash: this.hashOf(body), readAt: now };
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`import:${reference}`]);
      const known = await this.profiles.lock(manager, { importReference: reference });
      const warnings = [...reading.warnings];
      if (known?.importHash === given.hash) return { profileId: known.id, outcome: 'unchanged' as const, warnings };
      if (!known)
        return { profileId: await this.imported.create(manager, given), outcome: 'created' as const, warnings };
      const changed = await this.imported.update(manager, known, given);
      return { profileId: known.id, outcome: changed ? ('updated' as const) : ('unchanged' as const), warnings };
    });
  }

  /** Of what was given and of what it was read with. */
  private hashOf(body: Body): string {
    return createHash('sha256')
      .update(JSON.stringify([body, this.taxonomy.hash]))
      .digest('hex');
  }
}
