import type { VacancyView } from '#contracts';
import type { ReactNode } from 'react';
import { useConceptLabels, usePlaces } from '../api/labels.js';
import { MarkedText, type Mark } from '../design/marked-text.js';
import { useLanguage } from '../language/language.js';

/** The ad as a job seeker sees it, from what is written just now. */
export function AdPreview({
  vacancy,
  readText,
}: {
  readonly vacancy: VacancyView;
  readonly readText: string;
}): ReactNode {
  const { t, day, number } = useLanguage();
  const places = usePlaces();
  const label = useConceptLabels([vacancy.occupationId, vacancy.employmentTypeId]);
  const { pay } = vacancy;
  const facts = [
    [t('ad.places'), [places(vacancy.municipalities), vacancy.remote && t('remote')].filter(Boolean).join(', ')],
    [t('ad.occupation'), vacancy.occupationId ? label(vacancy.occupationId) : ''],
    [t('ad.positions'), number(vacancy.positions)],
    [t('ad.employmentType'), vacancy.employmentTypeId ? label(vacancy.employmentTypeId) : ''],
    [
      t('ad.extent'),
      vacancy.extent
        ? vacancy.extent.min === vacancy.extent.max
          ? t('ad.extent.one', { max: vacancy.extent.max })
          : t('ad.extent.range', { min: vacancy.extent.min, max: vacancy.extent.max })
        : '',
    ],
    [
      t('ad.pay'),
      [pay?.min, pay?.max]
        .filter((one) => typeof one === 'number')
        .map(number)
        .join('–') ||
        (pay?.text ?? ''),
    ],
    [t('ad.start'), vacancy.start ? day(vacancy.start) : ''],
    [t('ad.deadline'), vacancy.deadline ? day(vacancy.deadline) : ''],
  ];
  const marks =
    vacancy.text === readText
      ? vacancy.demands.flatMap(({ span, necessity, origin }): Mark[] =>
          span?.field === 'text' && origin !== 'rejected'
            ? [{ start: span.start, end: span.end, kind: necessity }]
            : [],
        )
      : [];
  return (
    <>
      <p className="eyebrow">{vacancy.employer.name}</p>
      <h3 lang={vacancy.language}>{vacancy.headline}</h3>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || <span className="soft">{t('ad.notSaid')}</span>}</dd>
          </div>
        ))}
      </dl>
      <div className="ad-text" lang={vacancy.language}>
        <MarkedText text={vacancy.text} marks={marks} />
      </div>
    </>
  );
}
