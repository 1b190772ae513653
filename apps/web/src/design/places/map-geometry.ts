import { Delaunay } from 'd3-delaunay';
import { geoPath, geoTransverseMercator, type GeoPermissibleObjects } from 'd3-geo';
import { countyBorder, regionOutline } from './region-outline.js';

export interface MapPlace {
  readonly code: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface MapCell {
  readonly place: MapPlace;
  /** Seat of the municipality, in the map's units. */
  readonly x: number;
  readonly y: number;
  readonly path: string;
}

export interface MapGeometry {
  readonly width: number;
  readonly height: number;
  readonly outline: string;
  readonly countyBorder: string;
  readonly cells: readonly MapCell[];
}

const width = 400;
const height = 560;
const margin = 14;
const namesInTheSea = 30;
/** Middle of the region, so that north is up there. */
const meridian = 19;

/**
 * A schematic map: each municipality's cell is what lies nearest to its seat (Voronoi), cut to the region's outline by the caller. Distances between seats
 * are true to a transverse Mercator projection; the borders between cells are not the municipalities' own.
 */
export function mapGeometry(places: readonly MapPlace[]): MapGeometry {
  const ring = [...regionOutline, regionOutline[0]!].map(([longitude, latitude]) => [longitude, latitude]);
  // d3-geo takes the outside for the inside where a ring runs the other way; a line has no inside.
  const outline: GeoPermissibleObjects = { type: 'LineString', coordinates: ring };
  const projection = geoTransverseMercator()
    .rotate([-meridian, 0])
    .fitExtent(
      [
        [margin, margin],
        [width - margin - namesInTheSea, height - margin],
      ],
      outline,
    );
  const path = geoPath(projection).digits(1);
  const seats = places.map(({ longitude, latitude }) => projection([longitude, latitude])!);
  const voronoi = Delaunay.from(seats).voronoi([0, 0, width, height]);
  return {
    width,
    height,
    outline: `${path(outline)}Z`,
    countyBorder: path({ type: 'LineString', coordinates: countyBorder.map(([a, b]) => [a, b]) }) ?? '',
    cells: places.map((place, at) => ({ place, x: seats[at]![0], y: seats[at]![1], path: voronoi.renderCell(at) })),
  };
}

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** How far aside a neighbour may lie for each unit ahead: first one that lies rather that way, else any that is not behind. */
const cones = [1.2, 4];

/** The nearest cell in a direction, a step aside counting double; undefined where there is none. */
export function neighbourTowards(cells: readonly MapCell[], from: MapCell, direction: Direction): MapCell | undefined {
  const [dx, dy] = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[direction] as [
    number,
    number,
  ];
  const seen = cells.map((cell) => {
    const [x, y] = [cell.x - from.x, cell.y - from.y];
    return { cell, ahead: x * dx + y * dy, aside: Math.abs(x * dy) + Math.abs(y * dx) };
  });
  for (const cone of cones) {
    const there = seen.filter(({ ahead, aside }) => ahead > 0 && aside <= cone * ahead);
    there.sort((a, b) => a.ahead + 2 * a.aside - (b.ahead + 2 * b.aside));
    if (there[0]) return there[0].cell;
  }
  return undefined;
}
