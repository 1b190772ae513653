import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** Leads between the parts of a page; which one is shown stands in the address. */
export function PartNavigation<Id extends string>({
  label,
  parts,
  shown,
}: {
  readonly label: string;
  readonly parts: readonly { readonly id: Id; readonly text: string }[];
  readonly shown: Id;
}): ReactNode {
  return (
    <nav className="part-nav" aria-label={label}>
      {parts.map(({ id, text }) => (
        <Link key={id} to={`?part=${id}`} aria-current={id === shown ? 'page' : undefined}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
