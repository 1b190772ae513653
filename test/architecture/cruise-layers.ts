import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { layerRules } from './layer-rules.js';

/** @returns every broken rule under `root` as "rule: from → to". */
export async function brokenLayerRules(root: string): Promise<{ checkedModules: number; broken: string[] }> {
  const libraries = readdirSync(join(root, 'libs'));
  const result = await cruise(
    ['apps', 'libs'],
    {
      baseDir: root,
      ruleSet: { forbidden: layerRules },
      validate: true,
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
      outputType: 'json',
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      // The package's own "imports" lead to what was built; the sources are meant.
      alias: Object.fromEntries(libraries.map((lib) => [`#${lib}$`, join(root, 'libs', lib, 'src', 'index.ts')])),
    },
  );
  const { summary } = JSON.parse(result.output as string) as ICruiseResult;
  const broken = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  return { checkedModules: summary.totalCruised, broken };
}
