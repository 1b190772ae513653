import { startTransition, useId, useOptimistic, type ReactNode } from 'react';

interface CheckProps {
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly children: ReactNode;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
}

/** Yes or no, on its own. */
export function CheckField({ isChecked, onChange, children, isRequired, isDisabled }: CheckProps): ReactNode {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={isChecked}
        required={isRequired}
        disabled={isDisabled}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}

interface RadioProps<Value extends string> {
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly text: string; readonly icon?: ReactNode }[];
  readonly onChange: (value: Value) => void;
  /** Side by side as one control, for two to four short choices. */
  readonly isSegmented?: boolean;
  /** Read out, not shown: for toolbars. */
  readonly isLegendHidden?: boolean;
}

/** One of a few, all of them seen. */
export function RadioField<Value extends string>(props: RadioProps<Value>): ReactNode {
  const { legend, hint, value, options, onChange, isSegmented, isLegendHidden } = props;
  const name = useId();
  // Where the choice lies in the address, it arrives some frames later: until then the old one would be shown again.
  const [shown, show] = useOptimistic(value);
  const choose = (chosen: Value): void =>
    startTransition(() => {
      show(chosen);
      onChange(chosen);
    });
  return (
    <fieldset aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend className={isLegendHidden ? 'visually-hidden' : undefined}>{legend}</legend>
      {hint && (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      <div className={isSegmented ? 'segments' : undefined}>
        {options.map((option) => (
          <label key={option.value} className={isSegmented ? undefined : 'check'}>
            <input type="radio" name={name} checked={shown === option.value} onChange={() => choose(option.value)} />
            <span>
              {option.icon}
              {option.text}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
