import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';

export interface MenuEntry {
  readonly id: string;
  readonly text: string;
  readonly icon?: ReactNode;
  /** Leads there; else `onAction` is told the id. */
  readonly href?: string;
}

/** Things to do that need not be seen all the time, behind one button. */
export function Menu({
  label,
  trigger,
  entries,
  onAction,
}: {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly onAction?: (id: string) => void;
}): ReactNode {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" placement="bottom end" offset={4}>
        <AriaMenu className="menu" aria-label={label} onAction={(key) => onAction?.(String(key))}>
          {entries.map(({ id, text, icon, href }) => (
            <MenuItem key={id} id={id} textValue={text} className="menu-item" {...(href ? { href } : {})}>
              {icon}
              {text}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
