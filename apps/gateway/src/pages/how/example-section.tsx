import type { ExplanationPart } from '#contracts';
import type { ReactNode } from 'react';
import { addresses } from '#site';
import type { PageContext } from '../page-context.js';
import { Bar } from './share-table.js';
import {
  exampleHomes,
  exampleLicences,
  exampleYears,
  type ExampleChoice,
  type WorkedExample,
} from './worked-example.js';

interface ExampleProps {
  readonly context: PageContext;
  readonly choice: ExampleChoice;
  readonly example: WorkedExample;
}

/** In millionths in the engine; people read 0 to 100 with one decimal. */
const shown = (points: number): number => Math.round(points / 1000) / 10;

/** An example that is computed for what the reader chooses; a form, so that it works without a script. */
export function ExampleSection({ context, choice, example }: ExampleProps): ReactNode {
  const { t } = context;
  return (
    <section id="example" className="example">
      <h2>{t('how.example.title')}</h2>
      <p>{t('how.example.text')}</p>
      <ExampleForm context={context} choice={choice} />
      <dl className="outcome" aria-label={t('how.example.outcome')}>
        <div>
          <dt>{t('how.example.fit')}</dt>
          <dd>{example.fit}</dd>
        </div>
        <div>
          <dt>{t('how.employer.title')}</dt>
          <dd>{context.labels.number(shown(example.employerFit))}</dd>
        </div>
        <div>
          <dt>{t('how.seeker.title')}</dt>
          <dd>{context.labels.number(shown(example.seekerFit))}</dd>
        </div>
      </dl>
      <p>
        <strong>{t(`how.example.eligibility.${example.eligibility}`)}</strong> {t('how.example.root')}
      </p>
      <div className="two-columns">
        <PartsTable
          context={context}
          caption={t('how.employer.title')}
          parts={example.employerParts}
          checks={example.checks}
        />
        <PartsTable
          context={context}
          caption={t('how.seeker.title')}
          parts={example.seekerParts}
          checks={example.checks}
        />
      </div>
      {example.change && (
        <p className="notice done">
          {t('how.example.change', { what: changeText(context, example.change.change), fit: example.change.fit })}
        </p>
      )}
    </section>
  );
}

function ExampleForm({ context, choice }: Omit<ExampleProps, 'example'>): ReactNode {
  const { t, labels, language } = context;
  const select = (
    name: keyof ExampleChoice,
    options: readonly (readonly [value: string | number, text: string])[],
  ): ReactNode => (
    <div>
      <label htmlFor={`example-${name}`}>{t(`how.example.${name}`)}</label>
      <select id={`example-${name}`} name={name} defaultValue={choice[name]}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form method="get" action={`${addresses.how[language]}#example`} className="example-form">
      {select(
        'years',
        exampleYears.map((years) => [years, t('how.example.years.value', { years })]),
      )}
      {select(
        'licence',
        exampleLicences.map((licence) => [licence, t(`how.example.licence.${licence}`)]),
      )}
      {select(
        'home',
        exampleHomes.map((home) => [home, labels.municipality(home)]),
      )}
      <button>{t('how.example.compute')}</button>
    </form>
  );
}

interface PartsTableProps {
  readonly context: PageContext;
  readonly caption: string;
  readonly parts: readonly ExplanationPart[];
  readonly checks: WorkedExample['checks'];
}

function PartsTable({ context, caption, parts, checks }: PartsTableProps): ReactNode {
  const { t, labels } = context;
  const sum = parts.reduce((total, { points }) => total + points, 0);
  const points = (value: number): string => labels.number(shown(value));
  return (
    <table className="shares">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('how.part')}</th>
          <th scope="col" className="number">
            {t('how.points')}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part, at) => (
          <tr key={at}>
            <th scope="row">
              {partName(context, part)}
              <small>{ground(context, part, checks)}</small>
              <Bar percent={(100 * part.points) / part.of} />
            </th>
            <td className="number">{t('how.points.of', { points: points(part.points), of: points(part.of) })}</td>
          </tr>
        ))}
        <tr className="sum">
          <th scope="row">{t('how.sum')}</th>
          <td className="number">{points(sum)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function partName({ t, labels }: PageContext, { part, conceptId }: ExplanationPart): string {
  if (part === 'demand') return labels.concept(conceptId) ?? '';
  return part === 'occupation' || part === 'experience' ? t(`how.employer.${part}`) : t(`how.part.${part}`);
}

const grounds = ['not-said', 'home-municipality', 'within-reach', 'out-of-reach'] as const;

/** What the part's points rest on, where its name does not say it. */
function ground({ t }: PageContext, part: ExplanationPart, checks: WorkedExample['checks']): string {
  const isUnknown = checks.some(({ demandId, state }) => demandId === part.demandId && state === 'unknown');
  const known = grounds.find((one) => one === part.ground);
  return [
    part.part === 'demand' && part.necessity ? t(`vacancy.${part.necessity}`) : '',
    known ? t(`how.ground.${known}`) : '',
    known || part.points === part.of
      ? ''
      : t(`how.ground.${part.points > 0 ? 'partly' : isUnknown ? 'unknown' : 'missing'}`),
  ]
    .filter(Boolean)
    .join(', ');
}

function changeText(
  { t, labels }: PageContext,
  { kind, conceptId, years }: NonNullable<WorkedExample['change']>['change'],
): string {
  const concept = labels.concept(conceptId) ?? '';
  if (years !== null) return t('how.example.change.years', { years, concept });
  return kind === 'language' ? t('how.example.change.level', { concept }) : concept;
}
