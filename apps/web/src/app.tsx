import type { Role } from '#contracts';
import { lazy, Suspense, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useSession, type Session } from './api/session.js';
import { Frame, rolePages, searchPage } from './frame/frame.js';
import { Failure, Loading, PageTitle, SignInLink } from './frame/states.js';
import { useLanguage } from './language/language.js';
import { MatchesPage } from './seeker/matches-page.js';

const MatchPage = lazy(() => import('./seeker/match-page.js').then((module) => ({ default: module.MatchPage })));
const VacanciesPage = lazy(() =>
  import('./employer/vacancies-page.js').then((module) => ({ default: module.VacanciesPage })),
);
const CandidatesPage = lazy(() =>
  import('./employer/candidates-page.js').then((module) => ({ default: module.CandidatesPage })),
);
const CandidatePage = lazy(() =>
  import('./employer/candidate-page.js').then((module) => ({ default: module.CandidatePage })),
);
const ShortlistsPage = lazy(() =>
  import('./officer/shortlists-page.js').then((module) => ({ default: module.ShortlistsPage })),
);
const ShortlistPage = lazy(() =>
  import('./officer/shortlist-page.js').then((module) => ({ default: module.ShortlistPage })),
);
const OperationPage = lazy(() =>
  import('./operator/operation-page.js').then((module) => ({ default: module.OperationPage })),
);

export function App(): ReactNode {
  const session = useSession();
  return (
    <Frame session={session.data}>
      {session.isPending ? (
        <Loading />
      ) : session.isError ? (
        <Failure error={session.error} retry={() => void session.refetch()} />
      ) : session.data.signedIn ? (
        <Suspense fallback={<Loading />}>
          <Pages session={session.data} />
        </Suspense>
      ) : (
        <SignedOut />
      )}
    </Frame>
  );
}

function Pages({ session }: { readonly session: Session }): ReactNode {
  const has = (...roles: Role[]): boolean => roles.some((role) => session.roles.includes(role));
  const first = rolePages.find(({ role }) => has(role));
  return (
    <Routes>
      <Route path="/" element={first ? <Navigate replace to={first.path} /> : <NoRole />} />
      {has('seeker') && (
        <>
          <Route path="/matches" element={<MatchesPage />} />
          <Route path="/matches/:vacancyId" element={<MatchPage />} />
        </>
      )}
      {has('employer', 'officer') && (
        <>
          <Route path="/vacancies" element={<VacanciesPage />} />
          <Route path="/vacancies/:vacancyId" element={<CandidatesPage />} />
          <Route path="/vacancies/:vacancyId/candidates/:profileId" element={<CandidatePage />} />
          <Route path="/shortlists" element={<ShortlistsPage />} />
          <Route path="/shortlists/:shortlistId" element={<ShortlistPage name={session.name} />} />
        </>
      )}
      {has('operator') && <Route path="/operation" element={<OperationPage />} />}
      <Route path="*" element={<Missing />} />
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

function NoRole(): ReactNode {
  const { t, language } = useLanguage();
  return (
    <div className="prose">
      <PageTitle title={t('state.noRole')} />
      <p>{t('state.noRole.text')}</p>
      <p>
        <a className="button" href={searchPage(language)}>
          {t('nav.search')}
        </a>
      </p>
    </div>
  );
}

function Missing(): ReactNode {
  const { t, language } = useLanguage();
  return (
    <div className="prose">
      <PageTitle title={t('state.missing')} />
      <p>{t('state.missing.text')}</p>
      <p>
        <a className="button" href={searchPage(language)}>
          {t('nav.search')}
        </a>
      </p>
    </div>
  );
}
