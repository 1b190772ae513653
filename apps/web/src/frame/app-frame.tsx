import { Frame, other } from '#site';
import { useEffect, useRef, type ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import type { Session } from '../api/session.js';
import { Toasts } from '../design/toast.js';
import { useLanguage } from '../language/language.js';
import { ConnectionNotice } from './connection-notice.js';
import { navigation } from './navigation.js';

/** The frame of every page, with the account's own pages in its navigation; above the content, what stands in the way of saving. */
export function AppFrame({
  session,
  children,
}: {
  readonly session: Session | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { t, language, setLanguage } = useLanguage();
  const { pathname, search } = useLocation();
  useTopOfNewPages();
  return (
    <>
      <Frame
        language={language}
        here={`/app${pathname}${search}`}
        visitor={session && (session.signedIn ? session : null)}
        notice={<ConnectionNotice />}
        languageChoice={(name) => (
          <button type="button" className="quiet" lang={other(language)} onClick={() => setLanguage(other(language))}>
            {name}
          </button>
        )}
        links={navigation
          .filter(({ role }) => session?.roles.includes(role))
          .map(({ path, label }) => (
            <NavLink key={path} to={path}>
              {t(label)}
            </NavLink>
          ))}
      >
        {children}
      </Frame>
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
