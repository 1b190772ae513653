import { describeWithBrowser } from '#testing';
import { startWebSystem, type WebSystem } from './support/web-system.js';
import { WebVisitor } from './support/web-visitor.js';

describeWithBrowser('the search box', () => {
  let web: WebSystem;

  beforeAll(async () => {
    web = await startWebSystem();
  }, 180_000);

  afterAll(async () => {
    await web?.stop();
  }, 60_000);

  it.each([
    { locale: 'sv-SE', path: '/sv', kind: 'Kommun' },
    { locale: 'en-GB', path: '/en', kind: 'Municipality' },
  ])(
    'suggests while one types, by keyboard alone, on $path',
    async ({ locale, path, kind }) => {
      const visitor = await WebVisitor.open(web.browser, web.system.url, { locale });
      const { page } = visitor;
      await visitor.goTo(path);
      const box = page.getByRole('search').getByRole('combobox');
      await box.focus();
      await page.keyboard.type('svetsare kir');
      const option = page.getByRole('option', { name: new RegExp(`Kiruna.*${kind}`) });
      await option.waitFor();
      expect(await box.getAttribute('aria-expanded')).toBe('true');
      expect(await visitor.violations()).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.getByRole('listbox').count()).toBe(0);
      await page.keyboard.type('u');
      await option.waitFor();
      while ((await option.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
      expect(await box.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
      const count = await option.locator('.count').innerText();
      await page.keyboard.press('Enter');
      await page.waitForURL('**municipality=2584**');
      const asked = new URL(page.url()).searchParams;
      expect([asked.get('q'), asked.get('municipality')]).toEqual(['svetsare', '2584']);
      expect(await visitor.violations()).toEqual([]);
      await visitor.goTo(`${new URL(page.url()).pathname}?municipality=2584`);
      expect(await page.locator('#count').innerText()).toMatch(new RegExp(`^${count}\\b`));
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
    60_000,
  );

  it.each([
    { locale: 'sv-SE', path: '/sv/lediga-jobb' },
    { locale: 'en-GB', path: '/en/vacancies' },
  ])(
    'leads by keyboard alone from the words over a filter and an order to a vacancy, on $path',
    async ({ locale, path }) => {
      const visitor = await WebVisitor.open(web.browser, web.system.url, { locale });
      const { page } = visitor;
      const asked = (): URLSearchParams => new URL(page.url()).searchParams;
      await visitor.goTo(path);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.keyboard.press('Enter');
      await visitor.tabTo(page.locator('input[name=q]').first());
      await page.keyboard.type('svetsare');
      await page.keyboard.press('Enter');
      await page.waitForURL('**q=svetsare**');
      const extent = page.locator('.filters details').filter({ has: page.locator('a[href*="extent=full"]') });
      await visitor.tabTo(extent.locator('summary').first());
      await page.keyboard.press('Enter');
      await visitor.tabTo(extent.locator('a[href*="extent=full"]'));
      await page.keyboard.press('Enter');
      await page.waitForURL('**extent=full**');
      await visitor.tabTo(page.locator('#sort'));
      await page.keyboard.press('ArrowDown');
      await visitor.tabTo(page.locator('.sort button'));
      await page.keyboard.press('Enter');
      await page.waitForURL('**sort=newest**');
      expect([asked().get('q'), asked().get('extent')]).toEqual(['svetsare', 'full']);
      await visitor.tabTo(page.locator('.chips:not(.reading) a.chip').first());
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.searchParams.has('extent'));
      await visitor.tabTo(page.locator('.hits h3 a').first());
      const headline = await page.locator('.hits h3 a').first().innerText();
      await page.keyboard.press('Enter');
      await page.locator('article.vacancy h1').waitFor();
      expect(await page.locator('h1').innerText()).toBe(headline);
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
    60_000,
  );
});
