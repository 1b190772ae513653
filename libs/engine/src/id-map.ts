const shardBits = 8;
const shards = 1 << shardBits;

/** A map by id in many small ones: a large map that grows is made anew all at once, and everybody waits for it. */
export class IdMap<V> {
  private readonly maps = Array.from({ length: shards }, () => new Map<string, V>());
  private count = 0;

  get size(): number {
    return this.count;
  }

  has(id: string): boolean {
    return this.mapOf(id).has(id);
  }

  get(id: string): V | undefined {
    return this.mapOf(id).get(id);
  }

  set(id: string, value: V): void {
    const map = this.mapOf(id);
    const before = map.size;
    map.set(id, value);
    this.count += map.size - before;
  }

  delete(id: string): void {
    if (this.mapOf(id).delete(id)) this.count--;
  }

  *keys(): Iterable<string> {
    for (const map of this.maps) yield* map.keys();
  }

  /** By the end of the id, where ids differ most. */
  private mapOf(id: string): Map<string, V> {
    let hash = id.length;
    for (let at = Math.max(0, id.length - 6); at < id.length; at++) hash = Math.imul(hash, 31) + id.charCodeAt(at);
    return this.maps[Math.imul(hash, 0x9e3779b1) >>> (32 - shardBits)]!;
  }
}
