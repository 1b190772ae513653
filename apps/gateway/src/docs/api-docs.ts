import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { type Express, type Request, type Response } from 'express';

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Rallare API</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/api/docs/assets/swagger-ui.css"></head>
<body><div id="docs"></div>
<script src="/api/docs/assets/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>
`;

// The CSRF token is fetched for each write, so that "try it out" works with one's own session.
const start = `SwaggerUIBundle({
  url: '/api/openapi.json',
  domNode: document.getElementById('docs'),
  requestInterceptor: async (request) => {
    if (request.method && request.method !== 'GET') {
      const session = await (await fetch('/api/session')).json();
      request.headers['X-CSRF-Token'] = session.csrfToken;
    }
    return request;
  },
});
`;

/** The interactive page at `/api/docs/`, from the npm package's own files. */
export function mountApiDocs(app: Express): void {
  const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  app.get('/api/docs/', (_request: Request, response: Response) => void response.type('html').send(page));
  app.get(
    '/api/docs/start.js',
    (_request: Request, response: Response) => void response.type('text/javascript').send(start),
  );
  app.use('/api/docs/assets', express.static(assets, { index: false, maxAge: '1d' }));
}
