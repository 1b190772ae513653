import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That an employer saw a person, or decided about them; `sourceId` is the view or decision that caused it. */
@Entity('disclosures')
export class StoredDisclosure {
  @PrimaryColumn('uuid', { name: 'profile_id' })
  profileId: string;

  @PrimaryColumn('uuid', { name: 'source_id' })
  sourceId: string;

  @PrimaryColumn('text')
  purpose: string;

  @Column('uuid', { name: 'employer_id' })
  employerId: string;

  @Column('uuid', { name: 'vacancy_id' })
  vacancyId: string;

  @Column('timestamptz')
  at: Date;
}
