// What a lock file says, and what it leaves out.

/**
 * Optional dependencies of any package in the lock that have no entry where npm would look for it.
 * @returns {{ name: string, range: string, dev: boolean, wantedBy: string }[]}
 */
export function missingOptional({ packages }) {
  const missing = new Map();
  for (const [path, { optionalDependencies = {}, dev = false }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      if (!placesOf(path, name).some((place) => packages[place]))
        missing.set(name, { name, range, dev, wantedBy: path });
    }
  }
  return [...missing.values()];
}

/** From the folder of the package itself up to the root, as Node looks. */
function placesOf(path, name) {
  const folders = [];
  for (let folder = path; folder !== ''; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/'))))
    folders.push(`${folder}/`);
  return [...folders, ''].map((folder) => `${folder}node_modules/${name}`);
}
