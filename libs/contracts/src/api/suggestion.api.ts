import { z } from 'zod';
import { conceptView, language } from '../domain/concept.js';
import { text } from '../domain/text.js';
import { operation } from './operation.js';

const service = 'vacancy';

/**
 * Why an occupation is offered for a title: its *label* or another name (*alternative*) is the title, the title *contains* it, its name is *similar*, or
 * it is near in *meaning* (a service of vectors says so; the weakest ground).
 */
export const titleGround = z.enum(['label', 'alternative', 'contains', 'similar', 'meaning']);
export type TitleGround = z.infer<typeof titleGround>;

export const suggestionApi = {
  suggestOccupations: operation({
    id: 'suggestOccupations',
    method: 'GET',
    path: '/occupation-suggestions',
    service,
    tag: 'taxonomy',
    who: 'anyone',
    status: 200,
    summary: 'Occupations that a job title may mean, best first, each with why',
    query: z.strictObject({
      title: z.string().max(300),
      limit: z.coerce.number().int().min(1).max(20).default(5),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          concept: conceptView,
          why: titleGround,
          /** The name that met the title; null where meaning alone speaks for it. */
          matched: z.string().nullable(),
          /** True for the one that the title names for certain: to be taken unless somebody says otherwise. */
          preselected: z.boolean(),
        }),
      ),
    }),
  }),
  suggestSkills: operation({
    id: 'suggestSkills',
    method: 'POST',
    path: '/skill-suggestions',
    service,
    tag: 'taxonomy',
    who: ['seeker', 'employer', 'officer', 'operator'],
    status: 200,
    summary:
      'Skills that a text may be about, besides those that are read out of it: to be confirmed, never taken as read; nothing is saved',
    body: z.strictObject({
      text: text(50_000),
      language: language.optional(),
      limit: z.int().min(1).max(50).default(10),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          concept: conceptView,
          /** *Named*: the text has its name or an everyday word for it. *Meaning*: a service of vectors finds it near. */
          why: z.enum(['named', 'meaning']),
          /** The words that name it. */
          quote: z.string().nullable(),
        }),
      ),
    }),
  }),
};
