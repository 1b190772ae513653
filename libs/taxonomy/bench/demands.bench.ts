import { loadTaxonomy, TextReader } from '../src/index.js';
import { readGold, type GoldAd } from './demand-gold.js';
import { readThings } from './demand-reading.js';
import { DEMANDS, FAMILIES, familiesOf, pairUp, scoreOf, type Family, type Outcome } from './demand-score.js';
import { speed } from './demand-speed.js';

const usage = `npm run bench:demands -- FILE... [options]
  --json               the table as JSON
  --errors             lists misses and false hits (those of locked ads only with --locked)
  --kind KIND          skill, licence, language, education, trait or other
  --half even|odd      every other ad, to find rules on one half and measure them on the other
  --taxonomy SNAPSHOT  another than the starter
  --speed              texts of 300 words a second of one core's time`;

interface Row {
  readonly of: string;
  readonly outcomes: readonly Outcome[];
  readonly families: readonly Family[];
}

const args = process.argv.slice(2);
const flag = (name: string): boolean => args.includes(`--${name}`);
const option = (name: string): string | undefined => (flag(name) ? args[args.indexOf(`--${name}`) + 1] : undefined);
const files = args.filter(
  (arg, at) => !arg.startsWith('--') && !['--kind', '--half', '--taxonomy'].includes(args[at - 1] ?? ''),
);
const kind = option('kind') as Family | undefined;
if (files.length === 0 || (kind !== undefined && !FAMILIES.includes(kind))) {
  console.error(usage);
  process.exit(2);
}

const reader = new TextReader(loadTaxonomy(option('taxonomy')));
const half = option('half');
const ads = files.flatMap(readGold).filter((_, index) => half === undefined || (index % 2 === 0) === (half === 'even'));
const outcomes = ads.flatMap((ad) => pairUp(ad, readThings(reader, ad)));
const rows = rowsOf(outcomes);
console.log(flag('json') ? JSON.stringify({ ads: ads.length, rows: rows.map(figures) }, null, 2) : table(rows));
if (flag('errors')) console.log(errors(outcomes));
if (flag('speed')) console.log(speed(reader, ads));

function rowsOf(all: readonly Outcome[]): Row[] {
  const languageOf = (ad: GoldAd): string => ad.language ?? reader.detectLanguage(ad.text);
  const languages = [...new Set(ads.map(languageOf))].sort().reverse();
  const origins = [...new Set(ads.map(({ origin }) => origin))];
  const parts = languages.flatMap((language) =>
    [false, true].map((locked) => ({
      of: `${language}${locked ? ' locked' : ''}`,
      outcomes: all.filter(({ ad }) => languageOf(ad) === language && Boolean(ad.locked) === locked),
    })),
  );
  return parts
    .filter((part) => part.outcomes.length > 0)
    .flatMap(({ of, outcomes }) => [
      { of: `${of}: demands`, outcomes, families: DEMANDS },
      ...FAMILIES.map((family) => ({ of: `${of}: ${family}`, outcomes, families: [family] })),
    ])
    .concat(
      origins.length < 2
        ? []
        : origins.map((origin) => ({
            of: `${origin}: demands`,
            outcomes: all.filter(({ ad }) => ad.origin === origin),
            families: DEMANDS,
          })),
    )
    .filter(({ families }) => kind === undefined || families.includes(kind));
}

function figures({ of, outcomes, families }: Row) {
  const score = scoreOf(outcomes, families);
  const { gold, read, hits, exact } = score;
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    of,
    ads: new Set(outcomes.map(({ ad }) => ad.id)).size,
    gold,
    read,
    precision: share(hits, read),
    recall: share(hits, gold),
    f1: share(2 * hits, gold + read),
    exactPrecision: share(exact, read),
    exactRecall: share(exact, gold),
    exactF1: share(2 * exact, gold + read),
    level: share(score.levelRight, hits),
  };
}

function table(all: readonly Row[]): string {
  const heads = ['', 'ads', 'gold', 'read', 'P', 'R', 'F1', 'exact P', 'exact R', 'exact F1', 'level'];
  const lines = all.map((row) => {
    const { of, ads, gold, read, ...shares } = figures(row);
    return [of, ...[ads, gold, read].map(String), ...Object.values(shares).map((share) => share.toFixed(3))];
  });
  const widths = heads.map((head, at) => Math.max(head.length, ...lines.map((line) => line[at]?.length ?? 0)));
  return [heads, ...lines]
    .map((line) =>
      line.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    )
    .join('\n');
}

function errors(all: readonly Outcome[]): string {
  return all
    .filter(({ ad }) => !ad.locked || flag('locked'))
    .flatMap(({ ad, gold, read }) => {
      const families = gold === null ? [read?.family ?? 'other'] : familiesOf(gold);
      if (kind === undefined ? !families.some((one) => DEMANDS.includes(one)) : !families.includes(kind)) return [];
      const at = gold ?? read;
      const context = at === null ? '' : around(ad.text, at.start, at.end);
      if (gold === null) return [`+ ${ad.id}\t${read?.family}/${read?.level}\t${read?.rule}\t${context}`];
      if (read === null) return [`- ${ad.id}\t${gold.kinds.join('|')}/${gold.level}\t${context}`];
      return gold.level === null || gold.level === read.level
        ? []
        : [`! ${ad.id}\t${gold.level}, read ${read.level}\t${read.rule}\t${context}`];
    })
    .join('\n');
}

function around(text: string, start: number, end: number): string {
  return `${text.slice(Math.max(0, start - 70), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 40)}`.replace(
    /\s*\n\s*/g,
    ' ⏎ ',
  );
}
