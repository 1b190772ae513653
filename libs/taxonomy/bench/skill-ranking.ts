import { ConceptVectors, type Embeddings } from '#embeddings';
import { createHash } from 'node:crypto';
import { skillChunks, type SkillReader } from '../src/index.js';
import type { AnnotatedSentence } from './skill-folder.js';

const MOST_CHUNKS = 40;
const RANKED = 50;

export interface RankingFigures {
  /** Share of the right skills among the first five, of as many as can be there. */
  readonly rPrecisionAt5: number;
  /** Mean of 1 / place of the first right one. */
  readonly reciprocalRank: number;
}

/** Ranks labels for each sentence: what the reader states, then what is nearest in meaning to any piece of it. */
export async function rankByMeaning(
  sentences: readonly AnnotatedSentence[],
  reader: SkillReader,
  vectors: ConceptVectors,
): Promise<RankingFigures> {
  await vectors.load();
  let [precision, reciprocal, counted] = [0, 0, 0];
  for (const { text, labels } of sentences) {
    if (labels.size === 0) continue;
    counted += 1;
    const stated = reader.read(text).map(({ conceptId }) => conceptId);
    const near = await vectors.nearestToAny(skillChunks(text, MOST_CHUNKS), RANKED);
    const ranking = [...new Set([...stated, ...near.map(({ id }) => id)])];
    precision += ranking.slice(0, 5).filter((id) => labels.has(id)).length / Math.min(5, labels.size);
    const first = ranking.findIndex((id) => labels.has(id));
    reciprocal += first < 0 ? 0 : 1 / (first + 1);
  }
  return { rPrecisionAt5: precision / counted, reciprocalRank: reciprocal / counted };
}

/** The labels' vectors, kept between runs. */
export function labelVectors(labels: readonly string[], embeddings: Embeddings, folder: string): ConceptVectors {
  return new ConceptVectors({
    embeddings,
    folder,
    taxonomyHash: createHash('sha256').update(labels.join('\n')).digest('hex'),
    names: labels.map((label) => ({ id: label, text: label })),
    onProgress: (done, total) => process.stderr.isTTY && process.stderr.write(`\r${done} of ${total} labels`),
  });
}
