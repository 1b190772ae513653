import { matchingModel } from '#engine';
import type { ReactNode } from 'react';
import { Layout } from '../layout.js';
import type { PageContext } from '../page-context.js';
import { ExampleSection } from './example-section.js';
import { ShareTable } from './share-table.js';
import type { ExampleChoice, WorkedExample } from './worked-example.js';

interface HowProps {
  readonly context: PageContext;
  readonly choice: ExampleChoice;
  readonly example: WorkedExample | null;
}

/** Shares are of 10,000; people read percent. */
const percent = (share: number): number => share / 100;

/** How Rallare decides, in plain words; every number is the model's own. */
export function HowPage({ context, choice, example }: HowProps): ReactNode {
  const { t } = context;
  const { employerShares, seekerShares, necessity, origin, notSaid } = matchingModel;
  const times = necessity.requirement / necessity.merit;
  return (
    <Layout context={context} title={t('how.title')} description={t('how.lead')}>
      <article className="how">
        <h1>{t('how.title')}</h1>
        <p className="page-lead">{t('how.lead')}</p>
        <section>
          <h2>{t('how.ways.title')}</h2>
          <p>{t('how.ways.text')}</p>
          <div className="two-columns">
            <ShareTable
              caption={t('how.employer.title')}
              head={[t('how.part'), t('how.weight')]}
              rows={(['demands', 'occupation', 'experience'] as const).map((part) => ({
                name: t(`how.employer.${part}`),
                text: t(`how.employer.${part}.text`),
                percent: percent(employerShares[part]),
              }))}
            />
            <ShareTable
              caption={t('how.seeker.title')}
              head={[t('how.part'), t('how.weight')]}
              rows={seekerParts.map((part) => ({
                name: t(`how.part.${part}`),
                text: t(`how.seeker.${part}`),
                percent: percent(seekerShares[part]),
              }))}
            />
          </div>
          <p>{t('how.left-out', { notSaid })}</p>
        </section>
        <section>
          <h2>{t('how.demands.title')}</h2>
          <p>{t('how.demands.text', { times })}</p>
          <p>{t('how.origin.text', { extracted: origin.extracted, inferred: origin.inferred })}</p>
        </section>
        <section>
          <h2>{t('how.unknown.title')}</h2>
          <p>{t('how.unknown.text')}</p>
        </section>
        {example && <ExampleSection context={context} choice={choice} example={example} />}
        <section>
          <h2>{t('how.never.title')}</h2>
          <p>{t('how.never.text')}</p>
          <ul className="columns">
            {neverUsed.map((what) => (
              <li key={what}>{t(`how.never.${what}`)}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t('how.human.title')}</h2>
          <p>{t('how.human.text')}</p>
        </section>
      </article>
    </Layout>
  );
}

const seekerParts = Object.keys(matchingModel.seekerShares) as (keyof typeof matchingModel.seekerShares)[];

const neverUsed = [
  'name',
  'sex',
  'age',
  'origin',
  'religion',
  'disability',
  'family',
  'photo',
  'address',
  'gaps',
] as const;
