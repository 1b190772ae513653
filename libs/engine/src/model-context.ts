import type { EngineParts } from './engine.types.js';
import { RelationTable } from './facts/relation-table.js';
import { MunicipalityTable } from './wishes/municipality-table.js';

/** What every computation needs, made once for an engine. */
export interface ModelContext extends EngineParts {
  readonly relations: RelationTable;
  readonly municipalities: MunicipalityTable;
  readonly place: EngineParts['model']['place'] & { readonly notSaid: number };
}

export const modelContext = (parts: EngineParts): ModelContext => ({
  ...parts,
  relations: new RelationTable(parts.model, parts.graph),
  municipalities: new MunicipalityTable(parts.geography),
  place: { ...parts.model.place, notSaid: parts.model.notSaid },
});
