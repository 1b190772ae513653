export interface GrowthPoint {
  readonly profiles: number;
  /** Milliseconds. */
  readonly find: number;
  readonly floor: number;
}

const width = 640;
const height = 400;
const margin = 60;

/** Time of a question against the number of profiles, both on logarithmic scales, with a straight line of linear growth from the first point. */
export function growthPlot(points: readonly GrowthPoint[]): string {
  const [first, last] = [points[0]!, points.at(-1)!];
  const all = points.flatMap(({ find, floor }) => [find, floor]);
  const linear = first.find * (last.profiles / first.profiles);
  const [low, high] = [Math.min(...all), Math.max(...all, linear)];
  const scale = (value: number, from: number, to: number, a: number, b: number) =>
    a + ((Math.log10(value) - Math.log10(from)) / Math.max(1e-9, Math.log10(to) - Math.log10(from))) * (b - a);
  const x = (profiles: number) => scale(profiles, first.profiles, last.profiles, margin, width - margin).toFixed(1);
  const y = (ms: number) => scale(ms, low, high, height - margin, margin).toFixed(1);
  const line = (of: 'find' | 'floor') => points.map((one) => `${x(one.profiles)},${y(one[of])}`).join(' ');
  const dots = points.flatMap((one) => [
    `<circle cx="${x(one.profiles)}" cy="${y(one.find)}" r="4" fill="#1a5276"/>`,
    `<text x="${x(one.profiles)}" y="${Number(y(one.find)) - 10}" text-anchor="middle">${one.find.toFixed(2)} ms</text>`,
    `<text x="${x(one.profiles)}" y="${height - margin + 20}" text-anchor="middle">${one.profiles.toLocaleString('en')}</text>`,
  ]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>A vacancy's top 50 by the employer's fit, by number of profiles</title>
<rect width="${width}" height="${height}" fill="#fff"/>
<line x1="${x(first.profiles)}" y1="${y(first.find)}" x2="${x(last.profiles)}" y2="${y(linear)}" stroke="#999" stroke-dasharray="4 4"/>
<polyline points="${line('floor')}" fill="none" stroke="#b7950b" stroke-width="2"/>
<polyline points="${line('find')}" fill="none" stroke="#1a5276" stroke-width="2"/>
${dots.join('\n')}
<text x="${width / 2}" y="${height - 15}" text-anchor="middle">profiles (both axes logarithmic)</text>
<text x="${margin}" y="25" fill="#1a5276">top 50</text><text x="${margin + 70}" y="25" fill="#b7950b">the same lists, only added up</text><text x="${margin + 270}" y="25" fill="#666">linear growth</text>
</svg>
`;
}
