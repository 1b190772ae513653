import type { ReactNode } from 'react';
import { addresses, other } from './addresses.js';
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
  const { language, t, origin, here, alternate } = context;
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
        <a className="skip" href="#content">
          {t('site.skip')}
        </a>
        <Header context={context} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Footer context={context} />
      </body>
    </html>
  );
}

function Header({ context }: { readonly context: PageContext }): ReactNode {
  const { language, t, here, alternate, visitor } = context;
  const link = (href: string, text: string): ReactNode => (
    <a href={href} aria-current={here.split('?')[0] === href ? 'page' : undefined}>
      {text}
    </a>
  );
  return (
    <header className="site-header">
      <div className="inner">
        <a className="brand" href={addresses.start[language]}>
          <svg aria-hidden="true" viewBox="0 0 32 32" width="28" height="28">
            <path d="M5 28 13 4h2.500L10 28zM27 28 19 4h-2.500L22 28z" fill="#f2f6f6" />
            <path d="M6 22.500h20v3H6zM8.500 15.500h15v2.600h-15zM10.500 9h11v2.300h-11z" fill="currentColor" />
          </svg>
          {t('site.name')}
        </a>
        <nav aria-label={t('site.name')}>
          {link(addresses.vacancies[language], t('nav.vacancies'))}
          {link(addresses.how[language], t('nav.how'))}
          {visitor && link(`/app?language=${language}`, t('nav.mine'))}
        </nav>
        <div className="account">
          <a href={alternate} lang={other(language)} hrefLang={other(language)}>
            {t('site.language')}
          </a>
          {visitor ? (
            <form method="post" action="/auth/sign-out">
              <input type="hidden" name="csrfToken" value={visitor.csrfToken} />
              {visitor.name && <span className="who">{t('nav.signedInAs', { name: visitor.name })}</span>}
              <button className="quiet">{t('nav.signOut')}</button>
            </form>
          ) : (
            <a className="button" href={`/auth/sign-in?returnTo=${encodeURIComponent(here)}`}>
              {t('nav.signIn')}
            </a>
          )}
        </div>
      </div>
    </header>
  );
}

function Footer({ context: { language, t, isDemo } }: { readonly context: PageContext }): ReactNode {
  return (
    <footer className="site-footer">
      <div className="inner">
        <p>{t('site.claim')}</p>
        {isDemo && (
          <p className="demo-note">
            {t('footer.demo')} <a href={addresses.demo[language]}>{t('nav.demo')}</a>
          </p>
        )}
        <p>
          <a href="/api/docs/">{t('footer.api')}</a>
        </p>
      </div>
    </footer>
  );
}
