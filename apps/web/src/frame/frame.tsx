import type { Language, Role } from '#contracts';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import type { Session } from '../api/session.js';
import { useLanguage } from '../language/language.js';
import type { TextKey } from '../language/texts.js';

/** The page of each role; an account with several roles switches between them here. */
export const rolePages: readonly { role: Role; path: string; label: TextKey }[] = [
  { role: 'seeker', path: '/matches', label: 'nav.matches' },
  { role: 'employer', path: '/vacancies', label: 'nav.vacancies' },
  { role: 'officer', path: '/shortlists', label: 'nav.shortlists' },
  { role: 'operator', path: '/operation', label: 'nav.operation' },
];

const publicPages = {
  start: { sv: '/sv', en: '/en' },
  search: { sv: '/sv/lediga-jobb', en: '/en/vacancies' },
  how: { sv: '/sv/sa-fungerar-det', en: '/en/how-it-works' },
} as const;

export const searchPage = (language: Language): string => publicPages.search[language];
export const vacancyPage = (language: Language, id: string): string => `${publicPages.search[language]}/${id}`;

/** Header, main and footer, as on the public pages. */
export function Frame({
  session,
  children,
}: {
  readonly session: Session | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { t, language } = useLanguage();
  return (
    <>
      <a className="skip" href="#content">
        {t('site.skip')}
      </a>
      <Header session={session} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <div className="inner">
          <p>{t('site.footer')}</p>
          <p>
            <a href={publicPages.how[language]}>{t('nav.how')}</a>
          </p>
        </div>
      </footer>
    </>
  );
}

function Header({ session }: { readonly session: Session | undefined }): ReactNode {
  const { t, language, setLanguage } = useLanguage();
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <header className="site-header">
      <div className="inner">
        <a className="brand" href={publicPages.start[language]}>
          <svg aria-hidden="true" viewBox="0 0 32 32" width="28" height="28">
            <path d="M5 28 13 4h2.500L10 28zM27 28 19 4h-2.500L22 28z" fill="#f2f6f6" />
            <path d="M6 22.500h20v3H6zM8.500 15.500h15v2.600h-15zM10.500 9h11v2.300h-11z" fill="currentColor" />
          </svg>
          {t('site.name')}
        </a>
        <nav aria-label={t('nav.label')}>
          <a href={publicPages.search[language]}>{t('nav.search')}</a>
          {rolePages
            .filter(({ role }) => session?.roles.includes(role))
            .map(({ path, label }) => (
              <NavLink key={path} to={path}>
                {t(label)}
              </NavLink>
            ))}
        </nav>
        <div className="account">
          <button type="button" className="quiet" lang={other} onClick={() => setLanguage(other)}>
            {t('site.other')}
          </button>
          {session?.signedIn && (
            <form method="post" action="/auth/sign-out">
              <input type="hidden" name="csrfToken" value={session.csrfToken} />
              {session.name && <span className="who">{t('nav.signedInAs', { name: session.name })}</span>}
              <button className="quiet">{t('nav.signOut')}</button>
            </form>
          )}
        </div>
      </div>
    </header>
  );
}
