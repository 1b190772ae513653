import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useLanguage } from '../../language/language.js';
import { mapGeometry, neighbourTowards, type Direction, type MapCell, type MapPlace } from './map-geometry.js';

interface PlaceMapProps {
  readonly label: string;
  readonly places: readonly MapPlace[];
  readonly chosen: readonly string[];
  readonly onToggle?: (code: string) => void;
  /** Marked with a thicker line. */
  readonly home?: string | null;
  /** Painted as circles whose area follows the amount. */
  readonly amounts?: ReadonlyMap<string, number>;
}

const largestCircle = 26;
type Side = 'above' | 'below' | 'left' | 'sea';

/** Where a name stands beside its seat, so that neighbours do not run into each other; above, where nothing is said. */
const sides: Readonly<Record<string, Side>> = {
  ...Object.fromEntries(['2401', '2409', '2480', '2482', '2580', '2581'].map((code) => [code, 'sea'])),
  ...Object.fromEntries(['2403', '2404', '2513', '2514', '2582'].map((code) => [code, 'left'])),
  ...Object.fromEntries(['2460', '2560', '2583'].map((code) => [code, 'below'])),
};
const offsets: Readonly<Record<Side, { x: number; y: number; anchor: 'start' | 'middle' | 'end' }>> = {
  above: { x: 0, y: -6, anchor: 'middle' },
  below: { x: 0, y: 14, anchor: 'middle' },
  left: { x: -6, y: 4, anchor: 'end' },
  sea: { x: 8, y: 4, anchor: 'start' },
};
const sideOf = (code: string): Side => sides[code] ?? 'above';
const isInSea = (code: string): boolean => sideOf(code) === 'sea' || code === '2583';

/**
 * The two counties, schematic: pick places by pressing them, or by arrow keys and space; a picture where there is nothing to pick. Whatever it shows stands in a
 * list beside it, so nobody needs the map.
 */
export function PlaceMap({ label, places, chosen, onToggle, home, amounts }: PlaceMapProps): ReactNode {
  const { t, number } = useLanguage();
  const clip = useId();
  const svg = useRef<SVGSVGElement>(null);
  const geometry = useMemo(() => mapGeometry(places), [places]);
  const [focused, setFocused] = useState<string | null>(null);
  const entry = focused ?? chosen.find((code) => places.some((place) => place.code === code)) ?? places[0]?.code;
  const most = Math.max(1, ...(amounts?.values() ?? []));
  const onKeyDown = (event: KeyboardEvent, cell: MapCell): void => {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      onToggle?.(cell.place.code);
    }
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const next = neighbourTowards(geometry.cells, cell, event.key as Direction);
    if (next) svg.current?.querySelector<SVGGElement>(`[data-code="${next.place.code}"]`)?.focus();
  };
  return (
    <div className="map">
      <svg
        ref={svg}
        viewBox={`0 0 ${geometry.width} ${geometry.height}`}
        {...(onToggle ? { role: 'listbox', 'aria-multiselectable': true } : { role: 'img' })}
        aria-label={label}
        aria-describedby={`${clip}-note`}
      >
        <clipPath id={clip}>
          <path d={geometry.outline} />
        </clipPath>
        {geometry.cells.map((cell) => {
          const { code, name } = cell.place;
          const isChosen = chosen.includes(code);
          const amount = amounts?.get(code);
          const classes = [isChosen && 'chosen', code === home && 'home', isInSea(code) && 'sea'];
          return (
            <g
              key={code}
              data-code={code}
              className={classes.filter(Boolean).join(' ') || undefined}
              {...(onToggle && {
                role: 'option',
                'aria-selected': isChosen,
                'aria-label': [name, code === home && t('map.home'), amount !== undefined && number(amount)]
                  .filter(Boolean)
                  .join(', '),
                tabIndex: code === entry ? 0 : -1,
                onClick: () => onToggle(code),
                onFocus: () => setFocused(code),
                onKeyDown: (event: KeyboardEvent) => onKeyDown(event, cell),
              })}
            >
              <path className="cell" d={cell.path} clipPath={`url(#${clip})`} />
              <circle className="focus" cx={cell.x} cy={cell.y} r="9" />
            </g>
          );
        })}
        <path className="county-line" d={geometry.countyBorder} aria-hidden="true" />
        <path className="outline" d={geometry.outline} aria-hidden="true" />
        <g aria-hidden="true">
          {geometry.cells.map(({ place: { code }, x, y }) => {
            const amount = amounts?.get(code) ?? 0;
            const radius = largestCircle * Math.sqrt(amount / most);
            return amount > 0 && <circle key={code} className="amount" cx={x} cy={y} r={radius} />;
          })}
          {geometry.cells.map(({ place: { code, name }, x, y }) => {
            const classes = [chosen.includes(code) && 'chosen', isInSea(code) && 'sea'].filter(Boolean).join(' ');
            const side = offsets[sideOf(code)];
            return (
              <g key={code} className={classes || undefined}>
                <circle className="dot" cx={x} cy={y} r="2.2" />
                <text x={x + side.x} y={y + side.y} textAnchor={side.anchor}>
                  {name}
                </text>
              </g>
            );
          })}
        </g>
      </svg>
      <p className="map-note" id={`${clip}-note`}>
        {t('map.note')}
      </p>
    </div>
  );
}
