import type { ReactNode } from 'react';
import type { PageContext } from './page-context.js';

interface ShareProps {
  readonly context: PageContext;
  readonly title: string;
  readonly url: string;
}

/** To send the page on, or print it. Without a script there is the mail; the script shows what the browser can do besides. */
export function Share({ context: { t }, title, url }: ShareProps): ReactNode {
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\n${url}`)}`;
  return (
    <section className="share" aria-labelledby="share" data-url={url} data-title={title}>
      <h2 id="share">{t('vacancy.share')}</h2>
      <p className="actions">
        <a className="button secondary small" href={mail}>
          {t('vacancy.share.mail')}
        </a>
        <button type="button" className="secondary small" data-does="copy" hidden>
          {t('vacancy.share.copy')}
        </button>
        <button type="button" className="secondary small" data-does="share" hidden>
          {t('vacancy.share.more')}
        </button>
        <button type="button" className="secondary small" data-does="print" hidden>
          {t('vacancy.print')}
        </button>
      </p>
      <label data-by-hand hidden>
        {t('vacancy.share.byHand')} <input readOnly value={url} />
      </label>
      <p role="status" data-copied={t('vacancy.share.copied')} />
    </section>
  );
}
