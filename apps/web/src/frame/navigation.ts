import type { Role } from '#contracts';
import type { TextKey } from '../language/texts.js';

export interface NavigationEntry {
  readonly role: Role;
  readonly path: string;
  readonly label: TextKey;
}

/** Pages of each role, the one that it begins with first; an account with several roles has them all. */
export const navigation: readonly NavigationEntry[] = [
  { role: 'seeker', path: '/matches', label: 'nav.matches' },
  { role: 'seeker', path: '/household', label: 'nav.household' },
  { role: 'seeker', path: '/saved', label: 'nav.saved' },
  { role: 'seeker', path: '/profile', label: 'nav.profile' },
  { role: 'seeker', path: '/privacy', label: 'nav.privacy' },
  { role: 'employer', path: '/vacancies', label: 'nav.vacancies' },
  { role: 'officer', path: '/shortlists', label: 'nav.shortlists' },
  { role: 'operator', path: '/operation', label: 'nav.operation' },
];
