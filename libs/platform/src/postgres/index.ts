export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.js';
export { ensureDatabase, type DatabaseAccess } from './ensure-database.js';
