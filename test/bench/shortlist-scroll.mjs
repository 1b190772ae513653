// How smoothly an officer goes through 300 rows of a shortlist, by wheel and by keys: npm run bench:scroll [-- --url http://…]
// The rows are those of the demo region's people, repeated with other ids; everything else is the running product in a real browser.
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from '../../tools/chromium.mjs';
import { machine, printTable, quantile } from './support/figures.mjs';
import { withSystem } from './support/system.mjs';

const { values } = parseArgs({ options: { url: { type: 'string' } } });
const rows = 300;
const wheelStep = 160;
/** A screen of 60 pictures a second. */
const frameMs = 1000 / 60;
const isAtEnd = () => {
  const { scrollTop, clientHeight, scrollHeight } = document.querySelector('.desk-frame');
  return scrollTop + clientHeight >= scrollHeight - 2;
};

if (values.url) await measure({ url: values.url });
else await withSystem({ timeoutMs: 300_000 }, measure);

async function measure({ url }) {
  const { launch, reason } = await findChromium();
  if (!launch) throw new Error(reason);
  const browser = await chromium.launch({ ...launch, env: { ...process.env, ...launch.env } });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${url}/auth/sign-in?returnTo=/app/shortlists`);
    await page.locator('button[value=maria]').click();
    await page.route('**/api/shortlists/*', repeated);
    await page.locator('.inline-form button').first().click();
    await page.locator('.desk-table tbody tr[data-row]').first().waitFor();
    const measured = [
      ['nothing but waiting', await during(page, () => page.waitForTimeout(3000))],
      ['by wheel to the end', await during(page, () => byWheel(page))],
      ['by keys back to the top', await during(page, () => byKeys(page))],
    ];
    console.log(`${rows} rows in a list 900 px high; ${machine()}\n`);
    printTable(
      [
        'going through',
        'frames',
        'p50 ms',
        'p95 ms',
        'longest ms',
        'over two frames',
        'tasks over 50 ms',
        'rows drawn at most',
      ],
      measured.map(([name, { frames, tasks, drawn }]) => [
        name,
        String(frames.length),
        quantile(frames, 0.5).toFixed(1),
        quantile(frames, 0.95).toFixed(1),
        Math.max(...frames).toFixed(1),
        `${((100 * frames.filter((ms) => ms > 2 * frameMs).length) / frames.length).toFixed(1)} %`,
        String(tasks),
        String(drawn),
      ]),
    );
  } finally {
    await browser.close();
  }
}

/** The list as it is, its people repeated until there are enough. */
async function repeated(route) {
  if (route.request().method() !== 'GET') return route.continue();
  const response = await route.fetch();
  const list = await response.json();
  const items = Array.from({ length: rows }, (_, at) => {
    const item = list.items[at % list.items.length];
    const profileId = at < list.items.length ? item.profileId : randomUUID();
    return {
      ...item,
      rank: at + 1,
      profileId,
      candidate: { ...item.candidate, profileId, alias: String(100_000 + at) },
    };
  });
  return route.fulfill({ response, json: { ...list, items } });
}

async function byWheel(page) {
  await page.locator('.desk-frame').hover();
  for (let turns = 0; turns < rows && !(await page.evaluate(isAtEnd)); turns += 1) await page.mouse.wheel(0, wheelStep);
  if (!(await page.evaluate(isAtEnd))) throw new Error('the end of the list was not reached');
}

async function byKeys(page) {
  await page.locator('.desk-table tbody tr[data-row]').last().focus();
  for (let row = 1; row < rows; row += 1) await page.keyboard.press('k');
  const at = await page.evaluate(() => document.activeElement.getAttribute('aria-rowindex'));
  if (at !== '2') throw new Error(`the keys led to row ${at}`);
}

/** Time between pictures, long tasks, and the most rows that were drawn while something was done. */
async function during(page, work) {
  await page.evaluate(() => {
    const seen = { frames: [], tasks: 0, drawn: 0, on: true };
    globalThis.seen = seen;
    new PerformanceObserver((list) => (seen.tasks += list.getEntries().length)).observe({ entryTypes: ['longtask'] });
    let before = performance.now();
    requestAnimationFrame(function frame(now) {
      seen.frames.push(now - before);
      before = now;
      seen.drawn = Math.max(seen.drawn, document.querySelectorAll('.desk-table tbody tr[data-row]').length);
      if (seen.on) requestAnimationFrame(frame);
    });
  });
  await work();
  const { frames, tasks, drawn } = await page.evaluate(() => ({
    ...globalThis.seen,
    on: (globalThis.seen.on = false),
  }));
  return { frames: frames.slice(1), tasks, drawn };
}
