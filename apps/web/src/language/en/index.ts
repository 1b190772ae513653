import { site } from './site.js';
import { design } from './design.js';
import { match } from './match.js';
import { profile } from './profile.js';
import { saved } from './saved.js';
import { privacy } from './privacy.js';
import { seeker } from './seeker.js';
import { household } from './household.js';
import { employer } from './employer.js';
import { officer } from './officer.js';
import { operator } from './operator.js';

export const texts = {
  ...site,
  ...design,
  ...match,
  ...profile,
  ...saved,
  ...privacy,
  ...seeker,
  ...household,
  ...employer,
  ...officer,
  ...operator,
};
