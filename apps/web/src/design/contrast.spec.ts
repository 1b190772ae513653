import { readFileSync } from 'node:fs';

const css = readFileSync('apps/web/src/design/tokens.css', 'utf8');
type Scheme = 'light' | 'dark';

/** Value of a colour token in a scheme, `#rrggbb`. */
function colour(name: string, scheme: Scheme): string {
  const value = new RegExp(`^  --${name}: (.+);$`, 'm').exec(css)?.[1];
  if (!value) throw new Error(`no token --${name}`);
  const pair = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value);
  return pair ? pair[scheme === 'light' ? 1 : 2]! : value;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, WCAG 2.2: 1 to 21. */
function contrast(a: string, b: string): number {
  const [bright, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}

const grounds = ['ground', 'surface', 'raised', 'sunken'];
const text: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] =>
    ['ink', 'ink-soft', 'accent', 'met', 'unknown', 'not-met'].map((ink) => [ink, ground]),
  ),
  ...['accent-soft', 'requirement', 'merit', 'found', 'unknown-soft', 'met-soft', 'not-met-soft', 'water', 'land'].map(
    (ground): [string, string] => ['ink', ground],
  ),
  ['ink-soft', 'accent-soft'],
  ['accent-strong', 'surface'],
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
  ['accent', 'accent-soft'],
  ['night-ink', 'night'],
  ['night-ink-soft', 'night'],
  ['night-accent', 'night'],
];
/** What is not text but must be seen: edges of fields, meters, marks. */
const shapes: [string, string][] = [
  ...['line-strong', 'accent', 'requirement-line', 'merit-line'].flatMap((shape): [string, string][] =>
    ['ground', 'surface'].map((ground) => [shape, ground]),
  ),
  ['requirement-line', 'requirement'],
  ['merit-line', 'merit'],
  ['accent', 'land'],
];

describe.each(['light', 'dark'] as const)('colours, %s', (scheme) => {
  it.each(text)('%s on %s can be read (4.5)', (ink, ground) => {
    expect(contrast(colour(ink, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('%s on %s can be seen (3)', (shape, ground) => {
    expect(contrast(colour(shape, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(3);
  });
});

it('computes contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
