import { type SearchRecord } from '../record/search-record.js';
import { formsOf } from '../text/text-forms.js';
import { wordsOf } from '../text/words.js';

type Weight = 'A' | 'B' | 'C' | 'D';

/** What PostgreSQL keeps at most; it cuts off by itself, but then each text would be sent for nothing. */
const LAST_POSITION = 16_383;
const MOST_POSITIONS = 255;
const LONGEST_WORD = 200;
/** Between texts, so that no phrase begins in one and ends in the next. */
const GAP = 10;

/** Texts as PostgreSQL's tsvector, written out: each word at its place, in all the forms that it is found by. */
class Vector {
  private readonly places = new Map<string, string[]>();
  private at = 0;

  add(text: string, weight: Weight): this {
    this.at += GAP;
    for (const { word } of wordsOf(text)) {
      if (++this.at > LAST_POSITION) break;
      if (word.length > LONGEST_WORD) continue;
      const { exact, parts, folded } = formsOf(word);
      for (const form of exact) this.put(form, weight);
      for (const part of parts) this.put(part, weight === 'A' ? 'C' : 'D');
      for (const form of folded) this.put(form, 'D');
    }
    return this;
  }

  toString(): string {
    let text = '';
    for (const [form, places] of this.places) text += `'${form}':${places.join(',')} `;
    return text;
  }

  private put(form: string, weight: Weight): void {
    const places = this.places.get(form);
    const place = `${this.at}${weight}`;
    if (!places) this.places.set(form, [place]);
    else if (places.length < MOST_POSITIONS) places.push(place);
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
