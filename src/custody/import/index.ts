import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { importAbandoned } from './events/abandoned.js';
import { importClosed } from './events/closed.js';
import { importOpened } from './events/opened.js';
import { importRowsEntered } from './events/rows-entered.js';
import type { ImportState } from './state.js';

export const importRules: KindRules<ImportState> = {
  kind: 'import',
  title: { en: 'Import of a table', fr: "Import d'un tableau" },
  events: [
    importOpened,
    importRowsEntered,
    importClosed,
    importAbandoned,
    corrected('import', { en: 'Record of an import corrected', fr: "Fiche d'un import corrigée" }),
    disclosureErased('import'),
  ],
};
