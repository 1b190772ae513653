import type { Demand, VacancyView } from '#contracts';
import type { ReactNode } from 'react';
import { addresses, vacancyAddress } from '#site';
import { jobPosting } from './job-posting.js';
import { Layout } from './layout.js';
import { missingFacts } from './missing-facts.js';
import { Share } from './share.js';
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
      scripts={['share']}
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
            <Apply context={context} vacancy={vacancy} />
            <a
              className={vacancy.applicationUrl || vacancy.applicationEmail ? 'button secondary' : 'button'}
              href={`/app/matches/${vacancy.id}?language=${language}`}
            >
              {t('vacancy.match')}
            </a>
          </p>
          <Facts context={context} vacancy={vacancy} />
          <Missing context={context} vacancy={vacancy} />
          <Demands context={context} demands={demands} />
          {vacancy.source && !vacancy.demo && (
            <p className="source">{t('vacancy.source', { source: vacancy.source.name })}</p>
          )}
          <Share context={context} title={`${vacancy.headline}, ${vacancy.employer.name}`} url={url} />
        </aside>
        <p className="printed">{t('vacancy.printed', { address: url })}</p>
      </article>
    </Layout>
  );
}

function Apply({ context: { t }, vacancy: { applicationUrl, applicationEmail, headline } }: VacancyProps): ReactNode {
  if (applicationUrl)
    return (
      <a className="button" href={applicationUrl} rel="nofollow noopener">
        {t('vacancy.apply')}
      </a>
    );
  if (!applicationEmail) return null;
  return (
    <a className="button" href={`mailto:${applicationEmail}?subject=${encodeURIComponent(headline)}`}>
      {t('vacancy.apply.mail')}
    </a>
  );
}

/** Said kindly: the ad may say it in words that were not understood. */
function Missing({ context: { t }, vacancy }: VacancyProps): ReactNode {
  const missing = missingFacts(vacancy);
  if (missing.length === 0) return null;
  return (
    <section className="missing" aria-labelledby="missing">
      <h2 id="missing">{t('vacancy.missing')}</h2>
      <ul>
        {missing.map((fact) => (
          <li key={fact}>
            {fact === 'text' || fact === 'howToApply' ? t(`vacancy.missing.${fact}`) : t(`vacancy.${fact}`)}
          </li>
        ))}
      </ul>
      <p>{t('vacancy.missing.explain')}</p>
    </section>
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
      {rows
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
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
