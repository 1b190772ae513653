import type { Fact, ProfileView } from '#contracts';
import Undo2 from 'lucide-react/icons/undo-2';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../design/button.js';
import { SaveState } from '../../design/progress.js';
import { Answered, Failure, PageTitle } from '../../design/states.js';
import { PartNavigation } from '../../frame/part-navigation.js';
import { useLanguage } from '../../language/language.js';
import { BeginWithCv } from '../cv/begin-with-cv.js';
import { OpenQuestions } from '../questions/open-questions.js';
import { AboutSection } from './about-section.js';
import { FactsOfKind } from './facts-section.js';
import { useMyProfile, useProfileSaving, useProfileWrite, type ProfileWrite } from './my-profile.js';
import { PlacesSection } from './places-section.js';
import { ProfileConflicts } from './profile-conflicts.js';
import { useProfileDrafts } from './profile-drafts.js';
import { UndoProvider, useUndo } from './undo.js';
import { WishesSection } from './wishes-section.js';

const sections = ['work', 'papers', 'wishes', 'places', 'about'] as const;
type Section = (typeof sections)[number];

const kindsOf: Partial<Record<Section, readonly Fact['kind'][]>> = {
  work: ['occupation', 'skill', 'language'],
  papers: ['driving-licence', 'professional-licence', 'education', 'work-permit'],
};

export function ProfilePage(): ReactNode {
  const profile = useMyProfile();
  return (
    <Answered query={profile}>
      {(known) =>
        known === null ? (
          <BeginWithCv />
        ) : (
          <UndoProvider>
            <Profile profile={known} />
          </UndoProvider>
        )
      }
    </Answered>
  );
}

function Profile({ profile }: { readonly profile: ProfileView }): ReactNode {
  const { t } = useLanguage();
  const drafts = useProfileDrafts(profile);
  const [search] = useSearchParams();
  const shown = sections.find((section) => section === search.get('part')) ?? 'work';
  const { remember } = useUndo();
  const { wishes, about } = drafts;
  const changeWishes = (next: typeof wishes.value): void => {
    const before = wishes.value;
    remember(() => wishes.change(before));
    wishes.change(next);
  };
  const changeAbout = (next: typeof about.value): void => {
    const before = about.value;
    remember(() => about.change(before));
    about.change(next);
  };
  return (
    <>
      <PageTitle title={t('profile.title')} />
      <p className="page-lead">{t('profile.lead')}</p>
      <Saving />
      <PartNavigation
        label={t('profile.parts')}
        parts={sections.map((id) => ({ id, text: t(`profile.part.${id}`) }))}
        shown={shown}
      />
      <div className="profile-columns">
        <section className="profile-part" aria-labelledby="part">
          <h2 id="part">{t(`profile.part.${shown}`)}</h2>
          {kindsOf[shown]?.map((kind) => (
            <FactsOfKind key={kind} profile={profile} kind={kind} />
          ))}
          {shown === 'wishes' && <WishesSection wishes={wishes.value} onChange={changeWishes} />}
          {shown === 'places' && (
            <PlacesSection
              wishes={wishes.value}
              onChange={changeWishes}
              home={about.value}
              onHome={(home) => changeAbout({ ...about.value, ...home })}
            />
          )}
          {shown === 'about' && <AboutSection about={about.value} onChange={changeAbout} />}
        </section>
        <aside>
          <OpenQuestions profile={profile} wishes={wishes.value} onWishes={changeWishes} />
        </aside>
      </div>
      <ProfileConflicts drafts={drafts} />
    </>
  );
}

/** Whether everything is kept, and the way back; it stays in view. */
function Saving(): ReactNode {
  const { t } = useLanguage();
  const { state, failed } = useProfileSaving();
  const write = useProfileWrite();
  const { undo } = useUndo();
  const failedWrite = failed?.variables as ProfileWrite | undefined;
  return (
    <>
      <div className="saving-bar">
        <SaveState state={state} {...(failedWrite ? { retry: () => write.mutate(failedWrite) } : {})} />
        {undo && (
          <Button kind="quiet" isSmall onPress={undo}>
            <Undo2 size={18} aria-hidden /> {t('profile.undo')}
          </Button>
        )}
      </div>
      {failed && <Failure error={failed.error} />}
    </>
  );
}
