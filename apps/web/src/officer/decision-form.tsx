import { useId, useState, type FormEvent, type ReactNode } from 'react';
import type { Decision } from '#contracts';
import { Button } from '../design/button.js';
import { RadioField } from '../design/choices.js';
import { WordsField } from '../design/field.js';
import { Failure } from '../design/states.js';
import { useLanguage } from '../language/language.js';
import { stages, useDecide, type Stage } from './decisions.js';

interface DecisionFormProps {
  readonly shortlistId: string;
  readonly chosen: readonly string[];
  readonly stage: Stage | null;
  /** What was said the last time for each stage: it stands there to be kept or changed. */
  readonly reasons: Readonly<Partial<Record<Stage, string>>>;
  readonly signature: string;
  readonly isFocused?: boolean;
  readonly onDecided: (decisions: readonly Decision[], said: { stage: Stage; reason: string; by: string }) => void;
}

/** One decision for those chosen; Enter in the reason decides. What was written stays when saving fails. */
export function DecisionForm(props: DecisionFormProps): ReactNode {
  const { shortlistId, chosen, reasons, signature, isFocused, onDecided } = props;
  const { t } = useLanguage();
  const id = useId();
  const decide = useDecide(shortlistId);
  const [stage, setStage] = useState<Stage | null>(props.stage);
  const [reason, setReason] = useState((props.stage && reasons[props.stage]) ?? '');
  const [by, setBy] = useState(signature);
  const [isAsked, setAsked] = useState(false);
  const choose = (next: Stage): void => {
    // A reason that was only offered gives way to that of the other stage.
    if (!stage || reason === (reasons[stage] ?? '')) setReason(reasons[next] ?? '');
    setStage(next);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (decide.isPending || chosen.length === 0 || !stage || !reason.trim() || !by.trim()) return;
    const said = { stage, reason: reason.trim(), by: by.trim() };
    decide.mutate({ profileIds: [...chosen], ...said }, { onSuccess: ({ decisions }) => onDecided(decisions, said) });
  };
  return (
    <form className="decision-form" onSubmit={submit} noValidate aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('shortlist.decideAbout', { count: chosen.length })}</h3>
      <RadioField
        legend={t('shortlist.stage')}
        isLegendHidden
        isSegmented
        value={stage}
        options={stages.map((value) => ({ value, text: t(`stage.${value}`) }))}
        onChange={choose}
      />
      <div className="field-row">
        <WordsField
          label={t('shortlist.reason')}
          hint={t('shortlist.reason.hint')}
          value={reason}
          onChange={setReason}
          maxLength={1000}
          isRequired
          {...(isFocused ? { isFocused } : {})}
          error={isAsked && !reason.trim() ? t('shortlist.reason.needed') : undefined}
        />
        <WordsField
          label={t('shortlist.by')}
          value={by}
          onChange={setBy}
          maxLength={200}
          isRequired
          autoComplete="name"
          error={isAsked && !by.trim() ? t('shortlist.by.needed') : undefined}
        />
      </div>
      {isAsked && !stage && <p className="field-error">{t('shortlist.stage.needed')}</p>}
      {decide.isError && <Failure error={decide.error} />}
      <p className="actions">
        <Button type="submit" isPending={decide.isPending}>
          {t(decide.isPending ? 'shortlist.deciding' : 'shortlist.decide')}
        </Button>
      </p>
    </form>
  );
}
