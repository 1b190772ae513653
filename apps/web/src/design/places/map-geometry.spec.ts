import { mapGeometry, neighbourTowards, type MapPlace } from './map-geometry.js';

const places: MapPlace[] = [
  { code: '2480', name: 'Umeå', latitude: 63.83, longitude: 20.26 },
  { code: '2482', name: 'Skellefteå', latitude: 64.75, longitude: 20.95 },
  { code: '2580', name: 'Luleå', latitude: 65.58, longitude: 22.15 },
  { code: '2584', name: 'Kiruna', latitude: 67.86, longitude: 20.23 },
  { code: '2506', name: 'Arjeplog', latitude: 66.05, longitude: 17.89 },
];

describe('the schematic map', () => {
  const { cells, width, height, outline } = mapGeometry(places);
  const cell = (name: string) => cells.find(({ place }) => place.name === name)!;

  it('has north up, east to the right, and every seat within its frame', () => {
    expect(cell('Kiruna').y).toBeLessThan(cell('Umeå').y);
    expect(cell('Arjeplog').x).toBeLessThan(cell('Luleå').x);
    for (const { x, y } of cells) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(height);
    }
  });

  it('keeps the proportions of distances', () => {
    const apart = (a: string, b: string): number => Math.hypot(cell(a).x - cell(b).x, cell(a).y - cell(b).y);
    // Great-circle distances: Umeå to Skellefteå 107 km, Luleå to Kiruna 266 km.
    expect(apart('Luleå', 'Kiruna') / apart('Umeå', 'Skellefteå')).toBeCloseTo(266 / 107, 1);
  });

  it('has a cell for each, and an outline that closes', () => {
    expect(cells.every(({ path }) => /^M.*Z$/.test(path))).toBe(true);
    expect(outline).toMatch(/^M.*Z$/);
  });

  it('leads to the neighbour in a direction, and nowhere at the edge', () => {
    const towards = (name: string, key: Parameters<typeof neighbourTowards>[2]): string | undefined =>
      neighbourTowards(cells, cell(name), key)?.place.name;
    expect(towards('Umeå', 'ArrowUp')).toBe('Skellefteå');
    expect(towards('Luleå', 'ArrowLeft')).toBe('Arjeplog');
    expect(towards('Kiruna', 'ArrowUp')).toBeUndefined();
  });
});
