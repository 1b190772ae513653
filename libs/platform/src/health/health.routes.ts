import type { Express, Request, Response } from 'express';
import type { Readiness } from './readiness.js';

/** `/health/live`: the process runs. `/health/ready`: 200 only when every part works, with what does not. Both for anyone; they tell nothing of people. */
export function mountHealth(app: Express, readiness: Readiness, isStopping: () => boolean): void {
  app.get('/health/live', (_request: Request, response: Response) => void response.json({ ok: true }));
  app.get('/health/ready', (_request: Request, response: Response) => {
    if (isStopping()) {
      response.status(503).json({ ok: false, parts: { process: { ok: false, problem: 'stopping' } } });
      return;
    }
    void readiness.check().then((health) => response.status(health.ok ? 200 : 503).json(health));
  });
}
