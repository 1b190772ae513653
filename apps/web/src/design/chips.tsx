import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';

interface Chip {
  readonly id: string;
  readonly text: string;
}

/** What was chosen, each to be taken away. The list keeps the focus near when one goes. */
export function Chips({
  label,
  items,
  onRemove,
  onOpen,
  children,
}: {
  readonly label: string;
  readonly items: readonly Chip[];
  readonly onRemove: (id: string) => void;
  /** Where a chip does something when it is pressed. */
  readonly onOpen?: (id: string) => void;
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useLanguage();
  if (items.length === 0) return null;
  return (
    <ul className="chips" aria-label={label} tabIndex={-1}>
      {items.map(({ id, text }) => (
        <li key={id} className="chip">
          {onOpen ? (
            <button type="button" className="chip-open" onClick={() => onOpen(id)}>
              {text}
            </button>
          ) : (
            text
          )}
          <button
            type="button"
            className="chip-remove"
            aria-label={t('chip.remove', { name: text })}
            onClick={({ currentTarget }) => {
              const list = currentTarget.closest('ul');
              const neighbour = (currentTarget.closest('li')?.nextElementSibling ??
                currentTarget.closest('li')?.previousElementSibling) as HTMLElement | null;
              (neighbour?.querySelector<HTMLElement>('.chip-remove') ?? list)?.focus();
              onRemove(id);
            }}
          >
            <X size={16} aria-hidden />
          </button>
        </li>
      ))}
      {children && <li>{children}</li>}
    </ul>
  );
}

/** A word or two about something: a status, an origin. */
export function Tag({
  children,
  kind,
}: {
  readonly children: ReactNode;
  /** `strong` for what is new, `assumed` for what nobody has said. */
  readonly kind?: 'strong' | 'assumed';
}): ReactNode {
  return <span className={kind ? `tag ${kind}` : 'tag'}>{children}</span>;
}
