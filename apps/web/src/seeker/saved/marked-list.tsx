import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Button, ButtonLink } from '../../design/button.js';
import { EligibilityLine } from '../../design/checklist.js';
import { Tag } from '../../design/chips.js';
import { Answered, Empty } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { VacancyLine } from '../../match/vacancy-line.js';
import { useMarks } from '../matches/marks.js';
import { useHidden, useSaved } from './marked.js';

/** Vacancies that the person saved or hid, closed ones too, each with how it fits now. */
export function MarkedList({
  profileId,
  kind,
}: {
  readonly profileId: string;
  readonly kind: 'saved' | 'hidden';
}): ReactNode {
  const { t, day } = useLanguage();
  const marks = useMarks(profileId);
  const lists = { saved: useSaved(profileId), hidden: useHidden(profileId) };
  return (
    <Answered query={lists[kind]}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t(`saved.${kind}.none`)}>
            <p>{t(`saved.${kind}.none.text`)}</p>
            <p>
              <ButtonLink kind="secondary" to="/matches">
                {t('nav.matches')}
              </ButtonLink>
            </p>
          </Empty>
        ) : (
          <ul className="row-list">
            {items.map(({ vacancy, markedAt, figures }) => (
              <li key={vacancy.id} className="row">
                <div>
                  <h3>
                    <Link to={`/matches/${vacancy.id}`} lang={vacancy.language}>
                      {vacancy.headline}
                    </Link>{' '}
                    {vacancy.status !== 'published' && <Tag>{t(`status.${vacancy.status}`)}</Tag>}
                  </h3>
                  <VacancyLine vacancy={vacancy} />
                  <p className="small soft">{t(`saved.${kind}.at`, { day: day(markedAt) })}</p>
                </div>
                {figures && (
                  <div>
                    <p className="fit-both">
                      <strong className="figure">{figures.fit}</strong> <span className="of">{t('fit.both.of')}</span>
                    </p>
                    <EligibilityLine state={figures.eligibility} />
                  </div>
                )}
                <Button
                  kind="secondary"
                  isSmall
                  aria-label={t('fact.about', { action: t(`saved.${kind}.remove`), label: vacancy.headline })}
                  onPress={() => (kind === 'saved' ? marks.save(vacancy.id, false) : marks.unhide(vacancy.id))}
                >
                  {t(`saved.${kind}.remove`)}
                </Button>
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  );
}
