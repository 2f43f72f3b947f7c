import { LocalizedError, type Text } from '../../custody/text.js';

/** What may be wrong with a founding, by code. */
const faults = {
  'not-a-founding-file': (found: string) => ({
    en: `this is not a founding file, or it was damaged on its way (${found})`,
    fr: `ceci n'est pas un fichier de fondation, ou il a été endommagé en route (${found})`,
  }),
  'founders-too-few': () => ({
    en: 'a log has two founders or more: none of them can open it alone',
    fr: "un journal a deux fondateurs ou plus : aucun d'eux ne peut l'ouvrir seul",
  }),
  'founders-not-distinct': () => ({
    en: 'two founders have the same key or are the same officer: each founder is another person with a key of his own',
    fr: 'deux fondateurs ont la même clé ou sont le même officier : chaque fondateur est une autre personne avec sa propre clé',
  }),
  'key-malformed': (found: string) => ({
    en: `the public key of ${found} is no good key`,
    fr: `la clé publique de ${found} n'est pas une bonne clé`,
  }),
  'name-not-host-like': (found: string) => ({
    en: `${found} is not a name like that of a host, e.g. custody.example.org`,
    fr: `${found} n'est pas un nom comme celui d'un hôte, par exemple custody.example.org`,
  }),
  'origin-differs': () => ({
    en: 'the origin in the file is not that of these founders: the file was changed on its way',
    fr: "l'origine du fichier n'est pas celle de ces fondateurs : le fichier a été modifié en route",
  }),
  'proof-wrong': (found: string) => ({
    en: `the proof of possession of ${found} is not by that key for this log`,
    fr: `la preuve de possession de ${found} n'est pas de cette clé pour ce journal`,
  }),
  'signature-wrong': (found: string) => ({
    en: `what ${found} signed is not what the file says now: it was changed in between, or is another copy`,
    fr: `ce que ${found} a signé n'est pas ce que dit le fichier : il a été modifié entre-temps, ou c'est une autre copie`,
  }),
  'not-a-founder': (found: string) => ({
    en: `${found} is not the key of one of the founders in this file`,
    fr: `${found} n'est pas la clé d'un des fondateurs de ce fichier`,
  }),
  'signature-missing': (found: string) => ({
    en: `the founding is not complete: ${found} still has to sign it, with \`scelle sign FILE --as KEY:REG\``,
    fr: `la fondation n'est pas complète : ${found} doit encore la signer, avec \`scelle sign FICHIER --as CLÉ:REG\``,
  }),
} as const satisfies Record<string, (found: string) => Text>;

export type FoundingFault = keyof typeof faults;

/** A founding file that is not good, not complete, or not for this key. Nothing was signed or changed. */
export class FoundingFileError extends LocalizedError {
  override readonly name = 'FoundingFileError';
  readonly fault: FoundingFault;

  constructor(fault: FoundingFault, found = '', options?: ErrorOptions) {
    super(faults[fault](found), options);
    this.fault = fault;
  }
}
