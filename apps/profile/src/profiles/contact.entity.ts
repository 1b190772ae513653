import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Names and addresses, apart from what is ranked by. */
@Entity('contacts')
export class ProfileContact {
  @PrimaryColumn('uuid', { name: 'profile_id' })
  profileId: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  phone: string | null;
}
