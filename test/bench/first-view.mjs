// The first view of the search page, cold cache, at a simulated 4G: npm run bench:first-view [-- --runs 7]
// In a real browser, on the demo region; of a running system where RALLARE_URL is set. The network is the browser's own simulation.
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from '../../tools/chromium.mjs';
import { machine, printTable, quantile } from './support/figures.mjs';
import { withSystem } from './support/system.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' } } });
const runs = Math.min(Math.max(Math.trunc(Number(values.runs)) || 1, 1), 50);
/** "Fast 4G" of Chrome's developer tools: 9 and 1.5 Mbit/s, of which nine tenths arrive, and 165 ms for each request. */
const fast4g = {
  offline: false,
  downloadThroughput: (9e6 / 8) * 0.9,
  uploadThroughput: (1.5e6 / 8) * 0.9,
  latency: 165,
};
/** Milliseconds until the largest part is painted, and bytes of all, that are aimed at. */
const goals = { lcp: 1500, bytes: 150 * 1024 };
const views = [
  { name: 'search', path: '/sv/lediga-jobb?q=svetsare' },
  { name: 'all vacancies', path: '/en/vacancies' },
  { name: 'start', path: '/sv' },
  { name: 'how it decides', path: '/sv/sa-fungerar-det' },
];
const windows = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };

const { launch, reason } = await findChromium();
if (!launch) {
  console.error(`There is no browser: ${reason}`);
  process.exit(1);
}
const given = process.env.RALLARE_URL;
if (given) await measure({ url: given });
else await withSystem({ env: { DEMO: '1' }, timeoutMs: 400_000 }, measure);

async function measure({ url }) {
  const browser = await chromium.launch({ ...launch, env: { ...process.env, ...launch.env } });
  try {
    console.log(`Chrome's "Fast 4G" (9 Mbit/s, 165 ms a request), cold cache, median of ${runs}; ${machine()}\n`);
    const rows = [];
    for (const view of views) {
      for (const [size, viewport] of Object.entries(windows)) {
        const seen = [];
        for (let run = 0; run < runs; run++) seen.push(await firstView(browser, url + view.path, viewport));
        rows.push([`${view.name}, ${size}`, ...figures(seen)]);
      }
    }
    printTable(
      ['', 'answer', 'FCP', 'LCP', 'worst LCP', 'HTML', 'CSS', 'JS', 'fonts', 'other', 'kB', 'requests'],
      rows,
    );
    console.log(`\ntimes in ms, sizes in kB as sent; goals: LCP ${goals.lcp} ms, ${goals.bytes / 1024} kB`);
  } finally {
    await browser.close();
  }
}

function figures(seen) {
  const median = (of) => Math.round(quantile(seen.map(of), 0.5));
  const kB = (...kinds) =>
    (
      quantile(
        seen.map(({ bytes }) => kinds.reduce((sum, kind) => sum + (bytes[kind] ?? 0), 0)),
        0.5,
      ) / 1024
    ).toFixed(1);
  const known = ['Document', 'Stylesheet', 'Script', 'Font'];
  const all = [...new Set(seen.flatMap(({ bytes }) => Object.keys(bytes)))];
  return [
    median(({ answer }) => answer),
    median(({ fcp }) => fcp),
    median(({ lcp }) => lcp),
    Math.round(Math.max(...seen.map(({ lcp }) => lcp))),
    ...known.map((kind) => kB(kind)),
    kB(...all.filter((kind) => !known.includes(kind))),
    kB(...all),
    median(({ requests }) => requests),
  ];
}

/** A browser that has never been here opens the page once. */
async function firstView(browser, address, viewport) {
  const context = await browser.newContext({ viewport, locale: 'sv-SE' });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', fast4g);
    const kinds = new Map();
    const bytes = {};
    devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? 'Other';
      bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    const painted = await page.evaluate(`new Promise((done) => {
      const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
      const answer = performance.getEntriesByType('navigation')[0].responseStart;
      new PerformanceObserver((list) => done({ answer, fcp: first, lcp: list.getEntries().at(-1).startTime }))
        .observe({ type: 'largest-contentful-paint', buffered: true });
    })`);
    return { ...painted, bytes, requests: kinds.size };
  } finally {
    await context.close();
  }
}
