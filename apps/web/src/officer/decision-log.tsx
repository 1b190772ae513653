import type { Shortlist } from '#contracts';
import type { ReactNode } from 'react';
import { Failure } from '../design/states.js';
import { useLanguage } from '../language/language.js';
import { useUndo } from './decisions.js';

interface DecisionLogProps {
  readonly shortlistId: string;
  readonly decisions: Shortlist['decisions'];
  readonly nameOf: (profileId: string) => string;
}

/** Who decided what, when and why, newest first; what stands can be undone. */
export function DecisionLog({ shortlistId, decisions, nameOf }: DecisionLogProps): ReactNode {
  const { t, moment } = useLanguage();
  const undo = useUndo(shortlistId);
  const newestFirst = [...decisions].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <section className="decision-log" aria-labelledby="log">
      <h2 id="log">{t('shortlist.log')}</h2>
      <p role="status" className="small">
        {undo.isSuccess ? t('shortlist.undone') : ''}
      </p>
      {undo.isError && <Failure error={undo.error} />}
      {decisions.length === 0 && <p className="soft">{t('shortlist.log.none')}</p>}
      <ol>
        {newestFirst.map(({ id, profileId, stage, reason, by, at, undoneAt }) => (
          <li key={id} className={undoneAt ? 'undone' : undefined}>
            <p>
              <strong>{nameOf(profileId)}</strong>: {t(`stage.${stage}`)}. {reason}
            </p>
            <p className="small soft">
              {t('shortlist.log.line', { by, moment: moment(at) })}
              {undoneAt && `, ${t('shortlist.log.undone', { moment: moment(undoneAt) })}`}
            </p>
            {!undoneAt && (
              <button
                type="button"
                className="secondary small"
                aria-label={t('shortlist.undo.about', { name: nameOf(profileId) })}
                aria-disabled={undo.isPending}
                onClick={() => !undo.isPending && undo.mutate(id)}
              >
                {t('shortlist.undo')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
