import type { VacancySummary } from '#contracts';
import type { ReactNode } from 'react';
import { usePlaces } from '../api/labels.js';
import { useLanguage } from '../language/language.js';

/** Employer, place and deadline of a vacancy in a line. */
export function VacancyLine({ vacancy }: { readonly vacancy: VacancySummary }): ReactNode {
  const { t, day } = useLanguage();
  const places = usePlaces();
  const facts = [
    vacancy.employer.name,
    places(vacancy.municipalities),
    vacancy.remote && t('remote'),
    vacancy.positions > 1 && t('positions', { count: vacancy.positions }),
    vacancy.deadline && t('deadline', { day: day(vacancy.deadline) }),
  ].filter(Boolean);
  return (
    <p className="lead">
      {facts.join(' · ')} {vacancy.demo && <span className="tag">{t('demo')}</span>}
    </p>
  );
}
