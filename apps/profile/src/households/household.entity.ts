import { Column, Entity, PrimaryColumn } from 'typeorm';

/** People who move together. */
@Entity('households')
export class Household {
  @PrimaryColumn('uuid')
  id: string;

  /** Null while the household is full. */
  @Column('text', { nullable: true })
  invitation: string | null;

  @Column('text', { name: 'import_key', nullable: true })
  importKey: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
