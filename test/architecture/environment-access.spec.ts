import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '..', '..');
const source = 'export const secret = process.env.SECRET;\n';

async function findings(file: string): Promise<string[]> {
  // Rules that need types would read the whole program; the one at stake needs none.
  const eslint = new ESLint({ cwd: root, overrideConfig: tseslint.configs.disableTypeChecked });
  const [result] = await eslint.lintText(source, { filePath: join(root, file) });
  return result!.messages.map(({ message }) => message);
}

it('the environment is read in config.ts only', async () => {
  const complaint = 'Read the environment in src/config.ts of the app, through its zod schema.';
  expect(await findings('apps/profile/src/profiles/profiles.service.ts')).toEqual([complaint]);
  expect(await findings('libs/platform/src/logging/logger.ts')).toEqual([complaint]);
  expect(await findings('apps/profile/src/config.ts')).toEqual([]);
}, 60_000);
