import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Who shares a household, as their profiles say. */
@Injectable()
export class HouseholdRepository {
  constructor(private readonly dataSource: DataSource) {}

  async members(householdId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM profile_projection WHERE view ->> 'householdId' = $1 ORDER BY id`,
      [householdId],
    );
    return rows.map(({ id }) => id);
  }
}
