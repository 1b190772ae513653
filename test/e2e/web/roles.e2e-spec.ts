import { describeWithBrowser, until } from '#testing';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { queryDatabase } from '../support/system-databases.js';
import { startWebSystem, type WebSystem } from './support/web-system.js';
import { WebVisitor } from './support/web-visitor.js';

const schemes = ['light', 'dark'] as const;
const widths = [320, 768, 1440];

/** What is pressed and read, in each language. */
const languages = [
  {
    locale: 'sv-SE',
    ad: 'Vi söker svetsare till verkstaden.\n\nKrav:\n- MIG/MAG-svetsning\n- B-körkort\n\nMeriterande: truckkort.',
    newAd: 'Ny annons',
    headline: 'Rubrik',
    paste: 'Har du redan en text?',
    goOn: 'Fortsätt',
    publish: 'Publicera',
    missing: 'Det här saknas innan annonsen kan publiceras',
    addPlace: 'Lägg till kommun',
    merit: 'Merit',
    fits: /personer? passar/,
    candidate: /^Kandidat [A-Z0-9]{6}$/,
    ask: 'Fråga kandidaten',
    question: 'Din fråga',
    send: 'Skicka frågan',
    makeList: 'Gör en urvalslista',
    left: (count: number) => `${count} kvar att besluta om av 20`,
    done: 'Alla är beslutade.',
    keys: 'Tangenter',
    bulk: 'Besluta om de valda',
    hold: 'Avvaktar',
    reason: 'Skäl',
    decide: 'Besluta',
    undo: 'Ångra',
    csv: 'Spara som CSV',
    compare: 'Jämför 2 till 4',
    log: 'Beslutslogg',
    household: 'Vårt hushåll',
    liveIn: /^Bo i /,
    placeToLive: 'Plats att bo',
    stuck: 'Meddelanden som fastnat',
    again: /^Försök igen: /,
    requeued: '1 lades tillbaka i kön.',
  },
  {
    locale: 'en-GB',
    ad: 'We are looking for a welder.\n\nRequirements:\n- MIG/MAG welding\n- Driving licence B\n\nMeritorious: forklift licence.',
    newAd: 'New ad',
    headline: 'Headline',
    paste: 'Do you have a text already?',
    goOn: 'Go on',
    publish: 'Publish',
    missing: 'This is missing before the ad can be published',
    addPlace: 'Add a municipality',
    merit: 'Merit',
    fits: /(person|people) fits?/,
    candidate: /^Candidate [A-Z0-9]{6}$/,
    ask: 'Ask the candidate',
    question: 'Your question',
    send: 'Send the question',
    makeList: 'Make a shortlist',
    left: (count: number) => `${count} left to decide about of 20`,
    done: 'All are decided about.',
    keys: 'Keys',
    bulk: 'Decide about those chosen',
    hold: 'On hold',
    reason: 'Reason',
    decide: 'Decide',
    undo: 'Undo',
    csv: 'Save as CSV',
    compare: 'Compare 2 to 4',
    log: 'Decision log',
    household: 'Our household',
    liveIn: /^Live in /,
    placeToLive: 'Place to live',
    stuck: 'Messages that got stuck',
    again: /^Try again: /,
    requeued: '1 was put back in the queue.',
  },
];

describeWithBrowser('what each role does in a day', () => {
  let web: WebSystem;
  const visit = async (account: string, locale: string): Promise<WebVisitor> =>
    (await WebVisitor.open(web.browser, web.system.url, { locale, reducedMotion: 'reduce' })).signIn(account);

  beforeAll(async () => {
    web = await startWebSystem();
  }, 180_000);

  afterAll(async () => {
    await web?.stop();
  }, 60_000);

  /** Axe and reflow at every width, light and dark, in Swedish; in English as the page stands. Takes the pictures on the way. */
  async function looksRight(visitor: WebVisitor, name: string): Promise<void> {
    const { page } = visitor;
    if (name.endsWith('en-GB')) {
      await visitor.picture(name);
      expect([name, await visitor.violations()]).toEqual([name, []]);
      return;
    }
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await visitor.picture(`${name}-${width}-${colorScheme}`);
        expect([name, width, colorScheme, await visitor.violations()]).toEqual([name, width, colorScheme, []]);
        expect([name, width, await visitor.overflow()]).toEqual([name, width, 0]);
      }
    }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1440, height: 900 });
  }

  const told = (page: Page, text: string): Promise<void> =>
    page.getByRole('status').filter({ hasText: text }).first().waitFor();

  it.each(languages)(
    'an employer goes from a pasted text to a published ad to a candidate, in $locale',
    async (words) => {
      const visitor = await visit('jonas', words.locale);
      const { page } = visitor;
      await page.getByRole('button', { name: words.newAd }).click();
      await page.getByLabel(words.headline).fill('Svetsare till verkstaden');
      await page.getByLabel(words.paste).fill(words.ad);
      await page.getByRole('button', { name: words.goOn }).click();
      await page.waitForURL('**/edit');
      await visitor.settled();
      await page.locator('.behind mark.requirement').first().waitFor();
      await page.locator('.ad-count').filter({ hasText: words.fits }).waitFor();
      const read = await page.locator('.demand').count();
      expect(read).toBeGreaterThan(1);
      expect(await page.locator('.demand.requirement').count()).toBeGreaterThan(0);
      await looksRight(visitor, `ad-${words.locale}`);

      // What is typed is read and kept while it is written.
      await page
        .locator('.marked-area textarea')
        .fill(`${words.ad}\n${words.locale === 'sv-SE' ? 'Krav: C-körkort.' : 'Requirement: driving licence C.'}`);
      await page.locator('[data-saving=saved]').waitFor();
      await until(async () => (await page.locator('.demand').count()) > read, { what: 'the new demand to be read' });
      const first = page.locator('.demand.requirement').first();
      const before = await page.locator('.demand.merit').count();
      await first.getByText(words.merit, { exact: true }).click();
      await until(async () => (await page.locator('.demand.merit').count()) === before + 1, {
        what: 'the demand to be a merit',
      });

      await page.getByRole('button', { name: words.publish }).click();
      await page.getByRole('alert').filter({ hasText: words.missing }).waitFor();
      await page.getByLabel(words.addPlace).selectOption('2482');
      await page.locator('[data-saving=saved]').waitFor();
      await page.reload();
      await visitor.settled();
      expect(await page.locator('.marked-area textarea').inputValue()).toContain(words.ad);
      await page.getByRole('button', { name: words.publish }).click();
      await page.waitForURL(/vacancies\/[0-9a-f-]{36}$/);
      // It is ranked a moment later.
      await until(
        async () => {
          if ((await page.locator('.match-card').count()) > 0) return true;
          await page.reload();
          await visitor.settled();
          return false;
        },
        { what: 'candidates to be ranked', timeout: 30_000 },
      );
      await page.locator('.match-card h3 a').first().click();
      await page.getByRole('heading', { level: 1, name: words.candidate }).waitFor();
      await page.getByRole('button', { name: words.ask }).click();
      await page.getByLabel(words.question).fill('Kan du börja i maj?');
      await page.getByRole('button', { name: words.send }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await visitor.settled();
      expect(await page.locator('main').innerText()).not.toMatch(/@/);
      const vacancy = /vacancies\/([0-9a-f-]+)/.exec(page.url())![1]!;
      for (const [name, path] of [
        ['questions', `/app/vacancies/${vacancy}/questions`],
        ['applications', `/app/vacancies/${vacancy}/applications`],
        ['my-vacancies', '/app/vacancies'],
      ] as const) {
        await visitor.goTo(path);
        await visitor.settled();
        await looksRight(visitor, `${name}-${words.locale}`);
      }
      // Refused once, to be told what is missing; not ranked yet for a moment.
      expect(visitor.complaints.filter((complaint) => !/40[49]/.test(complaint))).toEqual([]);
      await visitor.close();
    },
    180_000,
  );

  it('keeps both versions of an ad that two people change, and lets one choose', async () => {
    const [one, other] = await Promise.all([visit('jonas', 'sv-SE'), visit('jonas', 'sv-SE')]);
    await one.page.getByRole('button', { name: 'Ny annons' }).click();
    await one.page.getByLabel('Rubrik').fill('Elektriker');
    await one.page.getByRole('button', { name: 'Fortsätt' }).click();
    await one.page.waitForURL('**/edit');
    await one.settled();
    await other.page.goto(one.page.url());
    await other.settled();
    await other.page.getByLabel('Rubrik').fill('Elektriker i gruva');
    await other.page.locator('[data-saving=saved]').waitFor();
    await one.page.getByLabel('Rubrik').fill('Elektriker i verkstad');
    const dialog = one.page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain('Elektriker i gruva');
    expect(await dialog.innerText()).toContain('Elektriker i verkstad');
    expect(await one.violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Behåll min ändring' }).click();
    await one.page.locator('[data-saving=saved]').waitFor();
    await other.page.reload();
    await other.settled();
    expect(await other.page.getByLabel('Rubrik').inputValue()).toBe('Elektriker i verkstad');
    await Promise.all([one.close(), other.close()]);
  }, 60_000);

  it.each(languages)(
    'an officer goes through 20 people by keyboard, in bulk, with undo and log, in $locale',
    async (words) => {
      const visitor = await visit('maria', words.locale);
      const { page } = visitor;
      await page.getByRole('button', { name: words.makeList }).first().click();
      await page.waitForURL('**/app/shortlists/*');
      await visitor.settled();
      await told(page, words.left(20));
      await looksRight(visitor, `shortlist-${words.locale}`);

      // Three by single keys: the reason is asked for once for each decision and offered again.
      await page.locator('.desk-table tbody tr[tabindex="0"]').focus();
      for (const [at, key] of ['a', 'n', 'a'].entries()) {
        await page.keyboard.press(key);
        const reason = page.getByRole('dialog').getByLabel(words.reason);
        await reason.waitFor();
        await until(() => page.evaluate('document.activeElement?.matches(".decision-form input[type=text]")'), {
          what: 'the reason to have the focus',
        });
        if (at === 0) {
          await page.locator('.evidence-table').waitFor();
          expect(await visitor.violations()).toEqual([]);
          await visitor.picture(`evidence-${words.locale}`);
          // Nothing is decided without a reason.
          await page.keyboard.press('Enter');
          await page.locator('.decision-form .field-error').first().waitFor();
        }
        if (at < 2) await reason.fill(`Skäl ${key}`);
        await page.keyboard.press('Enter');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await told(page, words.left(19 - at));
        await until(() => page.evaluate('document.activeElement?.matches(".desk-table tbody tr.stage-new")'), {
          what: 'the focus to be on the next undecided',
        });
      }
      await page.keyboard.press('u');
      await told(page, words.left(18));
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: words.keys }).waitFor();
      expect(await visitor.violations()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });

      // The rest at once, undone at once, and again.
      for (const isLast of [false, true]) {
        await page.locator('.desk-table thead input').check();
        await page.getByRole('button', { name: words.bulk }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText(words.hold, { exact: true }).click();
        await dialog.getByLabel(words.reason).fill('=1+1 inväntar intyg');
        await dialog.getByRole('button', { name: words.decide, exact: true }).click();
        await told(page, words.done);
        if (isLast) break;
        await page.getByRole('button', { name: words.undo, exact: true }).last().click();
        await told(page, words.left(18));
      }
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: words.csv }).click(),
      ]);
      const lines = (await readFile((await file.path())!, 'utf8')).trim().split('\r\n');
      expect(lines).toHaveLength(21);
      expect(lines.filter((line) => line.includes("'=1+1"))).toHaveLength(20);

      const list = page.url();
      for (const at of [0, 1])
        await page.locator('.desk-table tbody tr[data-row]').nth(at).getByRole('checkbox').check();
      await page.getByRole('button', { name: words.compare }).click();
      await visitor.settled();
      await page.locator('.compare-table').waitFor();
      await looksRight(visitor, `compare-${words.locale}`);
      await visitor.goTo(`${new URL(list).pathname}/log`);
      await visitor.settled();
      await page.getByRole('heading', { level: 1, name: words.log }).waitFor();
      expect(await page.locator('tbody').innerText()).toContain('Maria Ekorrsved');
      await looksRight(visitor, `log-${words.locale}`);
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
    240_000,
  );

  it.each(languages)(
    'a couple that moves finds a pair of jobs and a place, in $locale',
    async (words) => {
      const visitor = await visit('amir', words.locale);
      const { page } = visitor;
      await page.getByRole('link', { name: words.household }).click();
      await page.locator('.pair').first().waitFor();
      await visitor.settled();
      expect(await page.locator('.pair h3').first().innerText()).toMatch(words.liveIn);
      expect(await page.locator('.pair').first().locator('section').count()).toBe(2);
      await looksRight(visitor, `household-${words.locale}`);
      const place = await page.getByLabel(words.placeToLive).locator('option').nth(1).getAttribute('value');
      await page.getByLabel(words.placeToLive).selectOption(place);
      await page.waitForURL(`**place=${place}`);
      await visitor.settled();
      await until(async () => new Set(await page.locator('.pair h3').allInnerTexts()).size === 1, {
        what: 'one place alone',
      });
      await page.reload();
      await visitor.settled();
      await page.locator('.pair').first().waitFor();
      expect(new Set(await page.locator('.pair h3').allInnerTexts()).size).toBe(1);
      await page.locator('.pair h4 a').first().click();
      await page.waitForURL('**/app/matches/*');
      await visitor.settled();
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
    120_000,
  );

  it.each(languages)(
    'an operator sees how the parts do and puts a dead letter back, in $locale',
    async (words) => {
      // A message that no handler can take.
      await queryDatabase(
        web.prefix,
        'profile',
        `INSERT INTO outbox (id, name, payload, awaiting) VALUES ($1, 'profile.changed.v1', '{"profileId": "nobody"}', '{matching-projection}')`,
        [randomUUID()],
      );
      const visitor = await visit('olle', words.locale);
      const { page } = visitor;
      await page.getByRole('heading', { name: words.stuck }).waitFor();
      const letter = page.getByRole('button', { name: words.again });
      await until(
        async () => {
          if ((await letter.count()) > 0) return true;
          await page.reload();
          await visitor.settled();
          return false;
        },
        { what: 'the dead letter', timeout: 30_000 },
      );
      expect(await page.locator('.part-cards > li').count()).toBe(4);
      await looksRight(visitor, `operation-${words.locale}`);
      await letter.first().click();
      await told(page, words.requeued);
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
    120_000,
  );
});
