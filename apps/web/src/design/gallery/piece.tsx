import type { ReactNode } from 'react';

export function Piece({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className="gallery-piece">
      <p className="eyebrow">{title}</p>
      {children}
    </section>
  );
}
