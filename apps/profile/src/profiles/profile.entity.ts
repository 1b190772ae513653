import type { Fact, Language, Wishes } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What matching ranks by, and what the person wrote of themselves; names and addresses lie in `contacts`. */
@Entity('profiles')
export class Profile {
  @PrimaryColumn('uuid')
  id: string;

  @Column('int')
  revision: number;

  /** Pseudonym of the account that it belongs to; null for imported people without one. */
  @Column('text', { nullable: true })
  subject: string | null;

  @Column('text')
  status: 'active' | 'restricted';

  @Column('text', { name: 'home_municipality', nullable: true })
  homeMunicipality: string | null;

  @Column('text', { name: 'home_country' })
  homeCountry: string;

  @Column('text', { nullable: true })
  headline: string | null;

  @Column('text', { nullable: true })
  summary: string | null;

  @Column('text')
  language: Language;

  @Column('jsonb')
  facts: Fact[];

  @Column('jsonb')
  wishes: Wishes;

  @Column('uuid', { name: 'household_id', nullable: true })
  householdId: string | null;

  @Column('text', { name: 'notice_version' })
  noticeVersion: string;

  @Column('text', { name: 'import_reference', nullable: true })
  importReference: string | null;

  /** Of what was last imported under the reference: the same again changes nothing. */
  @Column('text', { name: 'import_hash', nullable: true })
  importHash: string | null;

  @Column('boolean')
  demo: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
