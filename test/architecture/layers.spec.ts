import { join } from 'node:path';
import { brokenLayerRules } from './cruise-layers.js';

it('every import in apps and libs keeps to the layer rules', async () => {
  const { broken, checkedModules } = await brokenLayerRules(join(import.meta.dirname, '..', '..'));
  expect(broken).toEqual([]);
  expect(checkedModules).toBeGreaterThan(50);
}, 120_000);
