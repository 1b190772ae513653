import type { TextReader } from '../src/index.js';
import type { GoldAd } from './demand-gold.js';

const WORDS = 300;
const ROUNDS = 5;
const LEAST_TEXTS = 500;

/** Texts of 300 words, cut from the ads, that are read in a second of processor time; the best of a few rounds, once the code is warm. */
export function speed(reader: TextReader, ads: readonly GoldAd[]): string {
  const words = ads.flatMap(({ text }) => text.split(/(?<=\s)/));
  const texts = Array.from({ length: Math.floor(words.length / WORDS) }, (_, at) =>
    words.slice(at * WORDS, (at + 1) * WORDS).join(''),
  );
  if (texts.length === 0) return 'speed: too little text';
  const times = Math.ceil(LEAST_TEXTS / texts.length);
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage().user;
    for (let time = 0; time < times; time += 1) for (const text of texts) reader.readVacancy({ headline: '', text });
    best = Math.max(best, (times * texts.length * 1e6) / (process.cpuUsage().user - before));
  }
  return `speed: ${Math.round(best)} texts of ${WORDS} words a second of processor time (${texts.length} texts)`;
}
