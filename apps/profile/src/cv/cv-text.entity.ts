import type { CvFormat } from './cv.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The text that was read in a person's CV; spans of extracted facts point into it. */
@Entity('cv_texts')
export class StoredCvText {
  @PrimaryColumn('uuid', { name: 'profile_id' })
  profileId: string;

  @Column('text')
  format: CvFormat;

  @Column('text')
  text: string;

  @Column('timestamptz', { name: 'read_at' })
  readAt: Date;
}
