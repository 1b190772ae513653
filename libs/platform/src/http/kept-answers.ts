import type { AnswerOf, Operation } from '#contracts';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Half the work of the usual level, for a tenth more bytes. */
const level = 3;

/** An answer as bytes, which went through its operation's schema before it was packed. */
export class PackedAnswer {
  private constructor(readonly packed: Buffer) {}

  static async of<O extends Operation>(operation: O, answer: AnswerOf<O>): Promise<PackedAnswer> {
    return new PackedAnswer(await pack(JSON.stringify(operation.answer!.parse(answer)), { level }));
  }

  /** For whoever asks without taking packed answers. */
  async text(): Promise<string> {
    return (await unpack(this.packed)).toString('utf8');
  }
}

interface Kept {
  readonly answer: Promise<PackedAnswer>;
  readonly end: NodeJS.Timeout;
  bytes: number;
}

/**
 * Answers that were made before, for as long as everything that they follow from is the same. They are found by a hash of that, so nothing has to be told when something
 * changes.
 */
export class KeptAnswers {
  /** Least lately asked for first. */
  private readonly kept = new Map<string, Kept>();
  private bytes = 0;

  /**
   * @param atMost bytes of packed answers.
   * @param keptMs what is erased elsewhere lies here no longer than so many milliseconds, though nobody asks for it.
   */
  constructor(
    private readonly atMost = 32 * 1_048_576,
    private readonly keptMs = 5 * 60_000,
  ) {}

  /**
   * @param follows all that the answer follows from, as JSON can tell it: the same gives the same answer.
   * @param make is asked once, though many wait for it.
   */
  of<O extends Operation>(
    operation: O,
    follows: unknown,
    make: () => AnswerOf<O> | Promise<AnswerOf<O>>,
  ): Promise<PackedAnswer> {
    const key = createHash('sha256')
      .update(JSON.stringify([operation.id, follows]))
      .digest('base64url');
    const known = this.kept.get(key);
    if (!known) return this.keep(key, async () => PackedAnswer.of(operation, await make()));
    this.kept.delete(key);
    this.kept.set(key, known);
    return known.answer;
  }

  private keep(key: string, make: () => Promise<PackedAnswer>): Promise<PackedAnswer> {
    const end = setTimeout(() => this.forget(key), this.keptMs).unref();
    const one: Kept = { answer: make(), end, bytes: 0 };
    this.kept.set(key, one);
    one.answer.then(
      ({ packed }) => {
        if (this.kept.get(key) !== one) return;
        this.bytes += one.bytes = packed.length;
        for (const oldest of this.kept.keys()) {
          if (this.bytes <= this.atMost) return;
          this.forget(oldest);
        }
      },
      () => this.kept.get(key) === one && this.forget(key),
    );
    return one.answer;
  }

  private forget(key: string): void {
    const one = this.kept.get(key);
    if (!one) return;
    clearTimeout(one.end);
    this.kept.delete(key);
    this.bytes -= one.bytes;
  }
}
