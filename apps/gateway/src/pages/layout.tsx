import { addresses, Frame, FrameLink, frameTexts, other } from '#site';
import type { ReactNode } from 'react';
import type { PageContext } from './page-context.js';

export interface LayoutProps {
  readonly context: PageContext;
  readonly title: string;
  readonly description?: string;
  /** Structured data of the page, as JSON-LD. */
  readonly data?: object | undefined;
  /** For pages that search engines should not keep. */
  readonly noIndex?: boolean;
  /** The page as an Atom feed. */
  readonly feed?: { readonly href: string; readonly title: string };
  /** Scripts of this page, besides the search box's. */
  readonly scripts?: readonly 'share'[];
  readonly children: ReactNode;
}

/** Nothing in it can end the script element. */
const jsonLd = (data: object): string => JSON.stringify(data).replace(/</g, '\\u003c');

export function Layout({
  context,
  title,
  description,
  data,
  noIndex,
  feed,
  scripts = [],
  children,
}: LayoutProps): ReactNode {
  const { language, t, origin, here, alternate, visitor, isDemo } = context;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – Rallare`}</title>
        {description && <meta name="description" content={description} />}
        {noIndex && <meta name="robots" content="noindex" />}
        <link rel="canonical" href={`${origin}${here}`} />
        <link rel="alternate" hrefLang={language} href={`${origin}${here}`} />
        <link rel="alternate" hrefLang={other(language)} href={`${origin}${alternate}`} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/rallare.css" />
        {feed && <link rel="alternate" type="application/atom+xml" href={feed.href} title={feed.title} />}
        {['search-box', ...scripts].map((script) => (
          <script key={script} type="module" src={`/assets/${script}.js`} />
        ))}
        {data && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd(data) }} />}
      </head>
      <body>
        <Frame
          language={language}
          here={here}
          visitor={visitor}
          isDemo={isDemo}
          languageChoice={(name) => (
            <a href={alternate} lang={other(language)} hrefLang={other(language)}>
              {name}
            </a>
          )}
          links={
            <>
              <FrameLink here={here} href={addresses.how[language]}>
                {frameTexts[language].how}
              </FrameLink>
              {visitor && <a href={`/app?language=${language}`}>{t('nav.mine')}</a>}
            </>
          }
        >
          {children}
        </Frame>
      </body>
    </html>
  );
}
