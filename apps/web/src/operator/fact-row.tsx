import type { ReactNode } from 'react';

/** One line of a list of facts. */
export function FactRow({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
