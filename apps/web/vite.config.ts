import { defineConfig } from 'vite';

const sharedStylesheet = 'rallare.css';

/**
 * Built into `dist/web`, which the gateway serves: `index.html` under `/app`, hashed files under `/assets`. The public pages and the sign-in page use the
 * same stylesheet, so that one keeps a name without a hash.
 */
export default defineConfig({
  base: '/',
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      // "use client" means nothing in an application that runs in browsers only.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
      input: { app: 'index.html', rallare: 'src/design/rallare.css' },
      output: {
        assetFileNames: ({ names }) =>
          names.includes(sharedStylesheet) ? `assets/${sharedStylesheet}` : 'assets/[name]-[hash][extname]',
      },
    },
  },
});
