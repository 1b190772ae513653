import { useEffect, useRef, type ReactNode } from 'react';
import { CallError } from '../api/call.js';
import { useLanguage } from '../language/language.js';
import { textOf } from '../language/texts.js';

/** Whoever opens an address keeps the browser's own focus. */
let isFirstPage = true;

/** The page's heading: names the document and takes the focus when a new page is shown. */
export function PageTitle({ children, title }: { readonly title: string; readonly children?: ReactNode }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Rallare`;
  }, [title]);
  useEffect(() => {
    if (isFirstPage) isFirstPage = false;
    else heading.current?.focus();
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}

export function Loading({ text }: { readonly text?: string }): ReactNode {
  const { t } = useLanguage();
  return (
    <p className="loading" role="status">
      {text ?? t('state.loading')}
    </p>
  );
}

/** What happened and what to do, in words for people. */
export function Failure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }): ReactNode {
  const { t } = useLanguage();
  const { type, problem } = error instanceof CallError ? error : { type: 'internal', problem: undefined };
  return (
    <div className="notice error" role="alert">
      <p>
        <strong>{t('state.failed')}.</strong> {textOf(t, `problem.${type}`, 'problem.internal')}
      </p>
      {problem?.errors && (
        <ul>
          {problem.errors.map(({ pointer, detail }) => (
            <li key={pointer + detail}>
              <code>{pointer}</code> <span lang="en">{detail}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="actions">
        {type === 'not-signed-in' ? (
          <SignInLink />
        ) : (
          retry && (
            <button type="button" className="secondary" onClick={retry}>
              {t('state.retry')}
            </button>
          )
        )}
        {problem?.requestId && problem.status >= 500 && (
          <small className="soft">{t('state.case', { requestId: problem.requestId })}</small>
        )}
      </p>
    </div>
  );
}

export function SignInLink(): ReactNode {
  const { t } = useLanguage();
  return (
    <a className="button" href={`/auth/sign-in?returnTo=${encodeURIComponent(location.pathname + location.search)}`}>
      {t('nav.signIn')}
    </a>
  );
}

/** Nothing to show, and what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
