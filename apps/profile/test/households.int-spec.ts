import { profileApi } from '#contracts';
import type { Response } from 'supertest';
import { newProfile, startProfileService, type RunningService } from './service.js';

let service: RunningService;
beforeAll(async () => (service = await startProfileService('api')), 60_000);
afterAll(() => service?.stop());

const pointersOf = ({ body }: Response): string[] =>
  (body as { errors?: { pointer: string }[] }).errors?.map(({ pointer }) => pointer) ?? [];

describe('households', () => {
  interface HouseholdAnswer {
    householdId: string;
    invitation: string | null;
    members: number;
  }
  const link = async (one: Awaited<ReturnType<typeof newProfile>>, invitation: string | null = null) =>
    service.ask(profileApi.linkHousehold, one.person, { params: { profileId: one.profile.id }, body: { invitation } });
  const leave = (one: Awaited<ReturnType<typeof newProfile>>) =>
    service.get(profileApi.leaveHousehold, one.person, { params: { profileId: one.profile.id } });

  it('are joined by a code that goes when the household is full', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => newProfile(service)));
    const first = (await link(people[0]!)).body as HouseholdAnswer;
    expect(first).toMatchObject({ members: 1, invitation: expect.stringMatching(/^[2-9A-Z]{16}$/) });
    const code = first.invitation!;
    expect((await link(people[0]!)).body).toEqual(first);
    expect((await link(people[1]!, code.toLowerCase())).body).toMatchObject({
      householdId: first.householdId,
      members: 2,
    });
    expect((await link(people[2]!, code)).body).toMatchObject({ members: 3, invitation: code });
    expect((await link(people[3]!, code)).body).toMatchObject({ members: 4, invitation: null });
    expect(pointersOf(await link(people[4]!, code))).toEqual(['/invitation']);
    await leave(people[3]!);
    const renewed = (await link(people[0]!)).body as HouseholdAnswer;
    expect(renewed).toMatchObject({ members: 3, invitation: expect.any(String) });
    expect(renewed.invitation).not.toBe(code);
    expect(await service.events(people[3]!.profile.id)).toEqual(['changed 1', 'changed 2', 'changed 3']);
  });

  it('are left before another is joined, and go with their last member', async () => {
    const [one, two] = [await newProfile(service), await newProfile(service)];
    const { householdId } = (await link(one)).body as HouseholdAnswer;
    const { invitation } = (await link(two)).body as HouseholdAnswer;
    expect((await link(one, invitation)).status).toBe(409);
    await leave(one);
    expect(await service.database.query('SELECT FROM households WHERE id = $1', [householdId])).toEqual([]);
    expect((await link(one, invitation)).body).toMatchObject({ members: 2 });
  });

  it('take one of many who want the last place', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => newProfile(service)));
    const { invitation } = (await link(people[0]!)).body as HouseholdAnswer;
    const answers = await Promise.all(people.slice(1).map((one) => link(one, invitation)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 400, 400]);
  });
});
