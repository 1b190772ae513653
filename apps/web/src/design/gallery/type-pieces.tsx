import type { ReactNode } from 'react';
import { Piece } from './piece.js';

const colours = [
  'ground',
  'surface',
  'sunken',
  'ink',
  'ink-soft',
  'line',
  'line-strong',
  'accent',
  'accent-soft',
  'night',
  'met',
  'unknown',
  'not-met',
  'requirement',
  'merit',
  'found',
];
const sizes = ['3xl', '2xl', 'xl', 'l', 'm', 's', 'xs'];

export function TypePieces(): ReactNode {
  return (
    <>
      <Piece title="Colours">
        <ul className="swatches">
          {colours.map((name) => (
            <li key={name}>
              <span className={`swatch swatch-${name}`} /> {name}
            </li>
          ))}
        </ul>
      </Piece>
      <Piece title="Type scale">
        {sizes.map((size) => (
          <p key={size} className={`type-${size}`}>
            Rallare 0123456789 ({size})
          </p>
        ))}
      </Piece>
      <Piece title="Headings and words">
        <h2>Section heading</h2>
        <h3>Part heading</h3>
        <p className="page-lead">A lead says in a sentence what the page is for.</p>
        <p>
          Running text, a <a href="#content">link</a>, <mark>found words</mark>,{' '}
          <mark className="requirement">a requirement</mark>, <mark className="merit">a merit</mark> and{' '}
          <span className="soft">soft words</span>.
        </p>
      </Piece>
    </>
  );
}
