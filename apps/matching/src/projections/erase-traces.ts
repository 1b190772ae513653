import type { EntityManager } from 'typeorm';

/** Everything that matching holds of a person, beside the tombstone of the id. */
export async function eraseProfileTraces(manager: EntityManager, profileId: string): Promise<void> {
  for (const table of ['shown_match', 'shortlist_item', 'decision', 'notification', 'alert']) {
    await manager.query(`DELETE FROM ${table} WHERE profile_id = $1`, [profileId]);
  }
}

export async function eraseVacancyTraces(manager: EntityManager, vacancyId: string): Promise<void> {
  for (const table of ['shown_match', 'shortlist', 'notification']) {
    await manager.query(`DELETE FROM ${table} WHERE vacancy_id = $1`, [vacancyId]);
  }
}
