import type { Language, Pay, VacancyStatus } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredDemand } from '../demands/stored-demand.js';
import type { AdDetails } from './ad-details.js';

@Entity('vacancies')
export class Vacancy {
  @PrimaryColumn('uuid')
  id: string;

  @Column('int')
  revision: number;

  @Column('text')
  status: VacancyStatus;

  @Column('uuid', { name: 'employer_id' })
  employerId: string;

  @Column('text')
  headline: string;

  @Column('text')
  text: string;

  @Column('text')
  language: Language;

  /** False: told from the text, and told again when the text changes. */
  @Column('boolean', { name: 'language_stated' })
  languageStated: boolean;

  @Column('text', { name: 'occupation_id', nullable: true })
  occupationId: string | null;

  @Column('text', { name: 'occupation_origin', nullable: true })
  occupationOrigin: 'stated' | 'read' | null;

  @Column('text', { array: true })
  municipalities: string[];

  @Column('boolean')
  remote: boolean;

  @Column('int')
  positions: number;

  @Column('text', { name: 'employment_type_id', nullable: true })
  employmentTypeId: string | null;

  @Column('int', { name: 'extent_min', nullable: true })
  extentMin: number | null;

  @Column('int', { name: 'extent_max', nullable: true })
  extentMax: number | null;

  @Column('text', { nullable: true })
  duration: string | null;

  @Column('jsonb', { nullable: true })
  pay: Pay | null;

  @Column('date', { nullable: true })
  deadline: string | null;

  @Column('date', { nullable: true })
  start: string | null;

  @Column('text', { name: 'application_url', nullable: true })
  applicationUrl: string | null;

  @Column('text', { name: 'application_email', nullable: true })
  applicationEmail: string | null;

  @Column('jsonb')
  demands: StoredDemand[];

  @Column('text', { name: 'source_name', nullable: true })
  sourceName: string | null;

  @Column('text', { name: 'external_id', nullable: true })
  externalId: string | null;

  @Column('text', { name: 'source_url', nullable: true })
  sourceUrl: string | null;

  @Column('jsonb', { name: 'ad_details', nullable: true })
  adDetails: AdDetails | null;

  /** Of what the source last said: the same again changes nothing. */
  @Column('text', { name: 'content_hash', nullable: true })
  contentHash: string | null;

  /** Closed because the source took it away; opened again when the source brings it back. */
  @Column('boolean', { name: 'withdrawn_by_source' })
  withdrawnBySource: boolean;

  @Column('boolean')
  demo: boolean;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
