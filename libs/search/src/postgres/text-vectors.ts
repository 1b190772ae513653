import { type SearchRecord } from '../record/search-record.js';
import { formsOf } from '../text/text-forms.js';
import { plainWordsOf } from '../text/words.js';

type Weight = 'A' | 'B' | 'C' | 'D';

/** What PostgreSQL keeps at most; it cuts off by itself, but then each text would be sent for nothing. */
const LAST_POSITION = 16_383;
const LONGEST_WORD = 200;
/** Between texts, so that no phrase begins in one and ends in the next. */
const GAP = 10;

/** Texts as PostgreSQL's tsvector, written out: each word at its place, in all the forms that it is found by. */
class Vector {
  private readonly places = new Map<string, string>();
  private at = 0;

  add(text: string, weight: Weight): this {
    this.at += GAP;
    for (const word of plainWordsOf(text)) {
      if (++this.at > LAST_POSITION) break;
      if (word.length > LONGEST_WORD) continue;
      const { exact, parts, folded } = formsOf(word);
      const place = `${this.at}${weight}`;
      for (const form of exact) this.put(form, place);
      if (parts.length > 0) this.putAll(parts, `${this.at}${weight === 'A' ? 'C' : 'D'}`);
      if (folded.length > 0) this.putAll(folded, `${this.at}D`);
    }
    return this;
  }

  toString(): string {
    let text = '';
    for (const [form, places] of this.places) text += `'${form}':${places} `;
    return text;
  }

  private putAll(forms: readonly string[], place: string): void {
    for (const form of forms) this.put(form, place);
  }

  private put(form: string, place: string): void {
    const places = this.places.get(form);
    this.places.set(form, places === undefined ? place : `${places},${place}`);
  }
}

/** `ranked` is small, for ranking many hits; `found` holds the text too. Weight D is for parts of words and for words without their diacritics. */
export function textVectors(record: SearchRecord): { ranked: string; found: string } {
  const vector = new Vector()
    .add(record.headline, 'A')
    .add(record.employerName, 'B')
    .add(record.labels, 'B')
    .add(record.concepts, 'C');
  const ranked = vector.toString();
  return { ranked, found: vector.add(record.text, 'C').toString() };
}
