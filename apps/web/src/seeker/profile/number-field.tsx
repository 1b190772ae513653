import { useState, type ReactNode } from 'react';
import { WordsField } from '../../design/field.js';
import { useLanguage } from '../../language/language.js';

interface NumberFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max: number;
}

/** A whole number or nothing. What cannot be one stays as it was typed, with what is wrong, and is not passed on. */
export function NumberField({ label, hint, value, onChange, min = 0, max }: NumberFieldProps): ReactNode {
  const { t } = useLanguage();
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <WordsField
      label={label}
      hint={hint}
      isNarrow
      type="number"
      min={min}
      max={max}
      value={wrong ?? (value === null ? '' : String(value))}
      error={wrong === null ? undefined : t('number.wrong', { min, max })}
      onChange={(typed) => {
        const number = Number(typed);
        const isRight = typed === '' || (Number.isInteger(number) && number >= min && number <= max);
        setWrong(isRight ? null : typed);
        if (isRight) onChange(typed === '' ? null : number);
      }}
    />
  );
}
