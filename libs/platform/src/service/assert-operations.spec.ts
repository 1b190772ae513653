import { operation, type Operation } from '#contracts';
import { Controller, Get, type Type } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, MetadataScanner, NestFactory } from '@nestjs/core';
import { Serve } from '../http/serve.js';
import { assertOperations } from './assert-operations.js';

const named = (id: string): Operation =>
  operation({
    id,
    method: 'GET',
    path: `/${id}`,
    service: 'profile',
    tag: 'test',
    who: 'anyone',
    status: 200,
    summary: id,
    answer: null,
  });
const [one, other] = [named('one'), named('other')];

@Controller()
class ServesOne {
  @Serve(one)
  get(): void {}
  helper(): void {}
}
@Controller()
class ServesOneToo {
  @Serve(one)
  get(): void {}
}
@Controller()
class Undeclared {
  @Get('planted')
  planted(): void {}
}
class Inherits extends ServesOne {}
Controller()(Inherits);

async function assertWith(controllers: Type[], operations: readonly Operation[]): Promise<void> {
  class TestModule {}
  const app = await NestFactory.createApplicationContext(
    { module: TestModule, imports: [DiscoveryModule], controllers },
    { logger: false, abortOnError: false },
  );
  try {
    assertOperations(app.get(DiscoveryService), new MetadataScanner(), operations);
  } finally {
    await app.close();
  }
}

describe('assertOperations', () => {
  it('takes exactly one handler for each operation, inherited or not', async () => {
    await assertWith([ServesOne], [one]);
    await assertWith([Inherits], [one]);
  });

  it('names what lacks a handler, has two, is not of this service, or declares no policy', async () => {
    await expect(assertWith([ServesOne], [one, other])).rejects.toThrow('the operation other has 0 handlers');
    await expect(assertWith([ServesOne, ServesOneToo], [one])).rejects.toThrow('the operation one has 2 handlers');
    await expect(assertWith([ServesOne], [])).rejects.toThrow('the operation one is not of this service');
    await expect(assertWith([ServesOne, Undeclared], [one])).rejects.toThrow(
      'the route Undeclared.planted declares no policy',
    );
  });

  it('tells all of it at once', async () => {
    await expect(assertWith([Undeclared], [one, other])).rejects.toThrow(/planted.*\n.*one has 0.*\n.*other has 0/);
  });
});
