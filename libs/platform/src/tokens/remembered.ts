/** What was found out is not asked again for a while. Too many of them are all forgotten. */
export class Remembered<V> {
  private readonly known = new Map<string, { readonly value: V; readonly until: number }>();

  constructor(
    private readonly forMs: number,
    private readonly atMost = 10_000,
  ) {}

  async of(key: string, find: () => Promise<V>): Promise<V> {
    const known = this.known.get(key);
    if (known && known.until > Date.now()) return known.value;
    const value = await find();
    if (this.known.size >= this.atMost) this.known.clear();
    this.known.set(key, { value, until: Date.now() + this.forMs });
    return value;
  }
}
