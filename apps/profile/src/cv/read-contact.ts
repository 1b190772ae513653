import { contact as contactSchema } from '#contracts';
import type { Taxonomy } from '#taxonomy';
import { countryOf } from '../places/countries.js';
import type { Cv, Piece, Warning } from './cv.js';
import type { CvReading, ReadContact } from './reading.js';

/** Name and addresses; what is no such thing is left out with a warning. */
export function readContact({ name, email, phone }: Cv['contact'], warnings: Warning[]): ReadContact {
  const usable = (piece: Piece | null, field: keyof ReadContact): string | null => {
    if (!piece) return null;
    const parsed = contactSchema.shape[field].safeParse(piece.text);
    if (!parsed.success) warnings.push({ pointer: piece.pointer, detail: `cannot be used as ${field}` });
    return parsed.data ?? null;
  };
  return { name: usable(name, 'name'), email: usable(email, 'email'), phone: usable(phone, 'phone') };
}

/** Home: the first place that names a municipality, unless a country abroad is said; null where nothing is said. */
export function readHome(
  { places, country }: Pick<Cv, 'places' | 'country'>,
  taxonomy: Taxonomy,
  warnings: Warning[],
): CvReading['home'] {
  const code = country && countryOf(country.text);
  if (country && !code) warnings.push({ pointer: country.pointer, detail: 'no such country' });
  if (code && code !== 'SE') return { homeMunicipality: null, homeCountry: code };
  for (const { text } of places) {
    const concept = candidates(text)
      .map((name) => taxonomy.resolve('municipality', name))
      .find((one) => one !== undefined);
    const municipality = concept && taxonomy.municipalities.find(({ conceptId }) => conceptId === concept.id);
    if (municipality) return { homeMunicipality: municipality.code, homeCountry: 'SE' };
  }
  if (code === null && country === null && places.length === 0) return null;
  const [first] = places;
  if (first) warnings.push({ pointer: first.pointer, detail: 'no municipality known by this name' });
  return code ? { homeMunicipality: null, homeCountry: code } : null;
}

/** `972 31 Luleå`, `Luleå kommun` and `Luleå, Sverige` all mean Luleå. */
function candidates(words: string): string[] {
  const parts = words.split(',').map((part) => part.replace(/^(?:SE?-?)?\s*\d{3}\s?\d{2}\s+/i, '').trim());
  return parts.flatMap((part) => [part, part.replace(/s? kommun$/i, ''), part.replace(/ (kommun|municipality)$/i, '')]);
}
