import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import type { Session } from '../api/session.js';
import { useLanguage } from '../language/language.js';
import { publicPages } from './public-pages.js';
import { navigation } from './navigation.js';

export function Header({ session }: { readonly session: Session | undefined }): ReactNode {
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
          {navigation
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
              {session.name && <span className="who">{session.name}</span>}
              <button className="quiet">{t('nav.signOut')}</button>
            </form>
          )}
        </div>
      </div>
    </header>
  );
}
