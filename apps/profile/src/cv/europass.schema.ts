import { z } from 'zod';
import { list, part, prose, words } from './document-parts.js';

const labelled = part({ Code: words, Label: words });
/** A figure; the XML that the format comes from writes months as `--08`. */
const figure = z.preprocess(
  (value) =>
    value === null || value === '' ? undefined : typeof value === 'string' ? Number(value.replace(/^-+/, '')) : value,
  z.number().int().optional(),
);
const date = part({ Year: figure, Month: figure });
const period = part({ From: date, To: date, Current: z.boolean().nullish() });
const organisation = part({ Name: words });
const skillText = part({ Description: prose });
const certificates = list(part({ Title: words, Certificate: part({ Title: words }) }));

/** The schema has a class's name, the official example an object around it. */
const licence = z.preprocess(
  (value) => (typeof value === 'string' ? { Licence: value } : value),
  part({ Licence: words }),
);

const proficiency = part({
  Listening: words,
  Reading: words,
  SpokenInteraction: words,
  SpokenProduction: words,
  Writing: words,
});

/** The parts of Europass JSON 3.4 that are used; what else there is (photograph, birth, gender, nationality among it), is left alone. */
export const learnerSchema = z.object({
  Identification: part({
    PersonName: part({ FirstName: words, Surname: words }),
    ContactInfo: part({
      Address: part({ Contact: part({ PostalCode: words, Municipality: words, Country: labelled }) }),
      Email: part({ Contact: words }),
      Telephone: list(part({ Contact: words })),
    }),
  }),
  Headline: part({ Type: labelled, Description: labelled }),
  WorkExperience: list(part({ Period: period, Position: labelled, Activities: prose, Employer: organisation })),
  Education: list(
    part({
      Period: period,
      Title: words,
      Activities: prose,
      Organisation: organisation,
      Level: labelled,
      Field: labelled,
    }),
  ),
  Skills: part({
    Linguistic: part({
      MotherTongue: list(part({ Description: labelled })),
      ForeignLanguage: list(part({ Description: labelled, ProficiencyLevel: proficiency })),
    }),
    Communication: skillText,
    Organisational: skillText,
    JobRelated: skillText,
    Computer: part({ Description: prose, Certificate: certificates, VerifiedBy: certificates }),
    Driving: part({ Description: list(licence) }),
    Other: skillText,
  }),
  Achievement: list(part({ Title: labelled, Description: prose })),
});

export type Learner = z.output<typeof learnerSchema>;
export type EuropassPeriod = z.output<typeof period>;

export const passportSchema = z.object({ SkillsPassport: z.object({ Locale: words, LearnerInfo: learnerSchema }) });
/** Some writers leave the outermost layer out. */
export const bareSchema = z.object({ Locale: words, LearnerInfo: learnerSchema });
