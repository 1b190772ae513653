export { ImportError, type ImportErrorCode } from './import-error.js';
export { ImportReport } from './import-report.js';
export { importTaxonomy, type Imported, type ImportOptions } from './import-taxonomy.js';
export type { InputFile } from './text-input.js';
