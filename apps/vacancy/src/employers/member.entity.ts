import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An account that may act for an employer. */
@Entity('members')
export class Member {
  @PrimaryColumn('uuid', { name: 'employer_id' })
  employerId: string;

  @PrimaryColumn('text')
  subject: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
