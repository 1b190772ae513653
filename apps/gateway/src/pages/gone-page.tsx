import type { VacancySummary } from '#contracts';
import type { ReactNode } from 'react';
import { vacancyAddress } from '#site';
import { Layout } from './layout.js';
import type { PageContext } from './page-context.js';
import { SearchForm } from './search-page.js';

interface GoneProps {
  readonly context: PageContext;
  readonly similar: readonly VacancySummary[];
}

/** A vacancy that was open: what to look at instead. */
export function GonePage({ context, similar }: GoneProps): ReactNode {
  const { t, labels, language } = context;
  return (
    <Layout context={context} title={t('gone.title')} noIndex>
      <div className="prose">
        <h1>{t('gone.title')}</h1>
        <p>{t('gone.text')}</p>
        {similar.length > 0 && (
          <section aria-labelledby="similar">
            <h2 id="similar">{t('gone.similar')}</h2>
            <ul>
              {similar.map(({ id, headline, employer, municipalities, language: adLanguage }) => (
                <li key={id}>
                  <a href={vacancyAddress(language, id)} lang={adLanguage}>
                    {headline}
                  </a>
                  {`, ${[employer.name, labels.places(municipalities)].filter(Boolean).join(', ')}`}
                </li>
              ))}
            </ul>
          </section>
        )}
        <SearchForm context={context} />
      </div>
    </Layout>
  );
}
