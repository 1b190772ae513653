export type * from './reading.types.js';
export { TextReader } from './text-reader.js';
