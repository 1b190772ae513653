import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Gauge, Histogram, register } from 'prom-client';

export const requestSeconds = new Histogram({
  name: 'rallare_http_request_seconds',
  help: 'Time to answer, by method, route pattern and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
});

/** A gauge that is read when somebody asks for the metrics. */
export function gauge(
  name: string,
  help: string,
  labelNames: readonly string[],
  collect: (set: (labels: Record<string, string>, value: number) => void) => Promise<void>,
): Gauge {
  return new Gauge({
    name,
    help,
    labelNames: [...labelNames],
    async collect() {
      this.reset();
      await collect((labels, value) => this.set(labels, value));
    },
  });
}

/** Serves Prometheus' text format at `/metrics` on an internal port of its own. */
export async function serveMetrics(host: string, port: number): Promise<Server> {
  collectDefaultMetrics();
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    register.metrics().then(
      (text) => response.writeHead(200, { 'Content-Type': register.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return server;
}
