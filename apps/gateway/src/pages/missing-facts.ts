import type { VacancyView } from '#contracts';

/** What an ad is expected to say, in the order in which people ask for it; each is called by a text of the vacancy page. */
const expected = {
  pay: ({ pay }) => pay !== null && (pay.min !== null || pay.max !== null || pay.text !== null),
  extent: ({ extent }) => extent !== null,
  employmentType: ({ employmentTypeId }) => employmentTypeId !== null,
  start: ({ start }) => start !== null,
  place: ({ municipalities, remote }) => remote || municipalities.length > 0,
  deadline: ({ deadline }) => deadline !== null,
  text: ({ text }) => text.trim() !== '',
  // An invented ad cannot be applied for, and says so.
  howToApply: ({ applicationUrl, applicationEmail, demo }) => demo || (applicationUrl ?? applicationEmail) !== null,
} satisfies Record<string, (vacancy: VacancyView) => boolean>;

export type MissingFact = keyof typeof expected;

/** What was not found in the ad; it may be there in words that nobody read. */
export const missingFacts = (vacancy: VacancyView): MissingFact[] =>
  (Object.keys(expected) as MissingFact[]).filter((fact) => !expected[fact](vacancy));
