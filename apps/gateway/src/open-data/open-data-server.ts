import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Express, NextFunction, Request, Response } from 'express';

/** Where the open data is served: at a port of its own, and under a host name of its own at the gateway's port. */
export class OpenDataServer implements OnApplicationShutdown {
  private server: Server | null = null;

  constructor(
    private readonly door: Express,
    private readonly hostName: string | null,
  ) {}

  /** Takes requests for the host name out of the gateway's own. */
  readonly byHostName = (request: Request, response: Response, next: NextFunction): void => {
    if (this.hostName !== null && request.hostname === this.hostName) this.door(request, response, next);
    else next();
  };

  /** @throws Error when the port is taken. */
  async listen(port: number, host: string): Promise<void> {
    this.server = createServer(this.door);
    this.server.listen(port, host);
    await once(this.server, 'listening');
  }

  async onApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = null;
    const closed = new Promise((resolve) => server.close(resolve));
    // A snapshot that is being read slowly does not hold the end up.
    server.closeAllConnections();
    await closed;
  }
}
