import { useId, type ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components/TextField';
import CircleAlert from 'lucide-react/icons/circle-alert';
import { useLanguage } from '../language/language.js';

interface FieldLook {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly isNarrow?: boolean;
  /** Read out, not shown: where what stands beside it says the same. */
  readonly isLabelHidden?: boolean;
}

interface TextFieldProps extends FieldLook {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'url' | 'number' | 'date';
  readonly min?: number | string;
  readonly max?: number | string;
  readonly maxLength?: number;
  readonly isRequired?: boolean;
  /** Says that it may be left empty; required fields say nothing. */
  readonly isOptional?: boolean;
  readonly isDisabled?: boolean;
  readonly autoComplete?: string;
  /** Takes the focus, with all of its words chosen, when it is first shown. */
  readonly isFocused?: boolean;
  /** More than one line. */
  readonly rows?: number;
}

/** Words, numbers, dates: one line, or several with `rows`. What is wrong is said below it and tied to it. */
export function WordsField(props: TextFieldProps): ReactNode {
  const {
    label,
    hint,
    error,
    isNarrow,
    isLabelHidden,
    value,
    onChange,
    onBlur,
    type = 'text',
    min,
    max,
    rows,
    ...rest
  } = props;
  const { isOptional, isFocused, ...field } = rest;
  const { t } = useLanguage();
  return (
    <TextField
      {...field}
      className={isNarrow ? 'field narrow' : 'field'}
      value={value}
      onChange={onChange}
      {...(onBlur ? { onBlur } : {})}
      {...(isFocused ? { autoFocus: true, onFocus: chooseAll } : {})}
      type={type === 'number' || type === 'date' ? 'text' : type}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'label'}>
        {label} {isOptional && <span className="optional">({t('field.optional')})</span>}
      </Label>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      {rows === undefined ? (
        <Input
          {...(type === 'number' ? { type: 'number', inputMode: 'numeric' as const } : type === 'date' ? { type } : {})}
          {...(min === undefined ? {} : { min })}
          {...(max === undefined ? {} : { max })}
        />
      ) : (
        <TextArea rows={rows} />
      )}
      <ErrorText error={error} />
    </TextField>
  );
}

export function ErrorText({ error }: { readonly error: string | undefined }): ReactNode {
  return (
    <FieldError className="field-error">
      {error !== undefined && (
        <>
          <CircleAlert size={18} aria-hidden /> {error}
        </>
      )}
    </FieldError>
  );
}

interface SelectProps<Value extends string> extends FieldLook {
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
  /** The label stands beside it, for toolbars. */
  readonly isInline?: boolean;
}

/** One of some: the platform's own list, which telephones show best. */
export function SelectField<Value extends string>(props: SelectProps<Value>): ReactNode {
  const { label, hint, error, value, options, onChange, isDisabled, isInline, isLabelHidden } = props;
  const id = useId();
  return (
    <div className={isInline ? 'sort' : 'field'}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <select
        id={id}
        value={value}
        disabled={isDisabled}
        aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
        aria-invalid={error !== undefined || undefined}
        onChange={({ target }) => onChange(target.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <CircleAlert size={18} aria-hidden /> {error}
        </p>
      )}
    </div>
  );
}

const chooseAll = ({ target }: { readonly target: Element }): void => {
  if (target instanceof HTMLInputElement) target.select();
};
