import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { Failure } from '../design/states.js';
import { useLanguage } from '../language/language.js';
import { stages, useDecide, type Stage } from './decisions.js';

interface DecisionFormProps {
  readonly shortlistId: string;
  readonly chosen: readonly string[];
  readonly name: string | null;
  readonly onDecided: () => void;
}

/** One decision for those chosen; what was written stays when saving fails. */
export function DecisionForm({ shortlistId, chosen, name, onDecided }: DecisionFormProps): ReactNode {
  const { t } = useLanguage();
  const id = useId();
  const decide = useDecide(shortlistId);
  const [stage, setStage] = useState<Stage | null>(null);
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(name ?? '');
  const [told, setTold] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (decide.isPending) return;
    if (chosen.length === 0 || !stage || !reason.trim() || !by.trim()) return setTold(t('shortlist.needed'));
    setTold(null);
    decide.mutate(
      { profileIds: [...chosen], stage, reason, by },
      {
        onSuccess: () => {
          setTold(t('shortlist.decided', { count: chosen.length }));
          setReason('');
          setStage(null);
          onDecided();
        },
      },
    );
  };
  return (
    <form className="card decision-form" onSubmit={submit} noValidate aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('shortlist.stage')}</h2>
      <p className="figure" role="status">
        {t('shortlist.chosen', { count: chosen.length })}
      </p>
      <fieldset>
        <legend className="visually-hidden">{t('shortlist.stage')}</legend>
        {stages.map((one) => (
          <label key={one} className="check">
            <input type="radio" name="stage" checked={stage === one} onChange={() => setStage(one)} />
            {t(`stage.${one}`)}
          </label>
        ))}
      </fieldset>
      <label htmlFor={`${id}-reason`}>{t('shortlist.reason')}</label>
      <p className="hint" id={`${id}-hint`}>
        {t('shortlist.reason.hint')}
      </p>
      <textarea
        id={`${id}-reason`}
        rows={3}
        maxLength={1000}
        aria-describedby={`${id}-hint`}
        value={reason}
        onChange={({ target }) => setReason(target.value.replace(/\n/g, ' '))}
      />
      <label htmlFor={`${id}-by`}>{t('shortlist.by')}</label>
      <input
        id={`${id}-by`}
        maxLength={200}
        autoComplete="name"
        value={by}
        onChange={({ target }) => setBy(target.value)}
      />
      <button aria-disabled={decide.isPending}>
        {t(decide.isPending ? 'shortlist.deciding' : 'shortlist.decide')}
      </button>
      <p className="small" role="status">
        {told}
      </p>
      {decide.isError && <Failure error={decide.error} />}
    </form>
  );
}
