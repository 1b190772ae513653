import type { CandidateDocument, DocumentRevision } from '#search';
import { InjectLogger, type Logger } from '#platform';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import type { Profile } from '../profiles/profile.entity.js';
import { ProfileRepository } from '../profiles/profile.repository.js';
import { candidateDocument } from './candidate-document.js';
import { InjectCandidateIndex, type CandidateIndex } from './candidate-index.js';

const batchSize = 500;

/** Brings the candidate index up to date with the database; what is written is what the database holds at that moment. */
@Injectable()
export class IndexCandidates {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly taxonomy: Taxonomy,
    @InjectCandidateIndex() private readonly index: CandidateIndex,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  /** @param seen profiles with the revision that their removal is noted at where the database no longer has them. */
  async refresh(seen: readonly DocumentRevision[]): Promise<void> {
    if (!this.index || seen.length === 0) return;
    const found = await this.profiles.byIds(seen.map(({ id }) => id));
    const stored = new Map(found.map((profile) => [profile.id, profile]));
    const gone = seen.flatMap(({ id, revision }) => {
      const profile = stored.get(id);
      return profile?.status === 'active' ? [] : [{ id, revision: profile?.revision ?? revision }];
    });
    const documents = this.documents(found);
    if (documents.length > 0) await this.index.upsert(documents);
    if (gone.length > 0) await this.index.remove(gone);
  }

  /** Builds the index anew beside the one in use. */
  async rebuild(): Promise<{ count: number }> {
    if (!this.index) return { count: 0 };
    await this.index.prepare();
    return this.index.rebuild(this.all());
  }

  /** Finds and repairs what index and database disagree on: lost events, a lost index, a restored backup. @returns how many. */
  async reconcile(): Promise<number> {
    if (!this.index) return 0;
    await this.index.prepare();
    const before = await this.drift(this.index);
    if (before.length === 0) return 0;
    await this.refresh(before);
    // An index that remembers later revisions than the database drops what it is given.
    const after = new Set((await this.drift(this.index)).map(({ id }) => id));
    if (before.some(({ id }) => after.has(id))) await this.rebuild();
    this.logger.warn({ profiles: before.length }, 'the candidate index differed from the database and was repaired');
    return before.length;
  }

  /** Profiles whose revisions differ, with the indexed one. Read index first: the database is never behind what was indexed. */
  private async drift(index: NonNullable<CandidateIndex>): Promise<DocumentRevision[]> {
    const indexed = new Map<string, number>();
    for await (const batch of index.revisions()) for (const { id, revision } of batch) indexed.set(id, revision);
    const stored = new Map((await this.profiles.rankableRevisions()).map(({ id, revision }) => [id, revision]));
    return [...new Set([...indexed.keys(), ...stored.keys()])].flatMap((id) =>
      indexed.get(id) === stored.get(id) ? [] : [{ id, revision: indexed.get(id) ?? 1 }],
    );
  }

  private async *all(): AsyncGenerator<CandidateDocument[]> {
    for (let after: string | undefined; ;) {
      const batch = await this.profiles.page(after, batchSize);
      const documents = this.documents(batch);
      if (documents.length > 0) yield documents;
      if (batch.length < batchSize) return;
      after = batch.at(-1)!.id;
    }
  }

  private documents(profiles: readonly Profile[]): CandidateDocument[] {
    return profiles.filter(({ status }) => status === 'active').map((one) => candidateDocument(one, this.taxonomy));
  }
}
