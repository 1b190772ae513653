import { until } from '#testing';
import axe from 'axe-core';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page, Request } from 'playwright-core';

const artifacts = join('test', 'artifacts', 'web');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Somebody at a real browser. What the console complains of, and what is asked of any other host, is kept as a complaint. */
export class WebVisitor {
  readonly complaints: string[] = [];
  private readonly awaited = new Set<Request>();

  private constructor(
    private readonly url: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', (message) => {
      // The browser logs the status of a page that is meant to be missing or gone.
      const isStatus = message.text().startsWith('Failed to load resource') && message.location().url === page.url();
      if (['error', 'warning'].includes(message.type()) && !isStatus) this.complaints.push(message.text());
    });
    // A stream of events stays open as long as the page.
    const isAwaited = (request: Request): boolean => request.resourceType() !== 'eventsource';
    page.on('request', (request) => isAwaited(request) && this.awaited.add(request));
    page.on('requestfinished', (request) => this.awaited.delete(request));
    page.on('requestfailed', (request) => this.awaited.delete(request));
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
        this.complaints.push(`asked ${request.url()}`);
    });
  }

  static async open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<WebVisitor> {
    const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1440, height: 900 }, ...options });
    return new WebVisitor(url, context, await context.newPage());
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
  }

  /** Signs in on the provider's page and lands on the application. */
  async signIn(account: string, returnTo = '/app'): Promise<this> {
    await this.goTo(`/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    await this.page.locator(`button[value=${account}]`).click();
    await this.settled();
    return this;
  }

  /** Nothing is being fetched, and the page has its heading. */
  async settled(): Promise<void> {
    await this.page.locator('h1').waitFor();
    await until(async () => (await this.page.locator('.loading').count()) === 0, { what: 'the page to be loaded' });
    await until(async () => this.awaited.size === 0 && (await this.page.locator('.loading').count()) === 0, {
      what: 'everything that was asked for to be answered',
    });
    await this.page.evaluate('document.fonts.ready.then(() => undefined)');
  }

  /** What axe finds on the page as it is. */
  async violations(): Promise<string[]> {
    // The page's own policy forbids scripts that are not its own, so axe comes by way of the debugger.
    if (!(await this.page.evaluate('"axe" in globalThis'))) await this.page.evaluate(axe.source);
    const found = await this.page.evaluate(
      (tags) => (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: { type: 'tag', values: tags } }),
      rules,
    );
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }

  /** Goes on by Tab, as somebody without a mouse does, until the focus is on it. */
  async tabTo(target: Locator): Promise<void> {
    const isThere = (): Promise<boolean> =>
      target.evaluate(
        (one: unknown) => one === (one as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement,
      );
    for (let stops = 0; stops < 150; stops++) {
      if (await isThere()) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${String(target)}`);
  }

  /** How far the page is wider than the window. */
  overflow(): Promise<number> {
    return this.page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  }

  async picture(name: string): Promise<void> {
    const path = join(artifacts, `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path, fullPage: true });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
