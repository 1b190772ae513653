import type { Municipality } from './concept.js';
import { distanceKm, travelMinutes } from './geography.js';

function at(code: string, latitude: number, longitude: number): Municipality {
  return {
    code,
    latitude,
    longitude,
    conceptId: code,
    name: code,
    countyCode: '25',
    labourMarketRegionId: 'fa:1',
    neighbours: [],
  };
}
const lulea = at('2580', 65.5848, 22.1547);
const boden = at('2582', 65.8252, 21.6887);
const malmo = at('1280', 55.605, 13.0038);

describe('geography', () => {
  it('measures along the great circle, both ways alike', () => {
    expect(distanceKm(lulea, boden)).toBe(34);
    expect(distanceKm(boden, lulea)).toBe(34);
    expect(distanceKm(lulea, malmo)).toBe(1214);
    expect(distanceKm(lulea, lulea)).toBe(0);
    expect(distanceKm({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).toBe(111);
    expect(distanceKm({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 })).toBe(20015);
  });

  it('estimates the drive by its formula', () => {
    expect(travelMinutes(lulea, lulea)).toBe(15);
    const road = 1.25 * 34;
    expect(travelMinutes(lulea, boden)).toBe(Math.round(4 + 60 * (12 / 45 + (road - 12) / 80)));
    expect(travelMinutes(at('1', 60, 18), at('2', 60.03, 18))).toBe(Math.round(4 + (60 * 1.25 * 3) / 45));
  });
});
