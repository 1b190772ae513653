import pg from 'pg';
import { commonColumns, schemaOfExtension, versionInUse } from './catalog.js';
import { type Session, transaction } from './session.js';
import { createSurroundings } from './surroundings.js';
import {
  createDocumentIndexes,
  createDocumentsTable,
  createWordIndexes,
  createWordsTable,
  type Tables,
} from './tables.js';
import { storeWords, updateAll } from './writer.js';

/** Empty tables beside those in use; ones left by a build that died are replaced. */
export async function createBuild(session: Session, tables: Tables, version: string): Promise<void> {
  await transaction(session, async () => {
    await createSurroundings(session, tables);
    await session.query(`DROP TABLE IF EXISTS ${tables.documentsBuild}, ${tables.wordsBuild}`);
    await session.query(createDocumentsTable(tables.documentsBuild));
    await session.query(createWordsTable(tables.wordsBuild));
    await session.query(`COMMENT ON TABLE ${tables.documentsBuild} IS ${pg.escapeLiteral(version)}`);
  });
}

/**
 * Indexes the build and puts it in the place of the tables in use. Writers wait, searches go on but for the moment of
 * renaming. What was written from `since` on, and removals that are still remembered, are carried over.
 */
export async function finishBuild(session: Session, tables: Tables, version: string, since: Date): Promise<void> {
  const trigramSchema = await schemaOfExtension(session, 'pg_trgm');
  for (const statement of [
    ...createDocumentIndexes(tables.documentsBuild),
    ...createWordIndexes(tables.wordsBuild, trigramSchema),
    `ANALYZE ${tables.documentsBuild}`,
    `ANALYZE ${tables.wordsBuild}`,
  ]) {
    await session.query(statement);
  }
  await transaction(session, async () => {
    const replaced = await versionInUse(session, tables);
    if (replaced !== null) {
      await session.query(`LOCK TABLE ${tables.documents} IN SHARE ROW EXCLUSIVE MODE`);
      await carryOverRemovals(session, tables);
      // What another version has written holds something else; its writers wait until theirs is in use again.
      if (replaced === version) await carryOver(session, tables, since);
      await session.query(`DROP TABLE ${tables.documents}`);
    }
    await session.query(`DROP TABLE IF EXISTS ${tables.words}`);
    await session.query(`ALTER TABLE ${tables.documentsBuild} RENAME TO ${tables.bare('documents')}`);
    await session.query(`ALTER TABLE ${tables.wordsBuild} RENAME TO ${tables.bare('words')}`);
  });
}

async function carryOverRemovals(session: Session, tables: Tables): Promise<void> {
  await session.query(
    `INSERT INTO ${tables.documentsBuild} AS d (key, revision, removed_at)
     SELECT key, revision, removed_at FROM ${tables.documents} WHERE removed_at IS NOT NULL
     ON CONFLICT (key) DO NOTHING`,
  );
}

async function carryOver(session: Session, tables: Tables, since: Date): Promise<void> {
  const columns = await commonColumns(session, tables.documents, tables.documentsBuild);
  await session.query(
    `INSERT INTO ${tables.documentsBuild} AS d (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM ${tables.documents} WHERE written_at >= $1 OR removed_at IS NOT NULL
     ON CONFLICT (key) DO UPDATE SET ${updateAll(columns)}
     WHERE d.revision < EXCLUDED.revision OR (d.revision = EXCLUDED.revision AND EXCLUDED.written_at >= $1)`,
    [since],
  );
  const { rows } = await session.query<{ texts: string }>(
    `SELECT concat_ws(' ', headline, employer_name, labels, concepts, body) AS texts
     FROM ${tables.documents} WHERE written_at >= $1 AND removed_at IS NULL`,
    [since],
  );
  await storeWords(
    session,
    tables.wordsBuild,
    rows.map(({ texts }) => texts),
  );
}
