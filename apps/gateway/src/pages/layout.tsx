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
  readonly children: ReactNode;
}

/** Nothing in it can end the script element. */
const jsonLd = (data: object): string => JSON.stringify(data).replace(/</g, '\\u003c');

export function Layout({ context, title, description, data, noIndex, children }: LayoutProps): ReactNode {
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
            <path
              d="M4 26 12 6h2L9 26zM28 26 20 6h-2l5 20zM11 22h10v2H10.500zM12.200 17h7.600v2h-8.100zM13.400 12h5.200v2h-5.700z"
              fill="currentColor"
            />
          </svg>
          {t('site.name')}
        </a>
        <nav aria-label={t('site.name')}>
          {link(addresses.vacancies[language], t('nav.vacancies'))}
          {link(addresses.how[language], t('nav.how'))}
          {visitor && link('/app', t('nav.mine'))}
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
