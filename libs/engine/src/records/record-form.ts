import type { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';

/** How records of a kind are kept: the id by itself, the rest as bytes that are read in the order in which they were written. */
export interface RecordForm<T> {
  idOf(record: T): string;
  write(record: T, to: ByteWriter): void;
  read(id: string, from: ByteReader): T;
}
