import { LocalizedError } from '../../custody/text.js';

/** Nothing was recovered and nothing was written, for a reason that the operator can do something about. */
export class RecoverError extends LocalizedError {
  override readonly name = 'RecoverError';
}

export const recoverFaults = {
  noCheckpoint: () => ({
    en: 'there is no vault, and no source holds a checkpoint of this log: give the newest one that anybody has with --checkpoint (a witness, an auditor, a receipt)',
    fr: "il n'y a pas de coffre et aucune source ne contient de point de contrôle de ce journal : donnez le plus récent que quelqu'un détient avec --checkpoint (un témoin, un auditeur, un récépissé)",
  }),
  badNote: (from: string, reason: string) => ({
    en: `${from} holds no checkpoint that this log signed: ${reason}`,
    fr: `${from} ne contient aucun point de contrôle signé par ce journal : ${reason}`,
  }),
  forked: (one: string, other: string, size: number) => ({
    en: `THE LOG WAS FORKED: ${one} and ${other} hold two signed checkpoints of ${size} leaves with different roots. Keep both: together they are the proof`,
    fr: `LE JOURNAL A BIFURQUÉ : ${one} et ${other} contiennent deux points de contrôle signés de ${size} feuilles aux racines différentes. Gardez les deux : ensemble ils font preuve`,
  }),
  otherOrigin: (stored: string, key: string) => ({
    en: `the database holds ${stored}, the key is for ${key}`,
    fr: `la base contient ${stored}, la clé est celle de ${key}`,
  }),
  notAPrefix: (stored: number, signed: number) => ({
    en: `the ${stored} events in the database are not those of the tree of ${signed} that was signed: bring back another backup, or an empty database, and recover into that`,
    fr: `les ${stored} actes de la base ne sont pas ceux de l'arbre de ${signed} qui fut signé : reprenez une autre sauvegarde, ou une base vide, et rétablissez dans celle-ci`,
  }),
  otherTree: (size: number) => ({
    en: `what is stored and what was brought together does not come to the signed root of ${size} leaves. Each event is well signed, so a source holds a leaf that never was in this log, or the database is not of it: leave sources out one by one (see what was rejected), or recover into an empty database`,
    fr: `ce qui est en base et ce qui fut réuni ne donne pas la racine signée de ${size} feuilles. Chaque acte étant bien signé, une source contient une feuille qui ne fut jamais dans ce journal, ou la base n'en est pas : écartez les sources une à une (voir les rejets), ou rétablissez dans une base vide`,
  }),
  otherBeginning: (from: string, size: number) => ({
    en: `${from} holds a checkpoint of ${size} leaves that the log signed, and the log that comes of all this does not begin so. Either a source or the database holds what never was in this log, or THE LOG WAS FORKED and the note is proof of it: keep it. Nothing was written`,
    fr: `${from} contient un point de contrôle de ${size} feuilles signé par le journal, et le journal qui en résulte ne commence pas ainsi. Soit une source ou la base contient ce qui ne fut jamais dans ce journal, soit LE JOURNAL A BIFURQUÉ et la note en fait preuve : gardez-la. Rien n'a été écrit`,
  }),
  otherLeaf: (from: string, index: number) => ({
    en: `the receipt for leaf ${index} that ${from} holds is for another leaf than the one at this place, and its checkpoint does not prove it. Keep the receipt and ask who holds it. Nothing was written`,
    fr: `le récépissé de la feuille ${index} que contient ${from} est celui d'une autre feuille que celle de cette place, et son point de contrôle ne la prouve pas. Gardez-le et interrogez son détenteur. Rien n'a été écrit`,
  }),
  movedOn: () => ({
    en: 'the log moved on meanwhile: give the command again',
    fr: 'le journal a avancé entre-temps : relancez la commande',
  }),
};
