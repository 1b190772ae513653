import type { ReactNode } from 'react';
import { PageTitle } from '../states.js';
import { ControlPieces } from './control-pieces.js';
import { DataPieces } from './data-pieces.js';
import { OverlayPieces } from './overlay-pieces.js';
import { TypePieces } from './type-pieces.js';

/** Every piece of the design in every state, light and dark: `/app/design` on Vite's development server. */
export function Gallery(): ReactNode {
  return (
    <>
      <PageTitle title="Design" />
      <p className="page-lead">Every piece in every state, light and dark.</p>
      <div className="gallery">
        {(['light', 'dark'] as const).map((scheme) => (
          <div key={scheme} data-scheme={scheme} className="gallery-scheme">
            <TypePieces />
            <ControlPieces />
            <DataPieces />
            <OverlayPieces />
          </div>
        ))}
      </div>
    </>
  );
}
