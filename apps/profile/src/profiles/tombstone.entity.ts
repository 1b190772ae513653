import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a profile was erased, and nothing else: late events must not bring it back. */
@Entity('tombstones')
export class Tombstone {
  @PrimaryColumn('uuid', { name: 'profile_id' })
  profileId: string;

  @Column('int')
  revision: number;
}
