import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from 'node:http';
import { ensureDatabase, startEmbeddedPostgres, type EmbeddedPostgres } from '#platform';
import type { StandaloneConfig } from './config.js';
import { startDemoProvider } from './demo-provider/demo-provider.js';
import { demoAccounts } from './demo/demo-region.js';
import { anyPort, portFrom } from './processes/ports.js';
import { serviceProcesses } from './processes/service-processes.js';
import { Supervised } from './processes/supervised.js';
import { isRunning, readRunFile, removeRunFile, writeRunFile, type RunFile } from './run-file.js';
import { databaseNames, loadSecrets, operatorTokenFile, type DatabaseName, type Secrets } from './secrets.js';
import { print, step } from './terminal.js';

/** The whole system on this machine: database, services, demo provider. */
export class System {
  private postgres: EmbeddedPostgres | undefined;
  private provider: Server | undefined;
  private readonly processes: Supervised[] = [];
  private stopped: Promise<void> | undefined;

  constructor(private readonly config: StandaloneConfig) {}

  /** @throws Error in one line, or with the last lines of the log of what did not start. */
  async start(): Promise<RunFile> {
    const { config } = this;
    mkdirSync(join(config.RALLARE_DATA, 'logs'), { recursive: true, mode: 0o700 });
    const running = readRunFile(config.RALLARE_DATA);
    if (isRunning(running))
      throw new Error(`it runs already, at ${running!.url} (RALLARE_DATA is ${config.RALLARE_DATA})`);
    const secrets = await loadSecrets(config.RALLARE_DATA);
    const adminUrl = config.DATABASE_URL ?? (await this.startPostgres());
    const databases = await this.prepareDatabases(adminUrl, secrets);
    const port = await this.choosePort();
    const publicUrl = config.PUBLIC_URL ?? `http://${config.HOST === '0.0.0.0' ? 'localhost' : config.HOST}:${port}`;
    const demoProviderUrl = config.OIDC_ISSUER ? undefined : await this.startProvider(publicUrl, secrets);
    const { services, gateway } = await serviceProcesses({
      config,
      secrets,
      databases,
      port,
      publicUrl,
      demoProviderUrl,
    });
    const supervise = services.map((definition) => this.supervise(definition));
    await step(
      'services',
      () => Promise.all(supervise.map((one) => one.start())),
      () => services.map(({ name }) => name).join(', '),
    );
    const door = this.supervise(gateway);
    await step('gateway', () => door.start());
    const run: RunFile = {
      url: publicUrl,
      pid: process.pid,
      services: Object.fromEntries(
        this.processes.map((one) => [one.definition.name, { pid: one.pid, url: one.definition.url }]),
      ),
      operatorTokenFile: operatorTokenFile(config.RALLARE_DATA),
    };
    return run;
  }

  announce(run: RunFile): void {
    writeRunFile(this.config.RALLARE_DATA, run);
  }

  /** Stops the door first, then the services, then the database. Safe to call more than once. */
  stop(): Promise<void> {
    this.stopped ??= (async () => {
      removeRunFile(this.config.RALLARE_DATA);
      const [gateway, ...services] = [...this.processes].reverse();
      await gateway?.stop();
      await Promise.all(services.map((one) => one.stop()));
      this.provider?.closeAllConnections();
      this.provider?.close();
      await this.postgres?.stop();
    })();
    return this.stopped;
  }

  private supervise(definition: Supervised['definition']): Supervised {
    const supervised = new Supervised(
      definition,
      (name, why) => print(`  ! ${name} ended (${why}) and is started again`),
      () => this.refreshRunFile(),
    );
    this.processes.push(supervised);
    return supervised;
  }

  /** A service that was started again has another process id. */
  private refreshRunFile(): void {
    const run = readRunFile(this.config.RALLARE_DATA);
    if (!run || this.stopped) return;
    for (const one of this.processes) run.services[one.definition.name] = { pid: one.pid, url: one.definition.url };
    writeRunFile(this.config.RALLARE_DATA, run);
  }

  private async startPostgres(): Promise<string> {
    const dataDir = join(this.config.RALLARE_DATA, 'postgres');
    this.postgres = await step('embedded PostgreSQL', () =>
      startEmbeddedPostgres({
        dataDir,
        durability: 'safe',
        logFile: join(this.config.RALLARE_DATA, 'logs', 'postgres.log'),
      }),
    );
    void this.postgres.exited.then((why) => {
      if (!this.stopped) print(`  ! PostgreSQL ended: ${why}`);
    });
    return this.postgres.superuserUrl('postgres');
  }

  private prepareDatabases(adminUrl: string, secrets: Secrets): Promise<Record<DatabaseName, string>> {
    return step('databases', async () => {
      const urls: Partial<Record<DatabaseName, string>> = {};
      for (const name of databaseNames) {
        const role = `${this.config.DATABASE_PREFIX}_${name}`;
        urls[name] = await ensureDatabase(adminUrl, { database: role, role, password: secrets.databases[name]! });
      }
      return urls as Record<DatabaseName, string>;
    });
  }

  private async choosePort(): Promise<number> {
    const { HOST, PORT } = this.config;
    const port = await portFrom(HOST, PORT);
    if (port !== PORT) print(`  ! port ${PORT} is taken; ${port} is used`);
    return port;
  }

  private async startProvider(publicUrl: string, secrets: Secrets): Promise<string> {
    const port = await anyPort();
    const { OIDC_CLIENT_ID: clientId } = this.config;
    this.provider = await startDemoProvider({
      issuer: `${publicUrl}/oidc`,
      publicUrl,
      clientId,
      secrets,
      accounts: demoAccounts(),
      port,
    });
    return `http://127.0.0.1:${port}`;
  }
}
