import type { ConceptKind } from '#contracts';
import type { SnapshotConcept } from './snapshot.js';

/** Finds concepts by whatever a feed or a form calls them: code, legacy id, label, alternative label. */
export class ReferenceIndex {
  private readonly idsOfKind = new Map<ConceptKind, Map<string, string>>();
  private readonly legacyIds = new Map<string, string>();

  constructor(concepts: readonly SnapshotConcept[]) {
    for (const { id, references } of concepts) {
      const legacyId = references.find((one) => isLegacyId.test(one));
      if (legacyId !== undefined) this.legacyIds.set(id, legacyId);
    }
    // In passes, so that a label wins over another concept's alternative label.
    const passes: ((concept: SnapshotConcept) => readonly (string | null)[])[] = [
      (concept) => [concept.code],
      (concept) => concept.references,
      (concept) => [concept.label.sv],
      (concept) => [concept.label.en],
      (concept) => concept.alternatives.sv,
      (concept) => concept.alternatives.en,
    ];
    for (const names of passes) {
      for (const concept of concepts) {
        const ids = this.idsOf(concept.kind);
        for (const name of names(concept)) {
          if (name === null) continue;
          const key = keyOf(name);
          if (!ids.has(key)) ids.set(key, concept.id);
        }
      }
    }
  }

  find(kind: ConceptKind, reference: string): string | undefined {
    return this.idsOfKind.get(kind)?.get(keyOf(reference));
  }

  /** The number that Arbetsförmedlingen's older taxonomy had for the concept. */
  legacyId(conceptId: string): string | undefined {
    return this.legacyIds.get(conceptId);
  }

  private idsOf(kind: ConceptKind): Map<string, string> {
    let ids = this.idsOfKind.get(kind);
    if (!ids) this.idsOfKind.set(kind, (ids = new Map<string, string>()));
    return ids;
  }
}

const isLegacyId = /^\d{1,8}$/;

function keyOf(reference: string): string {
  const name = isPlain.test(reference) ? reference : reference.normalize('NFC').replace(/\s+/g, ' ').trim();
  return name.toLowerCase();
}

/** Printable ASCII without spaces at the ends or in a row: nothing to tidy. */
const isPlain = /^(?! )(?!.* (?: |$))[\x20-\x7e]*$/;
