import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';

/** What the web application's build made; it lies in the package's `dist`, seen from source and from `dist` alike. */
function webFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const up = dirname(folder);
    if (up === folder) throw new Error('the web application is not in this installation');
    folder = up;
  }
  return join(folder, 'dist', 'web');
}

/**
 * A `Link` header by which the browser fetches the font of running text with the stylesheet, not after it; empty where there is none.
 * The other half of the font, for letters that Swedish and English do without, waits until a page has one.
 */
export function fontPreload(): string {
  const assets = join(webFolder(), 'assets');
  const font = existsSync(assets) && readdirSync(assets).find((file) => /-latin-wght-normal-[\w-]+\.woff2$/.test(file));
  return font ? `</assets/${font}>; rel=preload; as=font; type="font/woff2"; crossorigin` : '';
}

const isHashed = (file: string): boolean => /-[\w-]{8}\.\w+$/.test(file);

/** Serves the stylesheet, the fonts, the icon and the application under `/app`; none of them needs a session. */
export function mountWebFiles(app: Express): void {
  const folder = webFolder();
  app.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      index: false,
      redirect: false,
      setHeaders: (response, file) =>
        void response.setHeader(
          'Cache-Control',
          isHashed(file) ? 'public, max-age=31536000, immutable' : 'public, max-age=60, must-revalidate',
        ),
    }),
  );
  app.get('/favicon.svg', (_request: Request, response: Response, next: NextFunction) =>
    response.sendFile(join(folder, 'favicon.svg'), { maxAge: '1d' }, (error) => error && next(error)),
  );
  app.get('/app{/*path}', (_request: Request, response: Response, next: NextFunction) =>
    response.sendFile(join(folder, 'index.html'), { headers: { 'Cache-Control': 'no-cache' } }, (error) => {
      if (error) next(error);
    }),
  );
}
