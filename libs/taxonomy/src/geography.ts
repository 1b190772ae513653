import type { Municipality } from './concept.js';

/** Mean radius of the earth in km (IUGG R1). */
const earthRadiusKm = 6371.0088;

type Position = Pick<Municipality, 'latitude' | 'longitude'>;

/** Great-circle distance in whole km between two municipalities' seats (haversine). */
export function distanceKm(a: Position, b: Position): number {
  const radians = Math.PI / 180;
  const sinLatitude = Math.sin(((b.latitude - a.latitude) * radians) / 2);
  const sinLongitude = Math.sin(((b.longitude - a.longitude) * radians) / 2);
  const h =
    sinLatitude * sinLatitude +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * sinLongitude * sinLongitude;
  return Math.round(2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h))));
}

/** Road km for each km as the crow flies; usual detour indices of European road networks lie between 1.2 and 1.4. */
const detour = 1.25;
/** The first and last stretch goes through towns, the rest on main roads. */
const townKm = 12;
const townKmPerHour = 45;
const roadKmPerHour = 80;
/** Walking to the car and from it. */
const terminalMinutes = 4;

/**
 * Estimated one-way travel time by car in whole minutes between two municipalities; 15 within one.
 *
 * `road = 1.25 d; minutes = 4 + 60 (min(road, 12) / 45 + max(road - 12, 0) / 80)`, with `d` the great-circle distance of the seats in km. An estimate
 * for reach, not a route: no ferries, no timetables.
 */
export function travelMinutes(a: Municipality, b: Municipality): number {
  if (a.code === b.code) return withinMunicipalityMinutes;
  const road = detour * distanceKm(a, b);
  const hours = Math.min(road, townKm) / townKmPerHour + Math.max(road - townKm, 0) / roadKmPerHour;
  return Math.round(terminalMinutes + 60 * hours);
}

const withinMunicipalityMinutes = 15;
