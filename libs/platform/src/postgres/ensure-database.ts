import pg from 'pg';

export interface DatabaseAccess {
  database: string;
  role: string;
  password: string;
}

/**
 * Makes a login role and a UTF-8 database that only this role (its owner) and superusers may connect to. Repeatable: what
 * exists is kept, the password is set anew. The admin needs SUPERUSER, or CREATEROLE and CREATEDB.
 * @param adminUrl any database of the server, as the admin.
 * @returns the URL of the database with the role's name and password.
 */
export async function ensureDatabase(adminUrl: string, { database, role, password }: DatabaseAccess): Promise<string> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    // Two starters at once: CREATE ROLE and CREATE DATABASE know no "if not exists".
    await admin.query(`SELECT pg_advisory_lock(hashtext('ensure-database'))`);
    const roleName = admin.escapeIdentifier(role);
    const databaseName = admin.escapeIdentifier(database);
    const known = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
    const verb = known.rowCount ? 'ALTER' : 'CREATE';
    await admin.query(`${verb} ROLE ${roleName} LOGIN PASSWORD ${admin.escapeLiteral(password)}`);
    const existing = await admin.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (!existing.rowCount) {
      await joinRoleUnlessSuperuser(admin, roleName);
      await admin.query(`CREATE DATABASE ${databaseName} OWNER ${roleName} ENCODING 'UTF8' TEMPLATE template0`);
    }
    await admin.query(`REVOKE ALL ON DATABASE ${databaseName} FROM PUBLIC`);
  } finally {
    await admin.end();
  }
  const url = new URL(adminUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** An ordinary admin may give a database only to a role of which it is a member. */
async function joinRoleUnlessSuperuser(admin: pg.Client, roleName: string): Promise<void> {
  const me = await admin.query<{ rolsuper: boolean }>('SELECT rolsuper FROM pg_roles WHERE rolname = CURRENT_USER');
  if (!me.rows[0]?.rolsuper) await admin.query(`GRANT ${roleName} TO CURRENT_USER`);
}
