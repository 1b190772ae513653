import type { Fact } from '#contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { call } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { useConceptLabels, usePlaceList } from '../../api/labels.js';
import { Failure, PageTitle } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { factKinds, useFactName } from '../../match/facts.js';
import type { CvDocument, CvReading } from './begin-with-cv.js';

const noticeVersion = '2026-1';

interface CvReviewProps {
  readonly cv: CvDocument;
  readonly reading: CvReading;
  readonly onOther: () => void;
}

/** What was read, to be looked over before anything is saved. */
export function CvReview({ cv, reading, onOther }: CvReviewProps): ReactNode {
  const { t, language } = useLanguage();
  const id = useId();
  const queries = useQueryClient();
  const places = usePlaceList();
  const { facts, contact, ...rest } = reading.profile;
  const [name, setName] = useState(contact.name ?? '');
  const [home, setHome] = useState(rest.homeMunicipality ?? '');
  const [untrue, setUntrue] = useState<ReadonlySet<string>>(new Set());
  const save = useMutation({
    mutationFn: async () => {
      const created = await call(endpoints.createProfile, {
        body: {
          ...rest,
          language,
          homeMunicipality: home || null,
          contact: { ...contact, name },
          // What is denied before the CV is read stays denied; the rest keeps the words it was read from.
          facts: facts
            .filter((fact) => untrue.has(fact.id))
            .map(({ kind, conceptId, words }) => ({ kind, conceptId, words, denied: true })),
          noticeVersion,
        },
      });
      return call(endpoints.addCv, { params: { profileId: created.id }, body: cv });
    },
    onSuccess: async (profile) => {
      queries.setQueryData(['profile'], profile);
      await queries.invalidateQueries({ queryKey: ['session'] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <form className="prose" onSubmit={submit}>
      <PageTitle title={t('cv.review')} />
      <p className="page-lead">{t('cv.review.lead')}</p>
      <div className="field">
        <label htmlFor={`${id}-name`}>{t('cv.name')}</label>
        <p className="hint" id={`${id}-name-hint`}>
          {t('cv.name.hint')}
        </p>
        <input
          id={`${id}-name`}
          required
          maxLength={200}
          autoComplete="name"
          aria-describedby={`${id}-name-hint`}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-home`}>{t('cv.home')}</label>
        <select id={`${id}-home`} value={home} onChange={({ target }) => setHome(target.value)}>
          <option value="">{t('cv.home.none')}</option>
          {places.map((place) => (
            <option key={place.code} value={place.code}>
              {place.name}
            </option>
          ))}
        </select>
      </div>
      <ReadFacts facts={facts} untrue={untrue} onChange={setUntrue} />
      {reading.warnings.length > 0 && (
        <details>
          <summary>{t('cv.warnings')}</summary>
          <ul>
            {reading.warnings.map(({ pointer, detail }) => (
              <li key={pointer + detail}>
                <code>{pointer}</code> <span lang="en">{detail}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>{t('cv.notice')}</p>
      <label className="check">
        <input type="checkbox" required />
        {t('cv.notice.accept')}
      </label>
      <p className="actions">
        <button aria-disabled={save.isPending}>{t(save.isPending ? 'cv.saving' : 'cv.save')}</button>
        <button type="button" className="secondary" onClick={onOther}>
          {t('cv.other')}
        </button>
      </p>
      {save.isError && <Failure error={save.error} />}
    </form>
  );
}

interface ReadFactsProps {
  readonly facts: readonly Fact[];
  readonly untrue: ReadonlySet<string>;
  readonly onChange: (untrue: ReadonlySet<string>) => void;
}

function ReadFacts({ facts, untrue, onChange }: ReadFactsProps): ReactNode {
  const { t } = useLanguage();
  const name = useFactName();
  const label = useConceptLabels(facts.map(({ conceptId }) => conceptId));
  if (facts.length === 0) return <p className="notice">{t('cv.facts.none')}</p>;
  const toggle = (factId: string): void => {
    const next = new Set(untrue);
    if (!next.delete(factId)) next.add(factId);
    onChange(next);
  };
  return factKinds.map((kind) => {
    const ofKind = facts.filter((fact) => fact.kind === kind);
    if (ofKind.length === 0) return null;
    return (
      <fieldset key={kind}>
        <legend>{t(`kind.${kind}`)}</legend>
        {ofKind.map((fact) => (
          <label key={fact.id} className="check">
            <input type="checkbox" checked={!untrue.has(fact.id)} onChange={() => toggle(fact.id)} />
            <span>
              {name(fact, label)}
              {fact.span && <q className="words">{fact.span.quote}</q>}
            </span>
          </label>
        ))}
      </fieldset>
    );
  });
}
