import { describeWithBrowser } from '#testing';
import { startWebSystem, type WebSystem } from './support/web-system.js';
import { WebVisitor } from './support/web-visitor.js';

const resume = {
  basics: { name: 'Tove Provsson', email: 'tove@example.org', location: { city: 'Luleå', countryCode: 'SE' } },
  work: [{ name: 'Provverkstaden', position: 'Svetsare', startDate: '2015-01', endDate: '2024-06' }],
  skills: [{ name: 'TIG-svetsning' }, { name: 'Ritningsläsning' }, { name: 'Truckkort' }],
  languages: [{ language: 'Svenska', fluency: 'Native speaker' }],
};

describeWithBrowser('journeys in a browser', () => {
  let web: WebSystem;
  const open = (options = {}): Promise<WebVisitor> => WebVisitor.open(web.browser, web.system.url, options);

  beforeAll(async () => {
    web = await startWebSystem();
  }, 180_000);

  afterAll(async () => {
    await web?.stop();
  }, 60_000);

  it.each([
    { language: 'sv', locale: 'sv-SE', start: '/sv', button: 'Sök', read: 'läst ur texten', list: '/sv/lediga-jobb' },
    {
      language: 'en',
      locale: 'en-GB',
      start: '/en',
      button: 'Search',
      read: 'read in the text',
      list: '/en/vacancies',
    },
  ])(
    'finds a vacancy without JavaScript, in $language',
    async ({ language, locale, start, button, read, list }) => {
      const visitor = await open({ javaScriptEnabled: false, locale });
      const { page } = visitor;
      await visitor.goTo('/');
      await page.waitForURL(`**${start}`);
      await page.getByRole('searchbox').fill('svetsare');
      await page.getByRole('button', { name: button, exact: true }).click();
      await page.waitForURL(`**${list}?q=svetsare`);
      const found = await page.locator('.hits .hit').count();
      expect(found).toBeGreaterThan(1);
      expect((await page.locator('.hits mark').first().innerText()).toLowerCase()).toContain('svets');
      await page.locator('.filters details[open] li a').first().click();
      await page.waitForURL('**municipality=**');
      expect(await page.locator('.chips:not(.reading) .chip').count()).toBe(1);
      expect(await page.locator('.hits .hit').count()).toBeLessThanOrEqual(found);
      await page.locator('.chips:not(.reading) .chip').click();
      await page.locator('.hits h3 a').first().click();
      await page.locator('article.vacancy').waitFor();
      const headline = await page.locator('h1').innerText();
      const posting = JSON.parse(await page.locator('script[type="application/ld+json"]').innerHTML());
      expect(posting).toMatchObject({ '@type': 'JobPosting', title: headline });
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('.demands').innerText()).toContain(read);
      expect(await page.locator('.body mark').count()).toBeGreaterThan(0);
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
    60_000,
  );

  it('tells people of a missing page as a page, and programs as a problem document', async () => {
    const visitor = await open();
    await visitor.goTo('/finns-inte');
    expect(await visitor.page.locator('h1').innerText()).toBe('Sidan finns inte');
    const answer = await visitor.page.request.get(`${web.system.url}/api/finns-inte`);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
    await visitor.close();
  }, 30_000);

  it('shows Elin her matches, the words of the ad, and a fit that follows what she denies', async () => {
    const visitor = await (await open()).signIn('elin');
    const { page } = visitor;
    await page.waitForURL('**/app/matches');
    const quoted = await page.locator('.match-card').first().locator('q.words').allInnerTexts();
    expect(quoted.length).toBeGreaterThan(0);
    await page.locator('.match-card h3 a').first().click();
    await page.locator('.ad-text mark').first().waitFor();
    await visitor.settled();
    const vacancyId = new URL(page.url()).pathname.split('/').at(-1);
    const ad = await (await page.request.get(`${web.system.url}/api/vacancies/${vacancyId}`)).json();
    const spans = ad.demands.map((demand: { span: { quote: string } | null }) => demand.span?.quote);
    for (const words of await page.locator('.ad-text mark').allTextContents()) expect(spans).toContain(words);
    expect(await page.locator('.ad-text').textContent()).toBe(ad.text);
    const fit = await page.locator('[data-fit]').getAttribute('data-fit');
    const focused = await page.evaluate('document.activeElement.tagName');
    expect(focused).toBe('H1');
    await page
      .getByRole('button', { name: /^Stämmer inte: / })
      .first()
      .click();
    await page.getByText(/^Passningen ändrades från/).waitFor();
    expect(Number(await page.locator('[data-fit]').getAttribute('data-fit'))).toBeLessThan(Number(fit));
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'How you match' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'How you match' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await visitor.picture('journey-match-en');
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  }, 60_000);

  it('matches a person whose CV is uploaded through the page', async () => {
    const visitor = await (await open()).signIn('sofia');
    const { page } = visitor;
    // The account begins anew: its profile is erased as its person would.
    const { csrfToken, profileId } = await (await page.request.get(`${web.system.url}/api/session`)).json();
    const erased = await page.request.delete(`${web.system.url}/api/profiles/${profileId}`, {
      headers: { 'x-csrf-token': csrfToken },
    });
    expect(erased.status()).toBe(204);
    await visitor.goTo('/app/matches');
    await visitor.settled();
    await page
      .getByLabel('Cv som fil')
      .setInputFiles({ name: 'cv.txt', mimeType: 'text/plain', buffer: Buffer.from('inte json') });
    await page.getByRole('alert').waitFor();
    await page
      .getByLabel('Cv som fil')
      .setInputFiles({ name: 'cv.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(resume)) });
    await page.getByRole('heading', { name: 'Stämmer det här?' }).waitFor();
    await visitor.settled();
    expect(await page.getByLabel('Namn').inputValue()).toBe('Tove Provsson');
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('journey-cv-review');
    await page.getByRole('checkbox', { name: /Truckkort/ }).uncheck();
    await page.getByLabel('Jag har läst och vill spara min profil').check();
    await page.getByRole('button', { name: 'Spara och visa matchningar' }).click();
    await page.locator('.match-card').first().waitFor();
    await visitor.settled();
    expect(await page.locator('.match-card').first().innerText()).toMatch(/svets/i);
    const profile = await (await page.request.get(`${web.system.url}/api/profiles/mine`)).json();
    const origins = profile.facts.map((fact: { origin: string }) => fact.origin);
    expect(origins).toContain('extracted');
    expect(origins).toContain('denied');
    await visitor.picture('journey-cv-matches');
    // A profile that is still on its way to matching answers "not found" for a moment, which the browser logs.
    expect(visitor.complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
    await visitor.close();
  }, 90_000);

  it('shows Jonas candidates without names, with evidence', async () => {
    const visitor = await (await open()).signIn('jonas');
    const { page } = visitor;
    await page.waitForURL('**/app/vacancies');
    await page
      .getByRole('link', { name: /^Se kandidater/ })
      .first()
      .click();
    await page.locator('.match-card').first().waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/Kandidat [A-Z0-9]{6}/);
    expect(text).not.toMatch(/Elin\b|Lövmark|@/);
    expect(await page.locator('.evidence li').count()).toBeGreaterThan(0);
    await page.locator('.match-card h3 a').first().click();
    await page.getByText('Att du tittar här loggas och visas för personen.').waitFor();
    await visitor.settled();
    await visitor.picture('journey-candidate');
    expect(await visitor.violations()).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  }, 60_000);

  it('shows Karin both of her roles, and Olle the operation', async () => {
    const karin = await (await open()).signIn('karin');
    const links = karin.page.getByRole('navigation', { name: 'Rallare' }).getByRole('link');
    await links.first().waitFor();
    expect(await links.allInnerTexts()).toEqual(['Lediga jobb', 'Mina lediga jobb', 'Urvalslistor']);
    await karin.close();
    const olle = await (await open({ locale: 'en-GB' })).signIn('olle');
    await olle.page.getByRole('heading', { name: 'Messages that got stuck' }).waitFor();
    await olle.settled();
    expect(await olle.page.locator('main').innerText()).toMatch(/Profiles\s+\d+/);
    await olle.page.getByRole('button', { name: 'Sign out' }).click();
    await olle.page.waitForURL(/\/(sv|en)$/);
    await olle.goTo('/app/operation');
    await olle.page.getByRole('heading', { name: 'Sign in to see your pages' }).waitFor();
    expect([...karin.complaints, ...olle.complaints]).toEqual([]);
    await olle.close();
  }, 60_000);
});
