import type { Demand, VacancyView } from '#contracts';
import type { ReactNode } from 'react';
import { addresses, vacancyAddress } from './addresses.js';
import { jobPosting } from './job-posting.js';
import { Layout } from './layout.js';
import { MarkedParagraphs, MarkedText, type Mark } from './marked-text.js';
import type { PageContext } from './page-context.js';

interface VacancyProps {
  readonly context: PageContext;
  readonly vacancy: VacancyView;
}

/** The vacancy: its text with the demands marked, and the facts beside it. */
export function VacancyPage({ context, vacancy }: VacancyProps): ReactNode {
  const { language, t, labels, origin } = context;
  const demands = vacancy.demands.filter(({ origin: from }) => from !== 'rejected');
  const url = `${origin}${vacancyAddress(language, vacancy.id)}`;
  const marks = (field: 'headline' | 'text'): Mark[] =>
    demands.flatMap(({ id, span, necessity }) =>
      span?.field === field
        ? [{ id: `d-${id}`, start: span.start, end: span.end, className: necessity, title: t(`vacancy.${necessity}`) }]
        : [],
    );
  return (
    <Layout
      context={context}
      title={vacancy.headline}
      description={`${vacancy.employer.name}, ${labels.places(vacancy.municipalities)}`}
      data={jobPosting(vacancy, labels, url)}
    >
      <article className="vacancy">
        <header>
          <p>
            <a href={addresses.vacancies[language]}>← {t('vacancy.back')}</a>
          </p>
          {vacancy.demo && <p className="demo-note">{t('vacancy.demo')}</p>}
          <h1 lang={vacancy.language}>
            <MarkedText text={vacancy.headline} marks={marks('headline')} />
          </h1>
          <p className="lead">
            {vacancy.employer.name}
            {vacancy.municipalities.length > 0 && ` · ${labels.places(vacancy.municipalities)}`}
          </p>
        </header>
        <div className="body" lang={vacancy.language}>
          <MarkedParagraphs text={vacancy.text} marks={marks('text')} />
        </div>
        <aside>
          <p className="actions">
            {vacancy.applicationUrl && (
              <a className="button" href={vacancy.applicationUrl} rel="nofollow noopener">
                {t('vacancy.apply')}
              </a>
            )}
            <a
              className={vacancy.applicationUrl ? 'button secondary' : 'button'}
              href={`/app/matches/${vacancy.id}?language=${language}`}
            >
              {t('vacancy.match')}
            </a>
          </p>
          <Facts context={context} vacancy={vacancy} />
          <Demands context={context} demands={demands} />
          {vacancy.source && !vacancy.demo && (
            <p className="source">{t('vacancy.source', { source: vacancy.source.name })}</p>
          )}
        </aside>
      </article>
    </Layout>
  );
}

function Facts({ context, vacancy }: VacancyProps): ReactNode {
  const { t, labels } = context;
  const { extent, pay } = vacancy;
  const places = [labels.places(vacancy.municipalities), vacancy.remote && t('vacancy.remote')]
    .filter(Boolean)
    .join('. ');
  const hours =
    extent &&
    (extent.min === 100
      ? t('vacancy.fullTime')
      : extent.min === extent.max
        ? `${extent.min} %`
        : `${extent.min}–${extent.max} %`);
  const amounts = [pay?.min, pay?.max].flatMap((amount) => (typeof amount === 'number' ? [labels.number(amount)] : []));
  const payText = amounts.length > 0 ? t('vacancy.pay.month', { amount: [...new Set(amounts)].join('–') }) : pay?.text;
  const rows: [string, string | null | undefined][] = [
    [t('vacancy.place'), places],
    [t('vacancy.occupation'), labels.concept(vacancy.occupationId)],
    [t('vacancy.positions'), labels.number(vacancy.positions)],
    [t('vacancy.employmentType'), labels.concept(vacancy.employmentTypeId)],
    [t('vacancy.extent'), hours],
    [t('vacancy.duration'), vacancy.duration],
    [t('vacancy.pay'), payText],
    [t('vacancy.start'), vacancy.start && labels.day(vacancy.start)],
    [t('vacancy.deadline'), vacancy.deadline && labels.day(vacancy.deadline)],
    [t('vacancy.published'), vacancy.publishedAt && labels.day(vacancy.publishedAt)],
  ];
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name} className={value ? undefined : 'unsaid'}>
          <dt>{name}</dt>
          <dd>{value || t('vacancy.notSaid')}</dd>
        </div>
      ))}
    </dl>
  );
}

function Demands({
  context,
  demands,
}: {
  readonly context: PageContext;
  readonly demands: readonly Demand[];
}): ReactNode {
  const { t } = context;
  return (
    <section className="demands" aria-labelledby="demands">
      <h2 id="demands">{t('vacancy.demands')}</h2>
      {demands.length === 0 ? (
        <p>{t('vacancy.demands.none')}</p>
      ) : (
        <>
          <p>{t('vacancy.demands.explain')}</p>
          {(['requirement', 'merit'] as const).map((necessity) => (
            <DemandList
              key={necessity}
              context={context}
              necessity={necessity}
              demands={demands.filter((demand) => demand.necessity === necessity)}
            />
          ))}
        </>
      )}
    </section>
  );
}

interface DemandListProps {
  readonly context: PageContext;
  readonly necessity: Demand['necessity'];
  readonly demands: readonly Demand[];
}

function DemandList({ context: { t, labels }, necessity, demands }: DemandListProps): ReactNode {
  if (demands.length === 0) return null;
  return (
    <>
      <h3>
        <span className={`key ${necessity}`}>{t(`vacancy.${necessity}`)}</span>
      </h3>
      <ul className={necessity}>
        {demands.map(({ id, conceptId, words, years, span, origin }) => (
          <li key={id}>
            {span ? (
              <a href={`#d-${id}`}>{labels.concept(conceptId) ?? words}</a>
            ) : (
              (labels.concept(conceptId) ?? words)
            )}
            {years !== null && `, ${t('vacancy.years', { years })}`}{' '}
            <small>{origin !== 'rejected' && t(`vacancy.demand.${origin}`)}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
