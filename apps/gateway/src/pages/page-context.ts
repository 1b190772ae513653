import type { Language } from '#contracts';
import type { Labels } from './labels.js';
import type { Translate } from './texts.js';

/** What every page knows. */
export interface PageContext {
  readonly language: Language;
  readonly t: Translate;
  readonly labels: Labels;
  /** The address that people open, without a path. */
  readonly origin: string;
  /** Path and query of this page, and of the same page in the other language. */
  readonly here: string;
  readonly alternate: string;
  readonly visitor: { readonly name: string | null; readonly csrfToken: string } | null;
  readonly isDemo: boolean;
}
