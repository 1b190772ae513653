import type { Fact } from '#contracts';
import X from 'lucide-react/icons/x';
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../../design/button.js';
import { Tag } from '../../design/chips.js';
import { WordsField, SelectField } from '../../design/field.js';
import { useLanguage } from '../../language/language.js';
import { textOf } from '../../language/texts.js';

const highestLevel: Partial<Record<Fact['kind'], number>> = { skill: 5, language: 6 };
const withYears: readonly Fact['kind'][] = ['occupation', 'skill'];
const mostYears = 70;
const quietMs = 700;

interface FactRowProps {
  readonly fact: Fact;
  readonly name: string;
  readonly onChange: (change: { level?: number | null; years?: number | null }) => void;
  readonly onConfirm: () => void;
  readonly onDeny: () => void;
  readonly onRemove: () => void;
}

/** One fact: what, how well, how long, and where it comes from. What was read is the person's to confirm or deny; what they said, theirs to take away. */
export function FactRow({ fact, name, onChange, onConfirm, onDeny, onRemove }: FactRowProps): ReactNode {
  const { t } = useLanguage();
  const { kind, level, origin, span } = fact;
  const highest = highestLevel[kind];
  const isRead = origin === 'extracted' || origin === 'inferred';
  return (
    <li className={isRead ? 'fact read' : 'fact'}>
      <div className="fact-name">
        <strong>{name}</strong> {isRead && <Tag kind="assumed">{t(`origin.${origin}`)}</Tag>}
        {span && <q className="words">{span.quote}</q>}
      </div>
      <div className="fact-fields">
        {highest !== undefined && (
          <SelectField
            label={t('fact.level', { name })}
            isLabelHidden
            value={level === null ? '' : String(level)}
            options={[
              { value: '', text: t('fact.level.none') },
              ...Array.from({ length: highest }, (_, at) => ({
                value: String(at + 1),
                text: textOf(t, `fact.level.${kind}.${at + 1}`, 'fact.level.none'),
              })),
            ]}
            onChange={(value) => onChange({ level: value === '' ? null : Number(value) })}
          />
        )}
        {withYears.includes(kind) && <Years fact={fact} name={name} onChange={(years) => onChange({ years })} />}
      </div>
      <div className="fact-actions">
        {isRead ? (
          <>
            <Button
              kind="secondary"
              isSmall
              aria-label={t('fact.about', { action: t('fact.confirm'), label: name })}
              onPress={onConfirm}
            >
              {t('fact.confirm')}
            </Button>
            <Button
              kind="quiet"
              isSmall
              aria-label={t('fact.about', { action: t('fact.deny'), label: name })}
              onPress={onDeny}
            >
              {t('fact.deny')}
            </Button>
          </>
        ) : (
          <Button kind="quiet" isIcon isSmall aria-label={t('chip.remove', { name })} onPress={onRemove}>
            <X size={18} aria-hidden />
          </Button>
        )}
      </div>
    </li>
  );
}

/** Years are stored a moment after the last key, not with each. */
function Years({
  fact,
  name,
  onChange,
}: {
  readonly fact: Fact;
  readonly name: string;
  readonly onChange: (years: number | null) => void;
}): ReactNode {
  const { t } = useLanguage();
  const stored = fact.years === null ? '' : String(fact.years);
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? stored;
  const years = value === '' ? null : Number(value);
  const isWrong = years !== null && !(Number.isInteger(years) && years >= 0 && years <= mostYears);
  useEffect(() => {
    if (typed === null) return;
    if (typed === stored) return setTyped(null);
    if (isWrong) return;
    const timer = setTimeout(() => onChange(years), quietMs);
    return () => clearTimeout(timer);
    // The handler is new with each rendering, and the same.
  }, [typed, stored, isWrong, years]);
  return (
    <span className="fact-years">
      <WordsField
        label={t('fact.years', { name })}
        isLabelHidden
        isNarrow
        type="number"
        min={0}
        max={mostYears}
        value={value}
        onChange={setTyped}
        error={isWrong ? t('fact.years.wrong', { most: mostYears }) : undefined}
      />
      <span aria-hidden="true">{t('fact.years.unit')}</span>
    </span>
  );
}
