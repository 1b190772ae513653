import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import type { Role } from '#contracts';
import { useLive } from './api/live.js';
import { useSession, type Session } from './api/session.js';
import { ButtonLink } from './design/button.js';
import { Answered, Loading, PageTitle, SignInLink } from './design/states.js';
import { AppFrame } from './frame/app-frame.js';
import { addresses } from '#site';
import { navigation } from './frame/navigation.js';
import { useLanguage } from './language/language.js';
import type { TextKey } from './language/texts.js';

/** A page in a file of its own, fetched when it is first shown. */
const page = <Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): ComponentType<Props> => lazy(async () => ({ default: (await load())[name] })) as unknown as ComponentType<Props>;

const HouseholdPage = page(() => import('./household/household-page.js'), 'HouseholdPage');
const MatchesPage = page(() => import('./seeker/matches/matches-page.js'), 'MatchesPage');
const MatchPage = page(() => import('./seeker/match/match-page.js'), 'MatchPage');
const ProfilePage = page(() => import('./seeker/profile/profile-page.js'), 'ProfilePage');
const SavedPage = page(() => import('./seeker/saved/saved-page.js'), 'SavedPage');
const PrivacyPage = page(() => import('./seeker/privacy/privacy-page.js'), 'PrivacyPage');
const VacanciesPage = page(() => import('./employer/vacancies-page.js'), 'VacanciesPage');
const CandidatesPage = page(() => import('./employer/candidates-page.js'), 'CandidatesPage');
const CandidatePage = page(() => import('./employer/candidate-page.js'), 'CandidatePage');
const AdPage = page(() => import('./employer/ad-page.js'), 'AdPage');
const ApplicationsPage = page(() => import('./employer/applications-page.js'), 'ApplicationsPage');
const QuestionsPage = page(() => import('./employer/questions-page.js'), 'QuestionsPage');
const ShortlistsPage = page(() => import('./officer/shortlists-page.js'), 'ShortlistsPage');
const ShortlistPage = page(() => import('./officer/shortlist-page.js'), 'ShortlistPage');
const DecisionLogPage = page(() => import('./officer/decision-log-page.js'), 'DecisionLogPage');
const ComparePage = page(() => import('./officer/compare-page.js'), 'ComparePage');
const OperationPage = page(() => import('./operator/operation-page.js'), 'OperationPage');
const Gallery = import.meta.env.DEV ? page(() => import('./design/gallery/gallery.js'), 'Gallery') : null;

export function App(): ReactNode {
  const session = useSession();
  return (
    <AppFrame session={session.data}>
      <Suspense fallback={<Loading />}>
        <Routes>
          {Gallery && <Route path="/design" element={<Gallery />} />}
          <Route
            path="*"
            element={
              <Answered query={session}>
                {(known) => (known.signedIn ? <Pages session={known} /> : <SignedOut />)}
              </Answered>
            }
          />
        </Routes>
      </Suspense>
    </AppFrame>
  );
}

function Pages({ session }: { readonly session: Session }): ReactNode {
  const has = (...roles: Role[]): boolean => roles.some((role) => session.roles.includes(role));
  useLive(has('seeker') ? session.profileId : null);
  const first = navigation.find(({ role }) => has(role));
  return (
    <Routes>
      <Route path="/" element={first ? <Navigate replace to={first.path} /> : <NoRole />} />
      {has('seeker') && (
        <>
          <Route path="/matches" element={<MatchesPage />} />
          <Route path="/matches/:vacancyId" element={<MatchPage />} />
          <Route path="/household" element={<HouseholdPage />} />
          <Route path="/saved" element={<SavedPage />} />
          <Route path="/profile" element={<ProfilePage />} />
          <Route path="/privacy" element={<PrivacyPage />} />
        </>
      )}
      {has('employer', 'officer') && (
        <>
          <Route path="/vacancies" element={<VacanciesPage />} />
          <Route path="/vacancies/:vacancyId" element={<CandidatesPage />} />
          <Route path="/vacancies/:vacancyId/edit" element={<AdPage />} />
          <Route path="/vacancies/:vacancyId/applications" element={<ApplicationsPage name={session.name} />} />
          <Route path="/vacancies/:vacancyId/questions" element={<QuestionsPage />} />
          <Route path="/vacancies/:vacancyId/candidates/:profileId" element={<CandidatePage name={session.name} />} />
          <Route path="/shortlists" element={<ShortlistsPage />} />
          <Route path="/shortlists/:shortlistId" element={<ShortlistPage name={session.name} />} />
          <Route path="/shortlists/:shortlistId/log" element={<DecisionLogPage />} />
          <Route path="/shortlists/:shortlistId/compare" element={<ComparePage />} />
        </>
      )}
      {has('operator') && <Route path="/operation" element={<OperationPage />} />}
      <Route path="*" element={<Plain title="state.missing" text="state.missing.text" />} />
    </Routes>
  );
}

function SignedOut(): ReactNode {
  const { t } = useLanguage();
  return (
    <div className="prose">
      <PageTitle title={t('state.signedOut')} />
      <p>{t('state.signedOut.text')}</p>
      <p>
        <SignInLink />
      </p>
    </div>
  );
}

const NoRole = (): ReactNode => <Plain title="state.noRole" text="state.noRole.text" />;

function Plain({ title, text }: { readonly title: TextKey; readonly text: TextKey }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <div className="prose">
      <PageTitle title={t(title)} />
      <p>{t(text)}</p>
      <p>
        <ButtonLink href={addresses.vacancies[language]}>{t('nav.search')}</ButtonLink>
      </p>
    </div>
  );
}
