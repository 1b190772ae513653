import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { CallError } from '../api/call.js';
import { useLanguage } from '../language/language.js';
import { textOf } from '../language/texts.js';
import { Button, ButtonLink } from './button.js';

/** Whoever opens an address keeps the browser's own focus. */
let isFirstPage = true;

/** The page's heading: names the document and takes the focus when a new page is shown. */
export function PageTitle({ children, title }: { readonly title: string; readonly children?: ReactNode }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const { t } = useLanguage();
  useEffect(() => {
    document.title = `${title} – ${t('site.name')}`;
  }, [title, t]);
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

export function Loading({ text }: { readonly text?: string | undefined }): ReactNode {
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
            <Button kind="secondary" onPress={retry}>
              {t('state.retry')}
            </Button>
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
    <ButtonLink href={`/auth/sign-in?returnTo=${encodeURIComponent(location.pathname + location.search)}`}>
      {t('nav.signIn')}
    </ButtonLink>
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

/** What a question was answered, or how it stands: being fetched, waiting for the network, failed; an older answer stays while a newer one is awaited. */
export function Answered<T>({
  query,
  loading,
  children,
}: {
  readonly query: UseQueryResult<T>;
  readonly loading?: ReactNode;
  readonly children: (data: T) => ReactNode;
}): ReactNode {
  const { t } = useLanguage();
  const retry = (): void => void query.refetch();
  if (query.data === undefined) {
    if (query.isError) return <Failure error={query.error} retry={retry} />;
    if (query.fetchStatus === 'paused') return <Loading text={t('state.waiting')} />;
    return loading ?? <Loading />;
  }
  return (
    <>
      {query.isError && <Failure error={query.error} retry={retry} />}
      {children(query.data)}
    </>
  );
}
