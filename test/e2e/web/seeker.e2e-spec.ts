import { describeWithBrowser, until } from '#testing';
import { texts as en } from '../../../apps/web/src/language/en/index.js';
import { texts as sv, type TextKey } from '../../../apps/web/src/language/sv/index.js';
import { startWebSystem, type WebSystem } from './support/web-system.js';
import { WebVisitor } from './support/web-visitor.js';

const schemes = ['light', 'dark'] as const;
const widths = [320, 768, 1440];

/** Both languages, and whose account is used: what one changes, the other does not see. */
const languages = [
  { language: 'sv', locale: 'sv-SE', account: 'elin', texts: sv, skill: 'Svarvning', typed: 'svarvn' },
  { language: 'en', locale: 'en-GB', account: 'amir', texts: en, skill: 'Turning', typed: 'turning' },
] as const;

const parts: readonly { name: string; path: string; open?: TextKey }[] = [
  { name: 'matches', path: '/app/matches' },
  { name: 'matches-filter', path: '/app/matches', open: 'match.filter' },
  { name: 'profile-work', path: '/app/profile' },
  { name: 'profile-papers', path: '/app/profile?part=papers' },
  { name: 'profile-wishes', path: '/app/profile?part=wishes' },
  { name: 'profile-places', path: '/app/profile?part=places' },
  { name: 'profile-about', path: '/app/profile?part=about' },
  { name: 'saved', path: '/app/saved' },
  { name: 'searches', path: '/app/saved?part=searches' },
  { name: 'applications', path: '/app/saved?part=applications' },
  { name: 'questions', path: '/app/saved?part=questions' },
  { name: 'hidden', path: '/app/saved?part=hidden' },
  { name: 'privacy', path: '/app/privacy' },
  { name: 'privacy-erase', path: '/app/privacy', open: 'privacy.erase.do' },
];

describeWithBrowser('a seeker in a browser', () => {
  let web: WebSystem;
  const signIn = async (account: string, locale = 'sv-SE'): Promise<WebVisitor> => {
    const visitor = await WebVisitor.open(web.browser, web.system.url, { locale });
    await visitor.signIn(account);
    return visitor;
  };
  const profileOf = async (visitor: WebVisitor) =>
    (await visitor.page.request.get(`${web.system.url}/api/profiles/mine`)).json();
  const saved = (visitor: WebVisitor) => visitor.page.locator('[data-saving=saved]').waitFor();

  beforeAll(async () => {
    web = await startWebSystem();
  }, 180_000);

  afterAll(async () => {
    await web?.stop();
  }, 60_000);

  it.each(languages)(
    'edits the profile by keyboard, with autosave and undo, in $language',
    async ({ locale, account, texts, skill, typed }) => {
      const visitor = await signIn(account, locale);
      const { page } = visitor;
      await visitor.goTo('/app/profile');
      await visitor.settled();
      const box = page.getByRole('combobox', { name: texts['fact.add.skill'] });
      const option = page.getByRole('option', { name: new RegExp(`^${skill} `) }).first();
      await box.focus();
      await page.keyboard.type(typed);
      await option.waitFor();
      await visitor.settled();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const row = page.locator('.fact').filter({ hasText: skill });
      await row.waitFor();
      await row.getByRole('combobox').selectOption('4');
      await saved(visitor);
      const level = async (): Promise<unknown> =>
        (await profileOf(visitor)).facts.find(
          (fact: { kind: string; origin: string }) => fact.kind === 'skill' && fact.origin === 'stated',
        )?.level;
      await until(async () => (await level()) === 4, { what: 'the level to be stored' });
      await page.getByRole('button', { name: texts['profile.undo'] }).click();
      await until(async () => (await level()) === null, { what: 'the level to be taken back' });
      await page.getByRole('button', { name: texts['profile.undo'] }).click();
      await row.waitFor({ state: 'detached' });
      await page.getByRole('link', { name: texts['profile.part.places'] }).click();
      const kiruna = page.getByRole('listbox').getByRole('option', { name: 'Kiruna' });
      await kiruna.focus();
      await page.keyboard.press('Space');
      expect(await page.getByRole('checkbox', { name: 'Kiruna' }).isChecked()).toBe(true);
      await until(async () => (await profileOf(visitor)).wishes.municipalities.includes('2584'), { what: 'the place' });
      await page.reload();
      await page.getByRole('checkbox', { name: 'Kiruna' }).waitFor();
      expect(await page.getByRole('checkbox', { name: 'Kiruna' }).isChecked()).toBe(true);
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
    90_000,
  );

  it('suggests concepts however fast one types, and closes the list without opening it again', async () => {
    const visitor = await signIn('sofia');
    const { page } = visitor;
    await visitor.goTo('/app/profile');
    await visitor.settled();
    const box = page.getByRole('combobox', { name: sv['fact.add.skill'] });
    const first = page.getByRole('option', { name: /^Svarvning / }).first();
    // In sight first: a list closes where the page scrolls below it.
    await box.click();
    // Pasted: one event brings the whole word, in the first render that has one.
    await box.fill('svarvning');
    await first.waitFor();
    for (let round = 0; round < 12; round++) {
      await page.keyboard.press('Escape');
      await until(async () => (await box.getAttribute('aria-expanded')) === 'false', { what: 'the list to close' });
      expect(await box.inputValue()).toBe('svarvning');
      await box.fill('');
      await page.keyboard.type('svarvning', { delay: 0 });
      await first.waitFor();
    }
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  }, 60_000);

  it.each(languages)(
    'saves, hides with undo, narrows, applies and sees what the employer sees, in $language',
    async ({ locale, account, texts }) => {
      const visitor = await signIn(account, locale);
      const { page } = visitor;
      const cards = page.locator('.match-card');
      const first = cards.first();
      const headline = await first.getByRole('heading').innerText();
      await first.getByRole('button', { name: `${texts['mark.hide']}: ${headline}` }).click();
      await cards.filter({ hasText: headline }).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: texts['toast.undo'] }).first().click();
      const card = cards.filter({ has: page.getByRole('link', { name: headline, exact: true }) });
      await card.waitFor();
      await card.getByRole('button', { name: `${texts['mark.save']}: ${headline}` }).click();
      await page.getByRole('radio', { name: texts['match.show.saved'] }).click();
      await page.waitForURL('**show=saved**');
      await until(async () => (await cards.count()) === 1, { what: 'the saved one alone' });
      await card.getByRole('link', { name: headline, exact: true }).click();
      await visitor.settled();
      await page.getByRole('button', { name: texts['match.employerView'] }).click();
      const view = page.getByRole('dialog');
      await view.getByText(texts['match.employerView.lead']).waitFor();
      const { contact } = await profileOf(visitor);
      expect(await view.innerText()).not.toContain(contact.name);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: texts['application.apply'], exact: true }).click();
      await page.getByLabel(texts['application.message'], { exact: false }).fill('Hej hej');
      await page.getByRole('button', { name: texts['application.send'] }).click();
      await page.locator('.application-state').getByText(texts['application.sent']).waitFor();
      await visitor.goTo('/app/saved?part=applications');
      await visitor.settled();
      await page.getByRole('button', { name: `${texts['application.withdraw']}: ${headline}` }).click();
      await page.getByRole('dialog').getByRole('button', { name: texts['application.withdraw'] }).click();
      await page.getByRole('listitem').getByText(texts['application.withdrawn'], { exact: true }).waitFor();
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
    90_000,
  );

  it.each(languages)(
    'names, silences, opens and removes a saved search, with undo, in $language',
    async ({ language, locale, account, texts }) => {
      const visitor = await signIn(account, locale);
      const { page } = visitor;
      await visitor.goTo(`${language === 'sv' ? '/sv/lediga-jobb' : '/en/vacancies'}?q=svetsare&municipality=2582`);
      await page.locator('form[action^="/auth/saved-searches"] button').click();
      await page.waitForURL('**saved=1');
      await visitor.goTo('/app/saved?part=searches');
      await visitor.settled();
      const row = page.locator('.saved-search');
      expect(await row.innerText()).toMatch(/svetsare[\s\S]*Boden/);
      await row.getByRole('button', { name: texts['searches.rename'] }).click();
      await page.getByLabel(texts['searches.name']).fill('Boden');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await row.getByRole('heading', { name: 'Boden', exact: true }).waitFor();
      expect(await row.locator('.chip').count()).toBe(2);
      await row.getByRole('checkbox').click();
      await visitor.settled();
      await page.reload();
      await visitor.settled();
      expect(await row.getByRole('checkbox').isChecked()).toBe(false);
      expect(await row.getByRole('heading').innerText()).toContain('Boden');
      expect(await visitor.violations()).toEqual([]);
      await visitor.picture(`seeker-searches-${language}`);
      await row.getByRole('button', { name: texts['searches.remove'] }).click();
      await row.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: texts['toast.undo'] }).first().click();
      await row.getByRole('heading', { name: 'Boden', exact: true }).waitFor();
      expect(await row.getByRole('checkbox').isChecked()).toBe(false);
      await row.getByRole('link', { name: texts['searches.open'] }).click();
      await page.waitForURL('**municipality=2582**');
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
    90_000,
  );

  it('loses nothing without a connection, without a session, or when two change the same', async () => {
    const visitor = await signIn('sofia');
    const { page } = visitor;
    await visitor.goTo('/app/profile?part=about');
    await visitor.settled();
    const headline = page.getByLabel(sv['about.headline'], { exact: false });
    await page.route('**/api/**', (route) => route.abort());
    await headline.fill('Utan anslutning');
    await page.locator('[data-saving=waiting]').waitFor();
    await page.getByText(sv['connection.offline']).waitFor();
    await page.unroute('**/api/**');
    await saved(visitor);
    await until(async () => (await profileOf(visitor)).headline === 'Utan anslutning', { what: 'the headline' });

    const cookies = await visitor.context.cookies();
    await visitor.context.clearCookies();
    await headline.fill('Utan session');
    await page.getByText(sv['connection.signed-out']).waitFor();
    expect(await headline.inputValue()).toBe('Utan session');
    await visitor.context.addCookies(cookies);
    await page.evaluate("window.dispatchEvent(new Event('focus'))");
    await saved(visitor);
    await until(async () => (await profileOf(visitor)).headline === 'Utan session', { what: 'the headline' });

    const { csrfToken } = await (await page.request.get(`${web.system.url}/api/session`)).json();
    const { id, revision } = await profileOf(visitor);
    const elsewhere = await page.request.patch(`${web.system.url}/api/profiles/${id}`, {
      headers: { 'x-csrf-token': csrfToken },
      data: { revision, headline: 'Från en annan flik' },
    });
    expect(elsewhere.status()).toBe(200);
    await headline.fill('Härifrån');
    const conflict = page.getByRole('dialog', { name: sv['conflict.title'] });
    await conflict.waitFor();
    expect(await conflict.innerText()).toMatch(/Härifrån[\s\S]*Från en annan flik/);
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('seeker-conflict');
    await conflict.getByRole('button', { name: sv['conflict.mine.keep'] }).click();
    await until(async () => (await profileOf(visitor)).headline === 'Härifrån', { what: 'the choice' });
    await visitor.close();
  }, 120_000);

  it('shows who has looked, and hands over everything', async () => {
    const jonas = await signIn('jonas');
    const { employerIds } = await (await jonas.page.request.get(`${web.system.url}/api/session`)).json();
    const vacancies = await (
      await jonas.page.request.get(`${web.system.url}/api/employers/${employerIds[0]}/vacancies?status=published`)
    ).json();
    const visitor = await signIn('elin');
    const { page } = visitor;
    const { id } = await profileOf(visitor);
    const looked = await jonas.page.request.get(
      `${web.system.url}/api/vacancies/${vacancies.items[0].id}/candidates/${id}`,
    );
    expect(looked.status()).toBe(200);
    const disclosures = async (): Promise<number> =>
      (await (await page.request.get(`${web.system.url}/api/profiles/${id}/disclosures`)).json()).total;
    await until(async () => (await disclosures()) > 0, { what: 'the look to be told' });
    await visitor.goTo('/app/privacy');
    await page.getByRole('cell', { name: sv['purpose.candidate'] }).first().waitFor();
    await page.getByRole('rowheader', { name: vacancies.items[0].employer.name }).first().waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: sv['privacy.download.do'] }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^rallare-\d{4}-\d\d-\d\d\.json$/);
    await page.getByRole('button', { name: sv['privacy.pause.do'] }).click();
    await page.getByText(sv['privacy.pause.on']).waitFor();
    await page.getByRole('button', { name: sv['privacy.resume.do'] }).click();
    await page.getByText(sv['privacy.pause.text']).waitFor();
    expect(visitor.complaints).toEqual([]);
    await Promise.all([visitor.close(), jonas.close()]);
  }, 90_000);

  it.each(languages)(
    'every page reflows and has no accessibility violation, light and dark, in $language',
    async ({ locale, account, texts, language }) => {
      const visitor = await signIn(account, locale);
      // What differs by language is how long words are; schemes and widths in between are looked at once.
      const [looks, sizes] = language === 'sv' ? [schemes, widths] : [['light'] as const, [320, 1440]];
      for (const { name, path, open } of parts) {
        await visitor.goTo(path);
        await visitor.settled();
        if (open) {
          await visitor.page.getByRole('button', { name: texts[open], exact: true }).click();
          await visitor.page.getByRole('dialog').waitFor();
        }
        for (const colorScheme of looks) {
          await visitor.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          for (const width of sizes) {
            await visitor.page.setViewportSize({ width, height: 900 });
            await visitor.picture(`seeker-${name}-${width}-${colorScheme}-${language}`);
            expect([name, width, await visitor.overflow()]).toEqual([name, width, 0]);
          }
          expect([name, colorScheme, await visitor.violations()]).toEqual([name, colorScheme, []]);
        }
      }
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
    240_000,
  );
});
