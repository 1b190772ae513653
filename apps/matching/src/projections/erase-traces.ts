import type { EntityManager } from 'typeorm';

const profileTables = [
  'shown_match',
  'shortlist_item',
  'decision',
  'note',
  'notification',
  'alert',
  'vacancy_mark',
  'visit',
  'application',
  'question',
  'closing',
];
const vacancyTables = [
  'shown_match',
  'shortlist',
  'notification',
  'vacancy_mark',
  'application',
  'question',
  'closing',
];

/** Everything that matching holds of a person, beside the tombstone of the id. */
export async function eraseProfileTraces(manager: EntityManager, profileId: string): Promise<void> {
  for (const table of profileTables) await manager.query(`DELETE FROM ${table} WHERE profile_id = $1`, [profileId]);
}

export async function eraseVacancyTraces(manager: EntityManager, vacancyId: string): Promise<void> {
  for (const table of vacancyTables) await manager.query(`DELETE FROM ${table} WHERE vacancy_id = $1`, [vacancyId]);
}
