import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDatabase, startEmbeddedPostgres, type EmbeddedPostgres } from '#platform';
import type { StandaloneConfig } from './config.js';
import { claimDataFolder } from './data-folder.js';
import { portFrom, urlOf } from './processes/ports.js';
import { serviceProcesses } from './processes/service-processes.js';
import { Stopped, Supervised } from './processes/supervised.js';
import { readRunFile, removeRunFile, writeRunFile, type RunFile } from './run-file.js';
import { databaseNames, loadSecrets, operatorTokenFile, type DatabaseName, type Secrets } from './secrets.js';
import { print, step } from './terminal.js';

/** Together with the database's own haste these keep a stop within 10 s. */
const gatewayPatienceMs = 2_000;
const servicePatienceMs = 3_000;

/** The whole system on this machine: database, services, demo provider. */
export class System {
  private postgres: EmbeddedPostgres | undefined;
  private readonly processes: Supervised[] = [];
  private release: (() => void) | undefined;
  private starting: Promise<RunFile> | undefined;
  private stopped: Promise<void> | undefined;

  constructor(private readonly config: StandaloneConfig) {}

  /** @throws Error in one line, or with the last lines of the log of what did not start; Stopped when it was told to stop meanwhile. */
  start(): Promise<RunFile> {
    return (this.starting = this.launch());
  }

  announce(run: RunFile): void {
    if (!this.stopped) writeRunFile(this.config.RALLARE_DATA, run);
  }

  /** Stops the door first, then the services, then the database; also in the middle of a start. Safe to call more than once. */
  stop(): Promise<void> {
    return (this.stopped ??= this.end());
  }

  private async launch(): Promise<RunFile> {
    const { config } = this;
    mkdirSync(join(config.RALLARE_DATA, 'logs'), { recursive: true, mode: 0o700 });
    this.release = claimDataFolder(config.RALLARE_DATA);
    removeRunFile(config.RALLARE_DATA);
    const secrets = await loadSecrets(config.RALLARE_DATA);
    const adminUrl = config.DATABASE_URL ?? (await this.startPostgres());
    this.goOn();
    const databases = await this.prepareDatabases(adminUrl, secrets);
    const port = await this.choosePort('PORT');
    const openPort = await this.choosePort('OPEN_API_PORT', port);
    const publicUrl = config.PUBLIC_URL ?? urlOf(config.HOST, port, 'localhost');
    const openDataUrl = config.OPEN_API_URL ?? urlOf(config.HOST, openPort, 'localhost');
    const inputs = { config, secrets, databases, port, publicUrl, openPort, openDataUrl };
    const { services, gateway } = await serviceProcesses(inputs);
    this.goOn();
    await this.startAll('services', services);
    await this.startAll('gateway', [gateway]);
    return {
      url: publicUrl,
      openDataUrl,
      pid: process.pid,
      services: this.running(),
      operatorTokenFile: operatorTokenFile(config.RALLARE_DATA),
    };
  }

  private async end(): Promise<void> {
    if (this.release) removeRunFile(this.config.RALLARE_DATA);
    await this.stopProcesses();
    // Whatever the start had under way is there by now, and can be stopped.
    await this.starting?.catch(() => {});
    await this.stopProcesses();
    await this.postgres?.stop();
    this.release?.();
  }

  private async stopProcesses(): Promise<void> {
    const isGateway = ({ definition }: Supervised): boolean => definition.name === 'gateway';
    await this.processes.find(isGateway)?.stop(gatewayPatienceMs);
    await Promise.all(this.processes.filter((one) => !isGateway(one)).map((one) => one.stop(servicePatienceMs)));
  }

  /** @throws Stopped when the system was told to stop. */
  private goOn(): void {
    if (this.stopped) throw new Stopped();
  }

  private async startAll(name: string, definitions: readonly Supervised['definition'][]): Promise<void> {
    this.goOn();
    const supervised = definitions.map((definition) => this.supervise(definition));
    const names = definitions.map((one) => one.name).join(', ');
    await step(
      name,
      () => Promise.all(supervised.map((one) => one.start())),
      () => (names === name ? '' : names),
    );
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

  private running(): RunFile['services'] {
    return Object.fromEntries(
      this.processes.map((one) => [one.definition.name, { pid: one.pid, url: one.definition.url }]),
    );
  }

  /** A service that was started again has another process id. */
  private refreshRunFile(): void {
    const run = readRunFile(this.config.RALLARE_DATA);
    if (run) this.announce({ ...run, services: this.running() });
  }

  private async startPostgres(): Promise<string> {
    this.postgres = await step('embedded PostgreSQL', () =>
      startEmbeddedPostgres({
        dataDir: join(this.config.RALLARE_DATA, 'postgres'),
        durability: 'safe',
        // Each service holds some 30 when it is busy: its own pool, its queues, its index.
        maxConnections: 150,
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

  /** @param taken a port that is another's already, though nobody listens there yet. */
  private async choosePort(name: 'PORT' | 'OPEN_API_PORT', taken?: number): Promise<number> {
    const { HOST, [name]: wanted } = this.config;
    let port = await portFrom(HOST, wanted);
    while (port === taken) port = await portFrom(HOST, wanted === 0 ? 0 : port + 1);
    if (wanted !== 0 && port !== wanted) print(`  ! port ${wanted} is taken; ${port} is used`);
    return port;
  }
}
