import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';

/** An unprivileged account that every Linux has; PostgreSQL refuses to run as uid 0. */
const NOBODY = 65534;
const PARENT_DEATH = ['--pdeathsig', 'INT'];

export interface ServerAccount {
  /** The owner that the data directory must have on disk; undefined when it is simply whoever runs this. */
  owner: number | undefined;
  /** Whether `command(..., true)` makes the server stop when this process dies, even by SIGKILL. */
  diesWithParent: boolean;
  command(file: string, args: string[], dieWithParent?: boolean): [file: string, args: string[]];
}

/** Chooses the account under which the server runs here. */
export function chooseServerAccount(): ServerAccount {
  if (process.platform !== 'linux') return plain([]);
  const canDieWithParent = works('setpriv', [...PARENT_DEATH, 'true']);
  const wrapper = canDieWithParent ? ['setpriv', ...PARENT_DEATH] : [];
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && hasName()) return plain(wrapper);

  // In a user namespace the server sees itself as "nobody" and is still the same user outside, so file modes do not matter.
  const namespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  if (works(namespace[0]!, [...namespace.slice(1), 'true'])) {
    return { owner: isRoot ? 0 : undefined, diesWithParent: canDieWithParent, command: wrap(namespace, wrapper) };
  }
  if (!isRoot) return plain(wrapper);
  // A container without user namespaces: another uid, which keeps the right to reach files below folders of root.
  const reach = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const drop = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', ...reach];
  if (works(drop[0]!, [...drop.slice(1), 'true'])) {
    return { owner: NOBODY, diesWithParent: true, command: wrap(drop, PARENT_DEATH) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and neither unshare nor setpriv works here: start as an ordinary user, or set DATABASE_URL.',
  );
}

function plain(deathWrapper: string[]): ServerAccount {
  return { owner: undefined, diesWithParent: deathWrapper.length > 0, command: wrap([], deathWrapper) };
}

function wrap(prefix: string[], deathWrapper: string[]): ServerAccount['command'] {
  return (file, args, dieWithParent = false) => {
    const [first, ...rest] = [...prefix, ...(dieWithParent ? deathWrapper : []), file, ...args];
    return [first!, rest];
  };
}

/** initdb wants an entry in the user database, which a container's arbitrary uid does not have. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function works(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
