import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useLanguage } from '../language/language.js';

export const pageSize = 20;

/** The page that the address names, from 1. */
export function usePage(): number {
  const [search] = useSearchParams();
  const page = Number(search.get('page') ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= 500 ? page : 1;
}

export function Paging({ total }: { readonly total: number }): ReactNode {
  const { t } = useLanguage();
  const [search] = useSearchParams();
  const page = usePage();
  const pages = Math.ceil(total / pageSize);
  if (pages <= 1) return null;
  const to = (number: number): string => {
    const next = new URLSearchParams(search);
    next.set('page', String(number));
    return `?${next}`;
  };
  const here = t('paging.page', { page, pages });
  return (
    <nav className="paging" aria-label={here}>
      {page > 1 && <Link to={to(page - 1)}>← {t('paging.previous')}</Link>}
      <span>{here}</span>
      {page < pages && <Link to={to(page + 1)}>{t('paging.next')} →</Link>}
    </nav>
  );
}
