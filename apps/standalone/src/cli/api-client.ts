import type { Operation } from '#contracts';
import { callOperation, type CallInput, type ParsedAnswer } from '#platform';

/** The operator's way into a running system, typed by its operations. */
export class ApiClient {
  private readonly base: string;
  constructor(
    readonly url: string,
    private readonly token: string,
    private readonly timeoutMs = 120_000,
  ) {
    this.base = `${url}/api`;
  }

  call<O extends Operation>(operation: O, input: CallInput<O> = {}): Promise<ParsedAnswer<O>> {
    return callOperation(this.base, operation, input, { token: this.token, timeoutMs: this.timeoutMs });
  }
}
