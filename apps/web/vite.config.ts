import { fileURLToPath } from 'node:url';
import { defineConfig, loadEnv, type Plugin } from 'vite';

const sharedStylesheet = 'rallare.css';
/** Of the public pages, which name them as they name the stylesheet. */
const pageScripts = { 'search-box': 'src/page-scripts/search-box.ts', share: 'src/page-scripts/share.ts' };

/** React Aria brings its few texts in some 30 languages; two of them are spoken here. */
const twoLanguages = (): Plugin => ({
  name: 'two-languages',
  enforce: 'pre',
  load: (id) =>
    /react-aria.*\/intl\/.*\/?(?!sv-SE|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/.test(id) ? 'export default {};' : null,
});

/**
 * Built into `dist/web`, which the gateway serves: `index.html` under `/app`, hashed files under `/assets`. The public pages and the sign-in page use the
 * same stylesheet, so that one keeps a name without a hash. In development (`npx vite apps/web`), everything but the application itself is asked of a
 * running system, and `/app/design` shows the pieces of the design.
 */
export default defineConfig(({ command, mode }) => ({
  base: command === 'serve' ? '/app/' : '/',
  plugins: [twoLanguages()],
  // From its sources: nothing here waits for what the services are built into.
  resolve: { alias: { '#site': fileURLToPath(new URL('../../libs/site/src/index.ts', import.meta.url)) } },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/auth', '/sv', '/en', '/oidc', '/assets', '/favicon.svg'].map((path) => [
        path,
        { target: loadEnv(mode, '.', 'RALLARE_').RALLARE_URL ?? 'http://127.0.0.1:3000' },
      ]),
    ),
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      // "use client" means nothing in an application that runs in browsers only.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
      input: { app: 'index.html', rallare: 'src/design/rallare.css', ...pageScripts },
      output: {
        entryFileNames: ({ name }) => (name in pageScripts ? 'assets/[name].js' : 'assets/[name]-[hash].js'),
        assetFileNames: ({ names }) =>
          names.includes(sharedStylesheet) ? `assets/${sharedStylesheet}` : 'assets/[name]-[hash][extname]',
      },
    },
  },
}));
