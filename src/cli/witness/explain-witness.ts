import type { Text } from '../../custody/text.js';
import { WitnessHomeError, type WitnessHomeFault } from '../../witness/witness-home-error.js';
import { UsageError } from '../usage-error.js';

/** What keeps a witness from being made or started, in words. */
const faults: Readonly<Record<WitnessHomeFault, (path: string) => Text>> = {
  'already-made': path => ({
    en: `${path} is there already: a witness has one key for ever. Give another --home`,
    fr: `${path} existe déjà : un témoin n'a qu'une clé, pour toujours. Donnez un autre --home`,
  }),
  'not-made': path => ({
    en: `${path} is missing: \`scelle witness init\` makes a witness, or give --home`,
    fr: `${path} manque : \`scelle witness init\` crée un témoin, ou donnez --home`,
  }),
  'record-missing': path => ({
    en: `${path} is missing: the record of what this witness cosigned. Bring it back; a witness that forgot would cosign anything. If it is lost, make a new witness with a new key`,
    fr: `${path} manque : le registre de ce que ce témoin a cosigné. Remettez-le ; un témoin qui a oublié cosignerait n'importe quoi. S'il est perdu, créez un nouveau témoin avec une nouvelle clé`,
  }),
  'record-lost': log => ({
    en: `this witness was witnessing ${log}, and its record of what it cosigned is gone. Bring the file in last/ back. If it is lost, ask whoever has the newest checkpoint of this log and begin there: --from NOTE --reason "…", which is kept`,
    fr: `ce témoin suivait ${log}, et son registre de ce qu'il a cosigné a disparu. Remettez le fichier de last/. S'il est perdu, demandez à qui détient le point de contrôle le plus récent et recommencez là : --from NOTE --reason "…", qui sera gardé`,
  }),
  'record-there': log => ({
    en: `the record of ${log} is there: this witness goes on from what it cosigned, and begins nowhere else`,
    fr: `le registre de ${log} est là : ce témoin continue depuis ce qu'il a cosigné, et ne recommence pas ailleurs`,
  }),
  'not-signed': log => ({
    en: `what --from names is no checkpoint that ${log} signed with the keys known here`,
    fr: `ce que désigne --from n'est pas un point de contrôle signé par ${log} avec les clés connues ici`,
  }),
  'in-use': path => ({
    en: `another process is this witness (${path})`,
    fr: `un autre processus est déjà ce témoin (${path})`,
  }),
  'no-logs': path => ({
    en: `${path} names no log: \`scelle witness add-log KEY\` adds one`,
    fr: `${path} ne nomme aucun journal : \`scelle witness add-log CLÉ\` en ajoute un`,
  }),
  'logs-unreadable': path => ({
    en: `${path} cannot be read as a list of logs (lines \`log KEY\`, and \`quorum none\`)`,
    fr: `${path} est illisible comme liste de journaux (lignes \`log CLÉ\`, et \`quorum none\`)`,
  }),
  'passphrase-missing': path => ({
    en: `${path} is under a passphrase: type it, set SCELLE_PASSPHRASE, or say --passphrase-stdin`,
    fr: `${path} est protégé : tapez sa phrase secrète, indiquez SCELLE_PASSPHRASE, ou dites --passphrase-stdin`,
  }),
  'key-unreadable': path => ({
    en: `${path} does not open: the passphrase is wrong, or the file was changed`,
    fr: `${path} ne s'ouvre pas : la phrase secrète est fausse, ou le fichier a été modifié`,
  }),
};

/** Runs what concerns a witness's home; its faults are told as what is to be corrected. @throws UsageError */
export async function explainingWitness<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof WitnessHomeError) throw new UsageError(faults[cause.fault](cause.path), { cause });
    throw cause;
  }
}
