import { demonstrationMark } from '../../../custody/log/demonstration.js';
import type { Text } from '../../../custody/text.js';
import type { Block, Sheets } from '../print/block.js';
import { handoverRecordForm, laboratoryRequest } from './court-forms.js';
import { sealSheet, transferManifest } from './custody-forms.js';

interface BlankForm {
  readonly title: Text;
  readonly blocks: readonly Block[];
}

/** Forms that are filled in by hand where there is no power (forms D3, D4, D5 and D7 of domain.md section (d)). */
const blankForms = {
  seal: sealSheet,
  'transfer-manifest': transferManifest,
  'laboratory-request': laboratoryRequest,
  'handover-record': handoverRecordForm,
} as const satisfies Record<string, BlankForm>;

export type FormName = keyof typeof blankForms;

export const formNames = Object.keys(blankForms) as readonly FormName[];

/** @param date of the file, in the log's form */
export function blankSheets(name: FormName, date: string, demonstration: boolean): Sheets {
  const { title, blocks } = blankForms[name];
  return {
    title: title.fr,
    author: 'Scellé',
    date,
    margins: {
      head: 'Formulaire à remplir à la main, puis à inscrire au registre (inscription tardive)',
      demonstration: demonstration ? demonstrationMark : null,
      foot: title.fr,
      volume: 1,
      volumes: 1,
    },
    blocks: [{ kind: 'heading', level: 1, text: title }, ...blocks],
  };
}
