import { describeWithBrowser } from '#testing';
import { startWebSystem, type WebSystem } from './support/web-system.js';
import { WebVisitor } from './support/web-visitor.js';

/** Widths change what lies where, schemes what is told apart: each width in light, the outermost in dark. */
const looks = [
  [320, 'light'],
  [768, 'light'],
  [1440, 'light'],
  [320, 'dark'],
  [1440, 'dark'],
] as const;
const languages = ['sv', 'en'] as const;
type Language = (typeof languages)[number];

const jobs = { sv: '/sv/lediga-jobb', en: '/en/vacancies' };
const how = { sv: '/sv/sa-fungerar-det', en: '/en/how-it-works' };

describeWithBrowser('every public page', () => {
  let web: WebSystem;
  /** A vacancy that is open, and one that was closed while others like it are open. */
  let open: string;
  let closed: string;

  /** Where each lies, and what is opened on it. */
  const screens: readonly { name: string; path: (language: Language) => string; open?: string }[] = [
    { name: 'start', path: (language) => `/${language}` },
    { name: 'search', path: (language) => `${jobs[language]}?q=svetsare` },
    { name: 'search-filters', path: (language) => `${jobs[language]}?municipality=2580`, open: '.filters details' },
    { name: 'search-empty', path: (language) => `${jobs[language]}?q=xyzzyx&municipality=2580` },
    { name: 'vacancy', path: (language) => `${jobs[language]}/${open}` },
    { name: 'gone', path: (language) => `${jobs[language]}/${closed}` },
    { name: 'how', path: (language) => `${how[language]}?years=1&licence=no&home=2584` },
    { name: 'about-demo', path: (language) => (language === 'sv' ? '/sv/om-demon' : '/en/about-the-demo') },
    { name: 'missing', path: (language) => `/${language}/finns-inte` },
    { name: 'sign-in', path: () => '/auth/sign-in' },
  ];

  beforeAll(async () => {
    web = await startWebSystem();
    const employer = await WebVisitor.open(web.browser, web.system.url);
    await employer.signIn('jonas');
    const { request } = employer.page;
    const { employerIds, csrfToken } = await (await request.get(`${web.system.url}/api/session`)).json();
    const { items } = await (
      await request.get(`${web.system.url}/api/employers/${employerIds[0]}/vacancies?status=published`)
    ).json();
    // Of those that others are like, so that there is something to lead to.
    const likenesses = await Promise.all(
      items.map(async ({ id }: { id: string }) =>
        (await request.get(`${web.system.url}/api/vacancies/${id}/similar`)).json(),
      ),
    );
    const chosen = items[likenesses.findIndex((likeness) => likeness.items.length > 0)];
    closed = chosen.id;
    open = items.find(({ id }: { id: string }) => id !== closed).id;
    const answer = await request.post(`${web.system.url}/api/vacancies/${closed}/closing`, {
      headers: { 'x-csrf-token': csrfToken },
      data: { revision: chosen.revision },
    });
    expect(answer.status()).toBe(200);
    await employer.close();
  }, 180_000);

  afterAll(async () => {
    await web?.stop();
  }, 60_000);

  it.each(languages.flatMap((language) => screens.map((screen) => ({ language, ...screen }))))(
    '$name reflows and has no accessibility violation, in $language',
    async ({ language, name, path, open: toOpen }) => {
      const visitor = await WebVisitor.open(web.browser, web.system.url, {
        locale: language === 'sv' ? 'sv-SE' : 'en-GB',
        reducedMotion: 'reduce',
      });
      await visitor.goTo(path(language));
      await visitor.settled();
      if (toOpen) {
        const details = visitor.page.locator(toOpen);
        expect(await details.count()).toBeGreaterThan(3);
        await details.evaluateAll((all) => all.forEach((one: unknown) => ((one as { open: boolean }).open = true)));
      }
      for (const [width, colorScheme] of looks) {
        await visitor.page.emulateMedia({ colorScheme });
        await visitor.page.setViewportSize({ width, height: 900 });
        const found = [await visitor.overflow(), await visitor.violations()];
        expect([width, colorScheme, ...found]).toEqual([width, colorScheme, 0, []]);
        if (language === 'sv' && width !== 768) await visitor.picture(`${name}-${width}-${colorScheme}`);
      }
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
    90_000,
  );

  it('says of a closed vacancy what is open instead, and of an open one what its ad lacks', async () => {
    const visitor = await WebVisitor.open(web.browser, web.system.url);
    await visitor.goTo(`${jobs.sv}/${closed}`);
    expect(await visitor.page.locator('section[aria-labelledby=similar] a').count()).toBeGreaterThan(0);
    await visitor.goTo(`${jobs.sv}/${open}`);
    expect(await visitor.page.locator('.missing li').count()).toBeGreaterThan(0);
    await visitor.close();
  }, 60_000);

  it('computes, shares and searches without a script', async () => {
    const visitor = await WebVisitor.open(web.browser, web.system.url, { javaScriptEnabled: false });
    const { page } = visitor;
    await visitor.goTo(how.sv);
    const fit = page.locator('.outcome dd').first();
    const before = await fit.innerText();
    await page.locator('#example-licence').selectOption('yes');
    await page.locator('.example-form button').click();
    await page.waitForURL('**licence=yes**');
    expect(Number(await fit.innerText())).toBeGreaterThan(Number(before));
    await visitor.goTo(`${jobs.sv}/${open}`);
    expect(await page.locator('.share a').getAttribute('href')).toContain(encodeURIComponent(`${jobs.sv}/${open}`));
    expect(await page.locator('.share button:visible').count()).toBe(0);
    await visitor.goTo('/sv');
    await page.locator('input[name=q]').fill('svetsare');
    await page.locator('.search-form button').click();
    await page.locator('#count').waitFor();
    await visitor.close();
  }, 60_000);

  it('copies the address of a vacancy, or shows it to be copied by hand', async () => {
    const visitor = await WebVisitor.open(web.browser, web.system.url, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const { page } = visitor;
    await visitor.goTo(`${jobs.sv}/${open}`);
    const copy = page.locator('[data-does=copy]');
    await copy.click();
    await page.locator('[data-copied]').filter({ hasText: /\S/ }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${web.system.url}${jobs.sv}/${open}`);
    await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined })');
    await copy.click();
    await page.locator('[data-by-hand] input').waitFor();
    expect(await page.evaluate('document.activeElement.value')).toBe(`${web.system.url}${jobs.sv}/${open}`);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  }, 60_000);
});
