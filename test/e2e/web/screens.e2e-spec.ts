import { describeWithBrowser } from '#testing';
import { startWebSystem, type WebSystem } from './support/web-system.js';
import { WebVisitor } from './support/web-visitor.js';

const widths = [320, 768, 1440];
const schemes = ['light', 'dark'] as const;

/** Every screen of the application: who looks at it, where, and what to open on the way. */
const screens: readonly { name: string; account?: string; path: string; open?: string }[] = [
  { name: 'signed-out', path: '/app' },
  { name: 'matches', account: 'elin', path: '/app/matches' },
  { name: 'match', account: 'elin', path: '/app/matches', open: '.match-card h3 a' },
  { name: 'vacancies', account: 'jonas', path: '/app/vacancies' },
  { name: 'candidates', account: 'jonas', path: '/app/vacancies', open: '.row .button' },
  { name: 'shortlists', account: 'maria', path: '/app/shortlists' },
  { name: 'household', account: 'amir', path: '/app/household' },
  { name: 'household-join', account: 'elin', path: '/app/household' },
  { name: 'operation', account: 'olle', path: '/app/operation' },
  { name: 'missing-in-app', account: 'olle', path: '/app/finns-inte' },
];

describeWithBrowser('every screen of the application', () => {
  let web: WebSystem;

  beforeAll(async () => {
    web = await startWebSystem();
  }, 180_000);

  afterAll(async () => {
    await web?.stop();
  }, 60_000);

  it.each(screens)(
    '$name reflows and has no accessibility violation, light and dark',
    async ({ name, account, path, open }) => {
      const visitor = await WebVisitor.open(web.browser, web.system.url);
      if (account) await visitor.signIn(account);
      await visitor.goTo(path);
      await visitor.settled();
      if (open) {
        const before = visitor.page.url();
        await visitor.page.locator(open).first().click();
        await visitor.page.waitForURL((url) => url.href !== before);
        await visitor.settled();
      }
      for (const colorScheme of schemes) {
        await visitor.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        for (const width of widths) {
          await visitor.page.setViewportSize({ width, height: 900 });
          await visitor.picture(`${name}-${width}-${colorScheme}`);
          expect([width, colorScheme, await visitor.violations()]).toEqual([width, colorScheme, []]);
          expect([width, await visitor.overflow()]).toEqual([width, 0]);
        }
      }
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
    120_000,
  );
});
