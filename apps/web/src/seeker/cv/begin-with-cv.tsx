import { useMutation } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { call, CallError, type AnswerOfEndpoint } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { Failure, PageTitle } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { CvReview } from './cv-review.js';

export type CvReading = AnswerOfEndpoint<typeof endpoints.readCv>;

/** The document as it was chosen, to be read again into the saved profile. */
export interface CvDocument {
  readonly format: 'json-resume' | 'europass';
  readonly document: Record<string, unknown>;
}

class NotJson extends Error {}

/** Europass documents name themselves; anything else that is an object is taken as JSON Resume. */
async function documentOf(file: File): Promise<CvDocument> {
  let document: unknown;
  try {
    document = JSON.parse(await file.text());
  } catch {
    throw new NotJson();
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document)) throw new NotJson();
  const isEuropass = 'SkillsPassport' in document || 'DocumentInfo' in document || 'profile' in document;
  return { format: isEuropass ? 'europass' : 'json-resume', document: document as Record<string, unknown> };
}

/** No profile yet: read a CV, look it over, save it, see matches. */
export function BeginWithCv(): ReactNode {
  const { t } = useLanguage();
  const id = useId();
  const reading = useMutation({
    mutationFn: async (file: File) => {
      const cv = await documentOf(file);
      return { cv, reading: await call(endpoints.readCv, { body: cv }) };
    },
  });
  if (reading.data)
    return <CvReview cv={reading.data.cv} reading={reading.data.reading} onOther={() => reading.reset()} />;
  return (
    <div className="prose">
      <PageTitle title={t('cv.title')} />
      <p className="page-lead">{t('cv.lead')}</p>
      <div className="field">
        <label htmlFor={id}>{t('cv.file')}</label>
        <p className="hint" id={`${id}-hint`}>
          {t('cv.file.hint')}
        </p>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          aria-describedby={`${id}-hint`}
          disabled={reading.isPending}
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) reading.mutate(file);
          }}
        />
      </div>
      <p role="status">{reading.isPending ? t('cv.reading') : ''}</p>
      {reading.error instanceof NotJson && (
        <p className="notice error" role="alert">
          {t('cv.notJson')}
        </p>
      )}
      {reading.error instanceof CallError && <Failure error={reading.error} />}
    </div>
  );
}
