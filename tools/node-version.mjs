// Written so that old Nodes can still parse it: everything else is imported after this has been called.
const REQUIRED = [20, 19];

/** Ends the process with one line when this Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > REQUIRED[0] || (major === REQUIRED[0] && minor >= REQUIRED[1])) return;
  console.error(
    `Rallare needs Node ${REQUIRED.join('.')} or later; this is Node ${process.versions.node} (https://nodejs.org).`,
  );
  process.exit(1);
}
