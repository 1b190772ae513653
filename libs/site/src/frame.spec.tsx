import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Frame, frameTexts, type FrameProps } from './index.js';

const render = (over: Partial<FrameProps> = {}): string =>
  renderToStaticMarkup(
    createElement(Frame, {
      language: 'sv',
      here: '/sv/lediga-jobb?q=a&b',
      visitor: null,
      languageChoice: (name) => createElement('a', { href: '/en' }, name),
      children: 'innehåll',
      ...over,
    }),
  );

describe('the frame of every page', () => {
  it('leads to the content first, and says which page one is on', () => {
    const page = render();
    expect(page).toMatch(/^<a class="skip" href="#content">/);
    expect(page).toContain('<main id="content" tabindex="-1">innehåll</main>');
    expect(page).toContain('<a href="/sv/lediga-jobb" aria-current="page">');
    expect(render({ here: '/sv/lediga-jobb/1' })).not.toContain('aria-current');
  });

  it('lets nobody sign in twice: signing in comes back here, signing out shows the token', () => {
    const visitor = { name: 'Elin <E>', csrfToken: 'abc' };
    expect(render()).toContain('href="/auth/sign-in?returnTo=%2Fsv%2Flediga-jobb%3Fq%3Da%26b"');
    expect(render({ visitor })).toContain('<input type="hidden" name="csrfToken" value="abc"/>');
    expect(render({ visitor })).toContain('Elin &lt;E&gt;');
    expect(render({ visitor })).not.toContain('/auth/sign-in');
    // While it is not known, neither.
    expect(render({ visitor: undefined })).not.toContain('/auth/');
  });

  it('speaks each language alone', () => {
    const [sv, en] = [render({ isDemo: true }), render({ isDemo: true, language: 'en' })];
    for (const text of Object.keys(frameTexts.sv) as (keyof typeof frameTexts.sv)[]) {
      if (['name', 'navigation'].includes(text)) continue;
      expect(frameTexts.en[text]).not.toBe(frameTexts.sv[text]);
      expect([text, sv.includes(frameTexts.en[text])]).toEqual([text, false]);
      expect([text, en.includes(frameTexts.sv[text])]).toEqual([text, false]);
    }
  });
});
