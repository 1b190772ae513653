import type { Language } from '#contracts';
import type { Taxonomy } from '#taxonomy';

/** What concepts and places are called, in one language. */
export class Labels {
  constructor(
    private readonly taxonomy: Taxonomy,
    readonly language: Language,
  ) {}

  concept(id: string | null): string | null {
    return (id && this.taxonomy.concept(id)?.label[this.language]) ?? null;
  }

  municipality(code: string): string {
    return this.taxonomy.municipality(code)?.name ?? code;
  }

  /** Of Norrbotten and Västerbotten, by name. */
  homeMunicipalities(): { code: string; name: string }[] {
    return this.taxonomy.municipalities
      .filter(({ countyCode }) => countyCode === '24' || countyCode === '25')
      .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  }

  places(codes: readonly string[]): string {
    return codes.map((code) => this.municipality(code)).join(', ');
  }

  county(code: string): string {
    return this.taxonomy.resolve('county', code)?.label[this.language] ?? code;
  }

  day(iso: string): string {
    const date = new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso);
    return new Intl.DateTimeFormat(this.language === 'sv' ? 'sv-SE' : 'en-GB', {
      dateStyle: 'long',
      timeZone: 'Europe/Stockholm',
    }).format(date);
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.language === 'sv' ? 'sv-SE' : 'en-GB').format(value);
  }
}
