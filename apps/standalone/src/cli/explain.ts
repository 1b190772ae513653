import { ConfigError, DomainError } from '#platform';

/** A failure in one line; `url` is the system that was asked. */
export function explain(error: unknown, url = 'the system'): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof DomainError) {
    const cause = error.facts['cause'];
    if (error.type === 'unavailable' && typeof cause === 'string') return `${url} does not answer (${oneLine(cause)})`;
    if (error.type === 'not-signed-in' || error.type === 'not-allowed')
      return `${url} does not take the operator’s token: RALLARE_TOKEN, or that of RALLARE_DATA`;
    const where = error.errors.map(({ pointer, detail }) => `${pointer} ${detail}`).join('; ');
    return oneLine([error.type, error.detail, where].filter(Boolean).join(': '));
  }
  if (!(error instanceof Error)) return oneLine(String(error));
  if (error instanceof SyntaxError || error.name.endsWith('ZodError')) return `${url} does not answer as Rallare does`;
  return oneLine(error.message);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
