import type { InputOf, matchingApi } from '#contracts';
import { DomainError, notFound } from '#platform';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import { KnownConcepts } from '../concepts/known-concepts.js';
import { Ownership } from '../ownership/ownership.service.js';
import { ProjectionRepository } from '../projections/projection.repository.js';
import { AlertRepository, type AlertRow } from './alert.repository.js';

const mostAlerts = 20;

/** Saves an alert: 20 at most for each person. */
@Injectable()
export class CreateAlert {
  constructor(
    private readonly repository: AlertRepository,
    private readonly ownership: Ownership,
    private readonly projections: ProjectionRepository,
    private readonly known: KnownConcepts,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async create({ params, body, principal }: InputOf<typeof matchingApi.createAlert>): Promise<AlertRow> {
    const { profileId } = params;
    await this.ownership.ownProfile(principal, profileId);
    this.known.requireMunicipalities('/municipalities', body.municipalities);
    return this.dataSource.transaction(async (manager) => {
      // Two that are made at the same time are counted one after the other.
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`alerts of ${profileId}`]);
      if (!(await this.projections.hold(manager, 'profile', [profileId])).has(profileId)) throw notFound();
      if ((await this.repository.of(profileId, manager)).length >= mostAlerts)
        throw new DomainError('conflict', `There are ${mostAlerts} alerts already`);
      const now = this.clock.now();
      const alert = {
        id: randomUUID(),
        profile_id: profileId,
        minimum_fit: body.minimumFit,
        municipalities: body.municipalities,
        search: body.search,
        name: body.name,
        active: body.active,
        seen_at: now,
        created_at: now,
      };
      await this.repository.insert(manager, alert);
      return alert;
    });
  }
}
