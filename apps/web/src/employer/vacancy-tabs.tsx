import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useLanguage } from '../language/language.js';

/** The pages of one vacancy. */
export function VacancyTabs({ vacancyId }: { readonly vacancyId: string }): ReactNode {
  const { t } = useLanguage();
  const at = `/vacancies/${vacancyId}`;
  return (
    <nav className="tabs" aria-label={t('vacancy.pages')}>
      <NavLink to={at} end>
        {t('candidates.title')}
      </NavLink>
      <NavLink to={`${at}/applications`}>{t('applications.title')}</NavLink>
      <NavLink to={`${at}/questions`}>{t('questions.title')}</NavLink>
      <NavLink to={`${at}/edit`}>{t('vacancy.edit')}</NavLink>
    </nav>
  );
}
