import type { ReadableTaxonomy } from '../concepts/concept-forms.js';
import { finding, type Finding } from './finding.js';
import { expandPattern, PhraseTrie } from '../text/phrase-trie.js';
import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';

const PERMIT_TRIE = new PhraseTrie<true>();
for (const phrase of [
  '[giltigt|svenskt|] [arbetstillstånd|arbets- och uppehållstillstånd]',
  '[rätt|rättighet|tillstånd] att arbeta i [sverige|eu]',
  '[valid|swedish|] work [permit|permits|visa|authorization|authorisation]',
  '[right|permission|permit|eligible|authorized|authorised|legally entitled] to work in [sweden|the eu|eu]',
].flatMap(expandPattern)) {
  PERMIT_TRIE.add(phrase.split(/[ -]+/), true);
}

/** Reads the demand of a permit to work in Sweden. */
export class WorkPermitReader {
  private readonly conceptId: string | undefined;

  constructor(taxonomy: ReadableTaxonomy) {
    this.conceptId = taxonomy.ofKind('work-permit')[0]?.id;
  }

  read(source: SourceText, range: TokenRange): Finding[] {
    const conceptId = this.conceptId;
    if (conceptId === undefined) return [];
    const found: Finding[] = [];
    for (let at = range.from; at < range.to; at += 1) {
      const match = PERMIT_TRIE.longestRun(source.wordAt, at, range.to);
      if (match === undefined) continue;
      found.push(
        finding({ kind: 'work-permit', conceptId, from: at, to: match.end, rule: 'permit/phrase', confidence: 90 }),
      );
      at = match.end - 1;
    }
    return found;
  }
}
