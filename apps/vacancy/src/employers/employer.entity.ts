import type { z } from 'zod';
import type { employerSector } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type EmployerSector = z.infer<typeof employerSector>;

@Entity('employers')
export class Employer {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'organisation_number', nullable: true })
  organisationNumber: string | null;

  @Column('text')
  sector: EmployerSector;

  /** For employers that an import knows by name alone: which source. */
  @Column('text', { nullable: true })
  source: string | null;

  /** The name as it is compared within its source. */
  @Column('text', { name: 'source_key', nullable: true })
  sourceKey: string | null;

  @Column('boolean')
  demo: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
