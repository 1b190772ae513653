import type { Language } from '#contracts';
import type { ReactNode } from 'react';
import { addresses } from './addresses.js';
import { frameTexts } from './frame-texts.js';

export interface FrameProps {
  readonly language: Language;
  /** Path and query of the page: its link says that one is there, and who signs in comes back to it. */
  readonly here: string;
  /** What leads to the page in the other language, given its name. */
  readonly languageChoice: (name: string) => ReactNode;
  /** Links after the one to the vacancies. */
  readonly links?: ReactNode;
  /** Null: nobody is signed in; undefined: not known yet. */
  readonly visitor: { readonly name: string | null; readonly csrfToken: string } | null | undefined;
  /** Whether content of the demo region is shown. */
  readonly isDemo?: boolean;
  /** What stands above the content, whatever page it is. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}

/** What is around every page, of the server and of the application alike: header, content, footer. It needs no script. */
export function Frame(props: FrameProps): ReactNode {
  const { language, notice, children } = props;
  return (
    <>
      <a className="skip" href="#content">
        {frameTexts[language].skip}
      </a>
      <Header {...props} />
      {notice}
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer {...props} />
    </>
  );
}

/** A link of the navigation; it says so where it leads to the page that one is on. */
export function FrameLink({
  here,
  href,
  children,
}: Pick<FrameProps, 'here' | 'children'> & { readonly href: string }): ReactNode {
  return (
    <a href={href} aria-current={here.split('?')[0] === href ? 'page' : undefined}>
      {children}
    </a>
  );
}

function Header({ language, here, languageChoice, links, visitor }: FrameProps): ReactNode {
  const t = frameTexts[language];
  return (
    <header className="site-header">
      <div className="inner">
        <a className="brand" href={addresses.start[language]}>
          <svg aria-hidden="true" viewBox="0 0 32 32" width="28" height="28">
            <path d="M5 28 13 4h2.500L10 28zM27 28 19 4h-2.500L22 28z" fill="#f2f6f6" />
            <path d="M6 22.500h20v3H6zM8.500 15.500h15v2.600h-15zM10.500 9h11v2.300h-11z" fill="currentColor" />
          </svg>
          {t.name}
        </a>
        <nav aria-label={t.navigation}>
          <FrameLink here={here} href={addresses.vacancies[language]}>
            {t.vacancies}
          </FrameLink>
          {links}
        </nav>
        <div className="account">
          {languageChoice(t.other)}
          {visitor && (
            <form method="post" action="/auth/sign-out">
              <input type="hidden" name="csrfToken" value={visitor.csrfToken} />
              {visitor.name && <span className="who">{visitor.name}</span>}
              <button className="quiet">{t.signOut}</button>
            </form>
          )}
          {visitor === null && (
            <a className="button" href={`/auth/sign-in?returnTo=${encodeURIComponent(here)}`}>
              {t.signIn}
            </a>
          )}
        </div>
      </div>
    </header>
  );
}

function Footer({ language, isDemo }: FrameProps): ReactNode {
  const t = frameTexts[language];
  return (
    <footer className="site-footer">
      <div className="inner">
        <p>{t.claim}</p>
        {isDemo && (
          <p className="demo-note">
            {t.demo} <a href={addresses.demo[language]}>{t.aboutDemo}</a>
          </p>
        )}
        <p>
          <a href={addresses.how[language]}>{t.how}</a>
        </p>
        <p>
          <a href="/api/docs/">{t.api}</a>
        </p>
      </div>
    </footer>
  );
}
