// Makes each service's role and database, when they are missing. Runs before the services where the server is not the embedded one.
// ADMIN_DATABASE_URL: a user that may create roles and databases. DATABASE_URLS: the services' own, separated by white space.
import { ensureDatabase } from '../dist/libs/platform/src/postgres/index.js';

const { ADMIN_DATABASE_URL, DATABASE_URLS = '' } = process.env;
const urls = DATABASE_URLS.split(/\s+/).filter(Boolean);
if (!ADMIN_DATABASE_URL || urls.length === 0) {
  console.error('ADMIN_DATABASE_URL and DATABASE_URLS must be set: postgres://user:password@host:5432/database');
  process.exit(1);
}
for (const text of urls) {
  const url = new URL(text);
  const [role, password, database] = [url.username, url.password, url.pathname.slice(1)].map(decodeURIComponent);
  await ensureDatabase(ADMIN_DATABASE_URL, { database, role, password });
  console.log(`database ${database}, owned by ${role}: there`);
}
