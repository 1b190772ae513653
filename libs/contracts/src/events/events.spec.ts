import { eventEnvelope, events, queues, routes, type EventName } from './events.js';

const services = ['profile', 'vacancy', 'matching'];
const names = Object.keys(events) as EventName[];

describe('the routing table', () => {
  it('sends every event somewhere, once, to queues that there are', () => {
    expect(Object.keys(routes).sort()).toEqual([...names].sort());
    for (const name of names) {
      expect(routes[name].length).toBeGreaterThan(0);
      expect(new Set(routes[name]).size).toBe(routes[name].length);
      for (const queue of routes[name]) expect(queues).toContain(queue);
    }
  });

  it('names queues <consumer>-<purpose> of services that there are, and none in vain', () => {
    expect(new Set(queues).size).toBe(queues.length);
    const used = new Set<string>(names.flatMap((name) => [...routes[name]]));
    for (const queue of queues) {
      expect(queue).toMatch(/^[a-z]+-[a-z]+$/);
      expect(services).toContain(queue.split('-')[0]);
      expect(used).toContain(queue);
    }
  });

  it('names events in the past tense, with a version', () => {
    for (const name of names)
      expect(name).toMatch(
        /^[a-z]+(-[a-z]+)*\.(published|changed|closed|erased|found|shown|decided|requested|computed|outdated)\.v\d+$/,
      );
  });
});

describe('an event', () => {
  const id = '0191a0d0-0000-7000-8000-000000000001';

  it('carries ids, a revision and closed choices, and no field for a text', () => {
    for (const name of names) {
      const { shape } = events[name];
      for (const [field, schema] of Object.entries(shape)) {
        const takesText = schema.safeParse('Anna Andersson, anna@example.se').success;
        expect([name, field, takesText]).toEqual([name, field, false]);
      }
      expect(events[name].safeParse({ extra: 'field' }).success).toBe(false);
    }
  });

  it('is refused in an envelope of another name or shape', () => {
    const envelope = {
      eventId: id,
      name: 'profile.changed.v1',
      payload: { profileId: id, revision: 1 },
      occurredAt: '2026-01-01T00:00:00.000Z',
      requestId: null,
    };
    expect(eventEnvelope.safeParse(envelope).success).toBe(true);
    expect(eventEnvelope.safeParse({ ...envelope, name: 'profile.changed.v2' }).success).toBe(false);
    expect(eventEnvelope.safeParse({ ...envelope, person: 'Anna' }).success).toBe(false);
    expect(events['profile.changed.v1'].safeParse({ profileId: id, revision: 0 }).success).toBe(false);
  });
});
