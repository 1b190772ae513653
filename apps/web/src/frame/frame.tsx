import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import type { Session } from '../api/session.js';
import { Toasts } from '../design/toast.js';
import { useLanguage } from '../language/language.js';
import { ConnectionNotice } from './connection-notice.js';
import { Header } from './header.js';
import { publicPages } from './public-pages.js';

/** Header, main and footer, as on the public pages; above the content, what stands in the way of saving. */
export function Frame({
  session,
  children,
}: {
  readonly session: Session | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { t, language } = useLanguage();
  useTopOfNewPages();
  return (
    <>
      <a className="skip" href="#content">
        {t('site.skip')}
      </a>
      <Header session={session} />
      <ConnectionNotice />
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
      <Toasts />
    </>
  );
}

/** A new page begins at its top; back and forward keep the place, which the browser remembers. */
function useTopOfNewPages(): void {
  const { pathname, key } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (key !== 'default') window.scrollTo(0, 0);
  }, [pathname, key]);
}
