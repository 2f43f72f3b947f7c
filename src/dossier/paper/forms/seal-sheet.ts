import { demonstrationMark } from '../../../custody/log/demonstration.js';
import type { PackageState, SealOnPackage } from '../../../custody/package/state.js';
import type { Text } from '../../../custody/text.js';
import { packageTypes, sealForms, sealStatusLabels, sealTypes } from '../../../custody/vocabulary/seals.js';
import type { Block, Sheets } from '../print/block.js';
import { facts, heading, joined, moment, same } from '../print/told.js';
import { sealSheet } from './custody-forms.js';

/** What a seal sheet says of one package. */
export interface SealedPackage {
  readonly id: string;
  readonly state: Pick<PackageState, 'number' | 'packageType' | 'seal' | 'formerSeals'>;
  /** Of what is inside: what the reader may see. */
  readonly contents: readonly { readonly number: string; readonly description: Text }[];
  /** Code of the unit of each officer who applied a seal, by his UUID. */
  readonly units: ReadonlyMap<string, string>;
  /** How many more are inside whose record is not for him. */
  readonly notShown: number;
}

/** Form D3 filled from the register; checks to come are written by hand. */
export function sealSheets(sealed: SealedPackage, date: string, demonstration: boolean): Sheets {
  const { id, state } = sealed;
  return {
    title: `${sealSheet.title.fr} ${state.seal.number}`,
    author: 'Scellé',
    date,
    margins: {
      head: `${sealSheet.title.fr}, établie d'après le registre`,
      demonstration: demonstration ? demonstrationMark : null,
      foot: `Scellé ${state.seal.number} – conditionnement ${state.number}`,
      volume: 1,
      volumes: 1,
    },
    blocks: [
      { kind: 'heading', level: 1, text: sealSheet.title },
      { kind: 'code', text: `package/${id}`, words: [same(state.number), { exact: `package/${id}` }] },
      facts([
        ...sealLines(state.seal, sealed.units),
        [{ fr: 'Conditionnement', en: 'Package' }, joined([same(state.number), packageText(state)])],
      ]),
      heading(2, 'Contenu', 'Content'),
      { kind: 'list', entries: contentsOf(sealed).map(text => [text]) },
      heading(2, 'Scellés remplacés', 'Superseded seals'),
      ...formerSeals(sealed),
      ...sealSheet.blocks.slice(-2),
    ],
  };
}

function sealLines(
  { number, type, form, status, appliedBy, appliedAt }: SealOnPackage,
  units: SealedPackage['units'],
) {
  return [
    [{ fr: 'Numéro du scellé', en: 'Seal number' }, same(number)],
    [{ fr: 'Type', en: 'Type' }, sealTypes[type]],
    [{ fr: 'Forme', en: 'Form' }, sealForms[form]],
    [{ fr: 'État', en: 'State' }, sealStatusLabels[status]],
    [{ fr: 'Apposé le', en: 'Applied' }, moment({ at: appliedAt, precision: 'MINUTE' })],
    [
      { fr: 'Apposé par (unité, agent)', en: 'Applied by (unit, officer)' },
      [same(units.get(appliedBy) ?? '–'), { exact: appliedBy }],
    ],
  ] as const;
}

function packageText({ packageType: { code, text } }: SealedPackage['state']): Text {
  return text === null ? packageTypes[code] : { fr: text, en: text };
}

function contentsOf({ contents, notShown }: SealedPackage) {
  const lines = contents.map(({ number, description }) => joined([same(number), description]));
  if (notShown === 0) return lines;
  return [
    ...lines,
    {
      fr: `${notShown} autre(s) objet(s), que le lecteur de cette fiche n'est pas habilité à voir`,
      en: `${notShown} other item(s), not shown to who asked for this sheet`,
    },
  ];
}

function formerSeals({ state: { formerSeals }, units }: SealedPackage): readonly Block[] {
  if (formerSeals.length === 0)
    return [
      { kind: 'paragraph', text: { fr: "Ce scellé n'en remplace aucun.", en: 'This seal supersedes none.' } },
    ];
  return formerSeals.map(seal => facts(sealLines(seal, units)));
}
