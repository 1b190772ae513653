import type { Geography } from '../engine.types.js';

const notAsked = -1;

/** Municipalities as small numbers, with whole distances remembered. */
export class MunicipalityTable {
  private readonly numbers = new Map<string, number>();
  private readonly codes: string[] = [];
  private readonly counties: string[] = [];
  private readonly regions: string[] = [];
  private readonly km: Int32Array[] = [];
  private readonly minutes: Int32Array[] = [];

  constructor(private readonly geography: Geography) {}

  /** -1 for a code that geography does not know. */
  number(code: string | null): number {
    if (code === null) return -1;
    const known = this.numbers.get(code);
    if (known !== undefined) return known;
    const municipality = this.geography.municipality(code);
    if (!municipality) return -1;
    const number = this.codes.push(code) - 1;
    this.numbers.set(code, number);
    this.counties.push(municipality.countyCode);
    this.regions.push(municipality.labourMarketRegionId);
    return number;
  }

  /** How many have come up. */
  get count(): number {
    return this.codes.length;
  }

  code(number: number): string {
    return this.codes[number]!;
  }

  county(number: number): string {
    return this.counties[number]!;
  }

  sameRegion(a: number, b: number): boolean {
    return this.regions[a] === this.regions[b];
  }

  /** Whole minutes, or whole km. */
  distance(from: number, to: number, inMinutes: boolean): number {
    const rows = inMinutes ? this.minutes : this.km;
    let row = rows[from];
    if (row === undefined || row.length <= to) {
      const longer = new Int32Array(Math.max(64, 2 * this.codes.length)).fill(notAsked);
      if (row) longer.set(row);
      row = rows[from] = longer;
    }
    const known = row[to]!;
    if (known !== notAsked) return known;
    const [a, b] = [this.codes[from]!, this.codes[to]!];
    return (row[to] = Math.round(inMinutes ? this.geography.minutes(a, b) : this.geography.km(a, b)));
  }
}
