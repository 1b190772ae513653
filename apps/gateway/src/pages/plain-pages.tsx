import type { VacancySummary } from '#contracts';
import type { ReactNode } from 'react';
import { addresses, vacancyAddress } from '#site';
import { Layout } from './layout.js';
import type { PageContext } from './page-context.js';
import { SearchForm } from './search-page.js';
import type { TextKey } from './texts.js';

interface PageProps {
  readonly context: PageContext;
}

export function StartPage({ context, newest }: PageProps & { readonly newest: readonly VacancySummary[] }): ReactNode {
  const { language, t, labels } = context;
  return (
    <Layout context={context} title={t('search.title')} description={t('site.claim')}>
      <div className="hero">
        <h1>{t('site.claim')}</h1>
        <SearchForm context={context} />
      </div>
      {newest.length > 0 && (
        <section aria-labelledby="newest">
          <h2 id="newest">{t('search.sort.newest')}</h2>
          <ul className="cards">
            {newest.map(({ id, headline, employer, municipalities, language: adLanguage }) => (
              <li key={id} className="hit">
                <h3>
                  <a href={vacancyAddress(language, id)} lang={adLanguage}>
                    {headline}
                  </a>
                </h3>
                <p className="lead">{[employer.name, labels.places(municipalities)].filter(Boolean).join(' · ')}</p>
              </li>
            ))}
          </ul>
          <p>
            <a className="button secondary" href={addresses.vacancies[language]}>
              {t('search.empty.all')}
            </a>
          </p>
        </section>
      )}
    </Layout>
  );
}

export function DemoPage({ context }: PageProps): ReactNode {
  const { t } = context;
  return (
    <Layout context={context} title={t('demo.title')}>
      <div className="prose">
        <h1>{t('demo.title')}</h1>
        <p>{t('demo.text')}</p>
        <p>{t('demo.text.2')}</p>
      </div>
    </Layout>
  );
}

interface MessageProps extends PageProps {
  readonly title: TextKey;
  readonly text: TextKey;
  readonly values?: Record<string, string>;
}

/** What cannot be shown, why, and where to go on. */
export function MessagePage({ context, title, text, values }: MessageProps): ReactNode {
  const { t } = context;
  return (
    <Layout context={context} title={t(title)} noIndex>
      <div className="prose">
        <h1>{t(title)}</h1>
        <p>{t(text, values)}</p>
        <SearchForm context={context} />
      </div>
    </Layout>
  );
}
