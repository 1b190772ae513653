import type { DemandChange, DemandInput, VacancyView } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Eye from 'lucide-react/icons/eye';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { call, CallError } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { useConceptLabels } from '../api/labels.js';
import { deskEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { Conflict } from '../design/conflict.js';
import { Drawer } from '../design/dialog.js';
import { WordsField } from '../design/field.js';
import { SaveState } from '../design/progress.js';
import { Answered, Failure, PageTitle } from '../design/states.js';
import { say } from '../design/toast.js';
import { useLanguage } from '../language/language.js';
import { AdFields } from './ad-fields.js';
import { AdPreview } from './ad-preview.js';
import { adOf, type Ad, type AdField } from './ad-draft.js';
import { DemandList } from './demand-list.js';
import { Supply } from './supply.js';
import { TextWithMarks } from './text-with-marks.js';
import { useDraftCount } from './use-draft-count.js';
import { useAutosave } from './use-autosave.js';

/** Writes an ad: text on one side, what was read out of it on the other, and how many it fits. */
export function AdPage(): ReactNode {
  const { vacancyId = '' } = useParams();
  const vacancy = useQuery({
    queryKey: ['vacancy-to-write', vacancyId],
    queryFn: () => call(endpoints.vacancy, { params: { vacancyId } }),
    staleTime: Infinity,
    gcTime: 0,
  });
  return <Answered query={vacancy}>{(found) => <Editor key={found.id} first={found} />}</Answered>;
}

function Editor({ first }: { readonly first: VacancyView }): ReactNode {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const saving = useAutosave(first);
  const { ad, vacancy, write, take, flush } = saving;
  const [activeId, setActive] = useState<string | null>(null);
  const [isPreview, setPreview] = useState(false);
  const label = useConceptLabels(vacancy.demands.map(({ conceptId }) => conceptId));
  const more = useDraftCount(vacancy);
  const params = { vacancyId: vacancy.id };

  const demands = useMutation({
    mutationFn: async (change: { id: string; change: DemandChange } | { add: DemandInput }) => {
      // The demand may be one of a text that is still on its way.
      await flush();
      return 'add' in change
        ? call(deskEndpoints.addDemand, { params, body: change.add })
        : call(deskEndpoints.changeDemand, { params: { ...params, demandId: change.id }, body: change.change });
    },
    onSuccess: take,
  });
  const publish = useMutation({
    mutationFn: async () => {
      const saved = await flush();
      if (!saved) return null;
      return call(deskEndpoints.publish, { params, body: { revision: saved.revision } });
    },
    onSuccess: (published) => {
      if (!published) return;
      take(published);
      void queries.invalidateQueries({ queryKey: ['employers'] });
      say(t('ad.published'));
      void navigate(`/vacancies/${published.id}`);
    },
  });
  const missing = missingOf(publish.error, ad);
  const isDraft = vacancy.status === 'draft';
  return (
    <article className="ad-editor">
      <p>
        <Link to="/vacancies">← {t('vacancies.back')}</Link>
      </p>
      <div className="ad-head">
        <PageTitle title={t(isDraft ? 'ad.title' : 'ad.title.change')} />
        <div className="actions">
          <SaveState state={saving.state} retry={() => void flush()} />
          <Button kind="secondary" onPress={() => setPreview(true)}>
            <Eye size={18} aria-hidden /> {t('ad.preview')}
          </Button>
          {isDraft && (
            <Button isPending={publish.isPending} onPress={() => publish.mutate()}>
              {t('ad.publish')}
            </Button>
          )}
        </div>
      </div>
      {vacancy.status !== 'draft' && <p className="notice">{t(`ad.notice.${vacancy.status}`)}</p>}
      {saving.error && saving.state === 'failed' && <Failure error={saving.error} />}
      {publish.isError &&
        (missing ? (
          Object.keys(missing).length > 0 && (
            <div className="notice error" role="alert">
              <p>
                <strong>{t('ad.missing')}</strong>
              </p>
              <ul>
                {Object.keys(missing).map((field) => (
                  <li key={field}>{fieldName(t, field)}</li>
                ))}
              </ul>
            </div>
          )
        ) : (
          <Failure error={publish.error} />
        ))}
      <div className="ad-columns">
        <div>
          <WordsField
            label={t('ad.headline')}
            value={ad.headline}
            onChange={(headline) => write({ headline })}
            maxLength={300}
            isRequired
            error={ad.headline.trim() ? undefined : t('ad.headline.needed')}
          />
          <TextWithMarks
            label={t('ad.text')}
            hint={t('ad.text.hint')}
            value={ad.text}
            readText={vacancy.text}
            demands={vacancy.demands}
            activeId={activeId}
            language={vacancy.language}
            onChange={(text) => write({ text })}
          />
          {missing?.['text'] && <p className="field-error">{t('ad.text.needed')}</p>}
        </div>
        <aside aria-labelledby="ad-demands" className="ad-side">
          <Count count={more.count} isKnown={more.isKnown} />
          <h2 id="ad-demands">{t('ad.demands')}</h2>
          <p className="small soft">{t('ad.demands.lead')}</p>
          {demands.isError && <Failure error={demands.error} />}
          <DemandList
            demands={vacancy.demands}
            label={label}
            more={more.without}
            onActive={setActive}
            onChange={(id, change) => demands.mutate({ id, change })}
            onAdd={(add) => demands.mutate({ add })}
          />
        </aside>
      </div>
      <Supply vacancy={{ ...vacancy, ...ad }} />
      <AdFields
        ad={ad}
        errors={Object.fromEntries(Object.keys(missing ?? {}).map((field) => [field, t('ad.field.missing')]))}
        onWrite={write}
      />
      <Drawer title={t('ad.preview')} isOpen={isPreview} onClose={() => setPreview(false)} isWide>
        <AdPreview vacancy={{ ...vacancy, ...ad }} readText={vacancy.text} />
      </Drawer>
      {saving.conflict && (
        <Conflict
          isOpen
          differences={saving.conflict.fields.map((field) => ({
            name: fieldName(t, field),
            mine: inWords(ad[field]),
            theirs: inWords(adOf(saving.conflict!.saved)[field]),
          }))}
          onMine={() => saving.settle('mine')}
          onTheirs={() => saving.settle('theirs')}
          onClose={() => saving.settle('theirs')}
        />
      )}
    </article>
  );
}

function Count({ count, isKnown }: { readonly count: number | null; readonly isKnown: boolean }): ReactNode {
  const { t } = useLanguage();
  return (
    <p className="ad-count" role="status">
      {!isKnown ? t('ad.counting') : count === null ? t('ad.count.few') : t('ad.count', { count })}
    </p>
  );
}

type Translate = ReturnType<typeof useLanguage>['t'];
const fieldName = (t: Translate, field: string): string => {
  const key = `ad.field.${field}`;
  return t.has(key) ? t(key) : field;
};

/** What publishing found missing, by field; null where it failed for another reason. */
function missingOf(error: Error | null, ad: Ad): Readonly<Record<string, string>> | null {
  if (!(error instanceof CallError) || error.type !== 'vacancy-incomplete') return null;
  const found = (error.problem?.errors ?? []).map(({ pointer, detail }) => [pointer.slice(1), detail] as const);
  return Object.fromEntries(found.filter(([field]) => isStillEmpty(ad[field as AdField])));
}

/** What has been filled in since is missing no more. */
const isStillEmpty = (value: Ad[AdField] | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const inWords = (value: ReturnType<typeof adOf>[AdField]): string =>
  value === null
    ? ''
    : typeof value === 'object'
      ? Object.values(value)
          .filter((one) => one !== null)
          .join(', ')
      : String(value);
