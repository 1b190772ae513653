import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Link } from 'react-router';

/** One primary button a view; secondary for the rest; quiet where many stand in rows; danger for what cannot be undone. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  readonly kind?: ButtonKind;
  readonly isSmall?: boolean;
  /** Only an icon is shown: `aria-label` says what it does. */
  readonly isIcon?: boolean;
  /** Shown as switched on. */
  readonly isOn?: boolean;
}

const classesOf = ({ kind = 'primary', isSmall, isIcon, isOn }: Look): string =>
  ['button', kind !== 'primary' && kind, isSmall && 'small', isIcon && 'icon-only', isOn && 'on']
    .filter(Boolean)
    .join(' ');

export interface ButtonProps extends Look, Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly children: ReactNode;
}

/** While `isPending`, it keeps the focus and does nothing; say beside it what is going on. */
export function Button({ kind, isSmall, isIcon, isOn, isPending, children, ...rest }: ButtonProps): ReactNode {
  // React Aria would announce a progress bar inside of it, and there is none: what goes on is said beside it.
  const pending = isPending ? { 'data-pending': true, onPress: () => undefined } : {};
  return (
    <AriaButton
      {...rest}
      {...pending}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      className={classesOf({ kind, isSmall, isIcon, isOn })}
    >
      {children}
    </AriaButton>
  );
}

/** A link that looks like a button: it leads somewhere, it does nothing. `to` is within the application, `href` outside of it. */
export function ButtonLink({
  to,
  href,
  children,
  kind,
  isSmall,
  target,
  onPress,
}: Look & {
  readonly to?: string;
  readonly href?: string;
  readonly target?: '_blank';
  /** What is told on the way. */
  readonly onPress?: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const className = classesOf({ kind, isSmall });
  if (to !== undefined)
    return (
      <Link className={className} to={to} onClick={onPress}>
        {children}
      </Link>
    );
  return (
    <a className={className} href={href} target={target} rel={target && 'noopener'} onClick={onPress}>
      {children}
    </a>
  );
}
