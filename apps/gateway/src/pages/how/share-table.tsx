import type { ReactNode } from 'react';

interface ShareTableProps {
  readonly caption: string;
  readonly head: readonly [string, string];
  readonly rows: readonly { readonly name: string; readonly text: string; readonly percent: number }[];
}

/** Parts and how much each may weigh, as figures and as bars. */
export function ShareTable({ caption, head, rows }: ShareTableProps): ReactNode {
  return (
    <table className="shares">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head[0]}</th>
          <th scope="col" className="number">
            {head[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, text, percent }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              <small>{text}</small>
              <Bar percent={percent} />
            </th>
            <td className="number">{percent} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The policy forbids style attributes; a drawing has its width in an attribute of its own. */
export function Bar({ percent }: { readonly percent: number }): ReactNode {
  return (
    <svg className="share-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect className="track" width="100" height="4" />
      <rect className="filled" width={percent} height="4" />
    </svg>
  );
}
