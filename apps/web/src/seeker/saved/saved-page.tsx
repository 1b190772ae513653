import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Answered, PageTitle } from '../../design/states.js';
import { PartNavigation } from '../../frame/part-navigation.js';
import { useLanguage } from '../../language/language.js';
import { BeginWithCv } from '../cv/begin-with-cv.js';
import { useMyProfile } from '../profile/my-profile.js';
import { Applications } from './applications.js';
import { MarkedList } from './marked-list.js';
import { EmployersQuestions } from './employers-questions.js';
import { SavedSearches } from './saved-searches.js';

const parts = ['saved', 'searches', 'applications', 'questions', 'hidden'] as const;

/** What the person keeps, has applied for, is asked, and does not want to see. */
export function SavedPage(): ReactNode {
  const { t } = useLanguage();
  const profile = useMyProfile();
  const [search] = useSearchParams();
  const shown = parts.find((part) => part === search.get('part')) ?? 'saved';
  return (
    <Answered query={profile}>
      {(known) =>
        known === null ? (
          <BeginWithCv />
        ) : (
          <>
            <PageTitle title={t('saved.title')} />
            <PartNavigation
              label={t('saved.title')}
              parts={parts.map((id) => ({ id, text: t(`saved.${id}`) }))}
              shown={shown}
            />
            <section aria-labelledby="part">
              <h2 id="part">{t(`saved.${shown}`)}</h2>
              {(shown === 'saved' || shown === 'hidden') && <MarkedList profileId={known.id} kind={shown} />}
              {shown === 'searches' && <SavedSearches profileId={known.id} />}
              {shown === 'applications' && <Applications profileId={known.id} />}
              {shown === 'questions' && <EmployersQuestions profileId={known.id} name={known.contact.name} />}
            </section>
          </>
        )
      }
    </Answered>
  );
}
