import { openEmbeddings } from '#embeddings';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { SkillReader, type Concept } from '../src/index.js';
import { embeddingsEnvironment, startFolder } from './config.js';
import { readSkillFolder, type AnnotatedSentence, type SkillFolder } from './skill-folder.js';
import { labelVectors, rankByMeaning, type RankingFigures } from './skill-ranking.js';

const usage = `npm run bench:skills -- DIR [--json] [--errors]
  DIR       skills_en_label.txt and *_annotations.csv (sentence, span, sub_span, label)
  EMBEDDINGS_URL, EMBEDDINGS_MODEL, EMBEDDINGS_KEY: a service of vectors; then rankings are measured too
  --errors  lists what was read wrongly and what was missed`;

interface Figures {
  readonly set: string;
  readonly sentences: number;
  readonly right: number;
  readonly read: number;
  readonly gold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const args = process.argv.slice(2);
const [dir, ...rest] = args.filter((arg) => !arg.startsWith('--'));
if (dir === undefined || rest.length > 0) {
  console.error(usage);
  process.exit(2);
}

/** The labels as a taxonomy whose only concepts they are. */
function conceptsOf(labels: readonly string[]): Concept[] {
  return labels.map((label) => ({
    id: label,
    kind: 'skill',
    label: { en: label, sv: label },
    alternatives: { en: [], sv: [] },
    code: null,
    broader: [],
  }));
}

function figuresOf(set: string, sentences: readonly AnnotatedSentence[], reader: SkillReader): Figures {
  let [right, read, gold] = [0, 0, 0];
  for (const { text, labels } of sentences) {
    const mentions = reader.read(text);
    right += mentions.filter(({ conceptId }) => labels.has(conceptId)).length;
    read += mentions.length;
    gold += labels.size;
  }
  const precision = read === 0 ? 0 : right / read;
  const recall = gold === 0 ? 0 : right / gold;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { set, sentences: sentences.length, right, read, gold, precision, recall, f1 };
}

function errorsOf(sentences: readonly AnnotatedSentence[], reader: SkillReader): string[] {
  return sentences.flatMap(({ text, labels, spans }) => {
    const mentions = reader.read(text);
    const found = new Set(mentions.map(({ conceptId }) => conceptId));
    return [
      ...mentions
        .filter(({ conceptId }) => !labels.has(conceptId))
        .map(({ conceptId, quote, why }) => `wrong   ${conceptId}  in "${quote}" (${why})`),
      ...spans
        .filter(({ label }) => label !== null && !found.has(label))
        .map(({ label, quote }) => `missed  ${label}  in "${quote}"`),
    ];
  });
}

function table({ rows, rankings }: Awaited<ReturnType<typeof measure>>): string {
  const head = ['set', 'words', 'sentences', 'gold', 'read', 'right', 'precision', 'recall', 'F1'];
  const lines = rows.map(({ set, words, sentences, gold, read, right, precision, recall, f1 }) =>
    [set, words, sentences, gold, read, right, precision.toFixed(3), recall.toFixed(3), f1.toFixed(3)].map(String),
  );
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at]!.length)));
  const text = [head, ...lines].map((line) => line.map((cell, at) => cell.padStart(widths[at]!)).join('  '));
  for (const { set, rPrecisionAt5, reciprocalRank } of rankings)
    text.push(`${set}: stated, then by meaning: RP@5 ${rPrecisionAt5.toFixed(3)}, MRR ${reciprocalRank.toFixed(3)}`);
  return text.join('\n');
}

async function measure({ labels, sets }: SkillFolder) {
  const taxonomy = { ofKind: (kind: string) => (kind === 'skill' ? conceptsOf(labels) : []) };
  const readers = [
    { words: 'labels only', reader: new SkillReader(taxonomy, { phrasings: false }) },
    { words: 'all', reader: new SkillReader(taxonomy) },
  ];
  const rows = sets.flatMap(({ name, sentences }) =>
    readers.map(({ words, reader }) => ({ words, ...figuresOf(name, sentences, reader) })),
  );
  const reader = readers[1]!.reader;
  const embeddings = openEmbeddings(embeddingsEnvironment);
  const rankings: ({ set: string } & RankingFigures)[] = [];
  if (embeddings) {
    const vectors = labelVectors(labels, embeddings, resolve(tmpdir(), 'rallare-vectors'));
    for (const { name, sentences } of sets)
      rankings.push({ set: name, ...(await rankByMeaning(sentences, reader, vectors)) });
  }
  return { reader, rows, rankings };
}

try {
  const folder = readSkillFolder(resolve(startFolder, dir));
  const { reader, rows, rankings } = await measure(folder);
  const answer = { labels: folder.labels.length, rows, rankings };
  console.log(args.includes('--json') ? JSON.stringify(answer, null, 2) : table({ reader, rows, rankings }));
  if (args.includes('--errors'))
    for (const { sentences } of folder.sets) console.log(errorsOf(sentences, reader).join('\n'));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
