import type { Wishes } from '#contracts';
import type { ReactNode } from 'react';
import { useConceptLabels, usePlaces } from '../../api/labels.js';
import { Conflict, type Difference } from '../../design/conflict.js';
import { useLanguage } from '../../language/language.js';
import type { TextKey } from '../../language/texts.js';
import type { About } from './about-section.js';
import type { ProfileDrafts } from './profile-drafts.js';

const wishNames: Record<keyof Required<Wishes>, TextKey> = {
  occupations: 'wish.occupations',
  municipalities: 'wish.places',
  counties: 'wish.counties',
  reachMinutes: 'wish.reach',
  reachKm: 'wish.reach',
  willingToMove: 'wish.move',
  remote: 'wish.remote',
  employmentTypes: 'wish.employmentTypes',
  extent: 'wish.extent',
  earliestStart: 'wish.start',
  payFloor: 'wish.pay',
  inWords: 'wish.inWords',
};
const aboutNames: Record<keyof About, TextKey> = {
  contact: 'about.title',
  headline: 'about.headline',
  summary: 'about.summary',
  homeMunicipality: 'cv.home',
  homeCountry: 'home.country',
};

/** Where something was changed here and elsewhere: what differs, in words, and the choice. */
export function ProfileConflicts({ drafts }: { readonly drafts: ProfileDrafts }): ReactNode {
  const { t, number, day, country } = useLanguage();
  const places = usePlaces();
  const { wishes, about } = drafts;
  const sides = wishes.conflict ? [wishes.conflict.mine, wishes.conflict.theirs] : [];
  const label = useConceptLabels(sides.flatMap((side) => [...side.occupations, ...side.employmentTypes]));
  const wishInWords = (name: keyof Wishes, value: Wishes[keyof Wishes]): string => {
    if (value === null || value === undefined) return '';
    if (name === 'inWords') return (value as string[]).join(', ');
    if (name === 'municipalities') return places(value as string[]);
    if (name === 'earliestStart') return day(value as string);
    if (Array.isArray(value)) return value.map(label).join(', ');
    if (typeof value === 'boolean') return t(value ? 'wish.move.yes' : 'wish.move.no');
    if (typeof value === 'number') return number(value);
    return typeof value === 'object' ? `${value.min}–${value.max} %` : value;
  };
  const aboutInWords = (name: keyof About, value: About[keyof About]): string => {
    if (value === null) return '';
    if (name === 'homeMunicipality') return places([value as string]);
    if (name === 'homeCountry') return country(value as string);
    return typeof value === 'object' ? Object.values(value).filter(Boolean).join(', ') : value;
  };
  return (
    <>
      <Conflict
        isOpen={wishes.conflict !== null}
        differences={differences(wishes.conflict, (name) => t(wishNames[name]), wishInWords)}
        onMine={wishes.keepMine}
        onTheirs={wishes.takeTheirs}
        onClose={wishes.keepMine}
      />
      <Conflict
        isOpen={about.conflict !== null}
        differences={differences(about.conflict, (name) => t(aboutNames[name]), aboutInWords)}
        onMine={about.keepMine}
        onTheirs={about.takeTheirs}
        onClose={about.keepMine}
      />
    </>
  );
}

function differences<T extends object>(
  conflict: { readonly mine: T; readonly theirs: T } | null,
  nameOf: (name: keyof T) => string,
  inWords: (name: keyof T, value: T[keyof T]) => string,
): Difference[] {
  if (!conflict) return [];
  const { mine, theirs } = conflict;
  return (Object.keys(mine) as (keyof T)[])
    .filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]))
    .map((name) => ({ name: nameOf(name), mine: inWords(name, mine[name]), theirs: inWords(name, theirs[name]) }));
}
