import { z } from 'zod';
import { fact, factChange, factInput } from '../domain/fact.js';
import { profileInput, profileMatchView, profileStatus, profileView, contact, wishes } from '../domain/profile.js';
import { language, municipalityCode } from '../domain/concept.js';
import { instant, line, revision, text, uuid } from '../domain/text.js';
import { operation, page, flag } from './operation.js';

const tag = 'profiles';
const service = 'profile';
const profileId = z.strictObject({ profileId: uuid });
const own = ['seeker'] as const;

/** A CV document: JSON Resume 1.x or Europass JSON 3.4; read, never run. */
export const cvDocument = z.strictObject({
  format: z.enum(['json-resume', 'europass']),
  document: z.record(z.string(), z.unknown()),
});

/** What was read in a CV, before anything is saved. */
export const cvReading = z.object({
  profile: profileInput
    .omit({ noticeVersion: true })
    .extend({ contact: contact.extend({ name: contact.shape.name.nullable() }), facts: z.array(fact) }),
  /** The text of the CV's parts, without contact data: what the facts' spans point into. */
  text: z.string(),
  /** What the document says that could not be used, with where. */
  warnings: z.array(z.object({ pointer: z.string(), detail: z.string() })),
});

/** The text that was read in a CV, for its person alone. */
export const cvText = z.object({ format: cvDocument.shape.format, text: z.string(), readAt: instant });

export const disclosure = z.object({ at: instant, employerId: uuid, vacancyId: uuid, purpose: z.string() });
export type Disclosure = z.infer<typeof disclosure>;

export const profileSummary = z.object({
  id: uuid,
  revision,
  status: profileStatus,
  homeMunicipality: municipalityCode.nullable(),
  factCount: z.int(),
  demo: z.boolean(),
  /** The importer's reference; of invented people only. */
  reference: z.string().nullable(),
  updatedAt: instant,
});

export const importOutcome = z.enum(['created', 'updated', 'unchanged']);

export const profileApi = {
  createProfile: operation({
    id: 'createProfile',
    method: 'POST',
    path: '/profiles',
    service,
    tag,
    who: own,
    status: 201,
    summary: 'Create my profile; one for each account',
    body: profileInput,
    answer: profileView,
  }),
  getMyProfile: operation({
    id: 'getMyProfile',
    method: 'GET',
    path: '/profiles/mine',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'My profile',
    answer: profileView,
  }),
  readCv: operation({
    id: 'readCv',
    method: 'POST',
    path: '/profiles/cv-readings',
    service,
    tag,
    who: ['seeker', 'operator'],
    status: 200,
    summary: 'Read a CV document into a profile without saving anything',
    body: cvDocument,
    answer: cvReading,
    maxBody: 2_097_152,
  }),
  importProfile: operation({
    id: 'importProfile',
    method: 'POST',
    path: '/profiles/imports',
    service,
    tag,
    who: ['operator'],
    status: 200,
    summary: 'Import one CV document as a profile; the same reference again updates it',
    body: z.strictObject({
      ...cvDocument.shape,
      /** The importer's own key of the person, without personal data. */
      reference: line(100),
      /** Pseudonym of the account that the profile belongs to. */
      subject: line(100).nullable().default(null),
      /** Profiles that name the same household are linked. */
      household: line(100).nullable().default(null),
      demo: z.boolean().default(false),
    }),
    answer: z.object({ profileId: uuid, outcome: importOutcome, warnings: cvReading.shape.warnings }),
    maxBody: 2_097_152,
  }),
  listProfiles: operation({
    id: 'listProfiles',
    method: 'GET',
    path: '/profiles',
    service,
    tag,
    who: ['operator'],
    status: 200,
    summary: 'Profiles without names or contacts, newest first',
    query: z.strictObject({ ...page, demo: flag.optional() }),
    answer: z.object({ total: z.int(), items: z.array(profileSummary) }),
  }),
  getProfile: operation({
    id: 'getProfile',
    method: 'GET',
    path: '/profiles/{profileId}',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'One profile of my own',
    params: profileId,
    answer: profileView,
  }),
  changeProfile: operation({
    id: 'changeProfile',
    method: 'PATCH',
    path: '/profiles/{profileId}',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'Change contact, home, headline, summary or language',
    params: profileId,
    body: z.strictObject({
      revision,
      contact: contact.optional(),
      homeMunicipality: municipalityCode.nullable().optional(),
      homeCountry: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      headline: line(200).nullable().optional(),
      summary: text(20_000).nullable().optional(),
      language: language.optional(),
    }),
    answer: profileView,
  }),
  changeWishes: operation({
    id: 'changeWishes',
    method: 'PUT',
    path: '/profiles/{profileId}/wishes',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'Say what I want',
    params: profileId,
    body: z.strictObject({ revision, wishes }),
    answer: profileView,
  }),
  addFact: operation({
    id: 'addFact',
    method: 'POST',
    path: '/profiles/{profileId}/facts',
    service,
    tag,
    who: own,
    status: 201,
    summary: 'State a fact',
    params: profileId,
    body: factInput,
    answer: profileView,
  }),
  changeFact: operation({
    id: 'changeFact',
    method: 'PATCH',
    path: '/profiles/{profileId}/facts/{factId}',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'Confirm, deny or correct a fact',
    params: z.strictObject({ profileId: uuid, factId: uuid }),
    body: factChange,
    answer: profileView,
  }),
  removeFact: operation({
    id: 'removeFact',
    method: 'DELETE',
    path: '/profiles/{profileId}/facts/{factId}',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'Take a fact away',
    params: z.strictObject({ profileId: uuid, factId: uuid }),
    answer: profileView,
  }),
  addCv: operation({
    id: 'addCv',
    method: 'POST',
    path: '/profiles/{profileId}/cv',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'Read a CV into my profile; facts that I stated, confirmed or denied stay as they are',
    params: profileId,
    body: cvDocument,
    answer: profileView,
    maxBody: 2_097_152,
  }),
  getCv: operation({
    id: 'getCv',
    method: 'GET',
    path: '/profiles/{profileId}/cv',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'The text that was read in my CV',
    params: profileId,
    answer: cvText,
  }),
  restrictProfile: operation({
    id: 'restrictProfile',
    method: 'PUT',
    path: '/profiles/{profileId}/restriction',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'Pause or resume matching',
    params: profileId,
    body: z.strictObject({ restricted: z.boolean() }),
    answer: profileView,
  }),
  eraseProfile: operation({
    id: 'eraseProfile',
    method: 'DELETE',
    path: '/profiles/{profileId}',
    service,
    tag,
    who: own,
    status: 204,
    summary: 'Erase my profile everywhere',
    params: profileId,
    answer: null,
  }),
  exportProfile: operation({
    id: 'exportProfile',
    method: 'GET',
    path: '/profiles/{profileId}/export',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'Everything that is stored about me, with who has looked',
    params: profileId,
    answer: z.object({
      profile: profileView,
      cv: cvText.nullable(),
      /** The same as JSON Resume, which other systems read, and which this one imports again without loss. */
      resume: z.record(z.string(), z.unknown()),
      /** How many people share the household, this one included. */
      householdMembers: z.int().nullable(),
      disclosures: z.array(disclosure),
      exportedAt: instant,
    }),
  }),
  listDisclosures: operation({
    id: 'listDisclosures',
    method: 'GET',
    path: '/profiles/{profileId}/disclosures',
    service,
    tag,
    who: own,
    status: 200,
    summary: 'Who has looked at me, for which vacancy, and what was decided',
    params: profileId,
    query: z.strictObject(page),
    answer: z.object({
      total: z.int(),
      items: z.array(disclosure),
    }),
  }),
  linkHousehold: operation({
    id: 'linkHousehold',
    method: 'PUT',
    path: '/profiles/{profileId}/household',
    service,
    tag,
    who: own,
    status: 200,
    summary:
      'Join the household whose invitation code I was given; without a code, start one or show mine; the code is null when it is full',
    params: profileId,
    body: z.strictObject({ invitation: line(100).nullable().default(null) }),
    answer: z.object({ householdId: uuid, invitation: z.string().nullable(), members: z.int() }),
  }),
  leaveHousehold: operation({
    id: 'leaveHousehold',
    method: 'DELETE',
    path: '/profiles/{profileId}/household',
    service,
    tag,
    who: own,
    status: 204,
    summary: 'Leave my household',
    params: profileId,
    answer: null,
  }),
  rebuildCandidateSearch: operation({
    id: 'rebuildCandidateSearch',
    method: 'POST',
    path: '/search/candidates/rebuild',
    service,
    tag: 'operation',
    who: ['operator'],
    status: 200,
    summary: 'Build the candidate index anew beside the old one and swap',
    answer: z.object({ count: z.int() }),
  }),
  removeDemoProfiles: operation({
    id: 'removeDemoProfiles',
    method: 'DELETE',
    path: '/demo/profiles',
    service,
    tag: 'demo',
    who: ['operator'],
    status: 200,
    summary: 'Erase the invented people of the demo region',
    answer: z.object({ removed: z.int() }),
  }),
} as const;

/** What other services ask the profile service. */
export const profileInternalApi = {
  matchViews: operation({
    id: 'profileMatchViews',
    method: 'POST',
    path: '/internal/profiles/match-views',
    service,
    tag,
    who: ['service'],
    status: 200,
    internal: true,
    summary: 'Match views of some profiles; an id that is gone is left out',
    body: z.strictObject({ ids: z.array(uuid).max(500) }),
    answer: z.object({ items: z.array(profileMatchView) }),
  }),
  matchViewPage: operation({
    id: 'profileMatchViewPage',
    method: 'GET',
    path: '/internal/profiles/match-views',
    service,
    tag,
    who: ['service'],
    status: 200,
    internal: true,
    summary: 'All match views in the order of their ids, for a rebuild',
    query: z.strictObject({ after: uuid.optional(), limit: z.coerce.number().int().min(1).max(1000).default(500) }),
    answer: z.object({ items: z.array(profileMatchView), next: uuid.nullable() }),
  }),
  contactOf: operation({
    id: 'contactOfProfile',
    method: 'GET',
    path: '/internal/profiles/{profileId}/contact',
    service,
    tag,
    who: ['service'],
    status: 200,
    internal: true,
    summary: 'Name and contact, for one who was allowed to have them; who asks has checked that and logs it',
    params: profileId,
    answer: contact,
  }),
  profileOf: operation({
    id: 'profileOfSubject',
    method: 'GET',
    path: '/internal/profiles/of/{subject}',
    service,
    tag,
    who: ['service'],
    status: 200,
    internal: true,
    summary: 'Which profile an account has',
    params: z.strictObject({ subject: line(100) }),
    answer: z.object({ profileId: uuid.nullable() }),
  }),
} as const;
