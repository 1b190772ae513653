import { HandlesEvent } from '#messaging';
import { Injectable } from '@nestjs/common';
import { ground, type Ground } from './fixture/backends.js';
import { startMatchingService } from './fixture/matching-service.js';
import { RecordingHandlers } from './fixture/recording-handlers.js';

@Injectable()
class AnotherAlertHandler {
  @HandlesEvent('matching-alerts', 'match.found.v1')
  async alert(): Promise<void> {}
}

@Injectable()
class StrayHandler {
  @HandlesEvent('profile-index', 'profile.changed.v1')
  async index(): Promise<void> {}
}

describe('the boot of a service', () => {
  let here: Ground;

  beforeAll(async () => {
    here = await ground('PostgreSQL');
  });

  afterAll(() => here.clear());

  const boot = async (...providers: (new () => object)[]): Promise<void> => {
    const service = await startMatchingService({ ...here.settings, role: 'api', providers });
    await service.close();
  };

  it('passes with one handler for each route', async () => {
    await expect(boot(RecordingHandlers)).resolves.toBeUndefined();
  });

  it('fails where a route has no handler, and names each', async () => {
    await expect(boot(AnotherAlertHandler)).rejects.toThrow(
      /no handler for profile\.changed\.v1 on matching-projection.*no handler for vacancy\.erased\.v1 on matching-projection/,
    );
  });

  it('fails where a route has two handlers', async () => {
    await expect(boot(RecordingHandlers, AnotherAlertHandler)).rejects.toThrow(
      'more than one handler for match.found.v1 on matching-alerts',
    );
  });

  it("fails where a handler is for another service's queue", async () => {
    await expect(boot(RecordingHandlers, StrayHandler)).rejects.toThrow(
      'no route for the handler of profile.changed.v1 on profile-index',
    );
  });
});
