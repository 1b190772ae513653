import type { ServiceName } from '#contracts';

/** Where the services are. */
export class ServiceAddresses {
  constructor(readonly urls: Readonly<Record<Exclude<ServiceName, 'gateway'>, string>>) {}
}
