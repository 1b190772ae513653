import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export interface AnnotatedSentence {
  readonly text: string;
  /** Labels of the skills that it names, as far as they are among the labels. */
  readonly labels: ReadonlySet<string>;
  readonly spans: readonly { readonly quote: string; readonly label: string | null }[];
}

export interface SkillFolder {
  readonly labels: readonly string[];
  readonly sets: readonly { readonly name: string; readonly sentences: readonly AnnotatedSentence[] }[];
}

/** Reads `skills_en_label.txt` (a label a line) and each `*_annotations.csv` (sentence, span, sub_span, label). @throws Error naming what is missing or wrong. */
export function readSkillFolder(folder: string): SkillFolder {
  const labelFile = join(folder, 'skills_en_label.txt');
  if (!existsSync(labelFile)) throw new Error(`${labelFile}: cannot be read`);
  const labels = [
    ...new Set(
      readFileSync(labelFile, 'utf8')
        .split(/\r?\n/)
        .map((line) => line.trim()),
    ),
  ].filter(Boolean);
  const known = new Set(labels);
  const files = readdirSync(folder).filter((file) => file.endsWith('_annotations.csv'));
  if (files.length === 0) throw new Error(`${folder}: holds no *_annotations.csv`);
  return {
    labels,
    sets: files
      .sort()
      .map((file) => ({ name: file.split('_')[0]!, sentences: sentencesOf(join(folder, file), known) })),
  };
}

function sentencesOf(path: string, known: ReadonlySet<string>): AnnotatedSentence[] {
  const rows = parse(readFileSync(path), { columns: true, bom: true }) as Record<string, string | undefined>[];
  const sentences = new Map<string, { quote: string; label: string | null }[]>();
  rows.forEach(({ sentence, span, sub_span: part, label }, at) => {
    if (sentence === undefined || span === undefined || label === undefined)
      throw new Error(`${path}, record ${at + 1}: has no sentence, span or label`);
    const spans = sentences.get(sentence) ?? [];
    sentences.set(sentence, [...spans, { quote: part || span, label: known.has(label) ? label : null }]);
  });
  return [...sentences].map(([text, spans]) => ({
    text,
    spans,
    labels: new Set(spans.flatMap(({ label }) => label ?? [])),
  }));
}
