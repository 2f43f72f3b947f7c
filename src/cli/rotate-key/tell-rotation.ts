import { type BatchFile, missingSignatures } from '../../client/index.js';
import { logKeysOf, signingKeysAt } from '../../custody/log/log-keys.js';
import type { LogState } from '../../custody/log/state.js';
import { tellStanding } from '../act/batch-for-others.js';
import type { Output } from '../output.js';

interface Prepared {
  readonly logKey: string;
  /** False: it was left by an earlier run. */
  readonly made: boolean;
  readonly out: string;
  readonly batch: BatchFile;
}

/** The keys of a log and its key file, after spent ones were destroyed. Verifier keys. */
export interface KeysStanding {
  readonly state: LogState;
  /** Leaves under the last signed checkpoint. */
  readonly size: number;
  readonly destroyed: readonly string[];
  /** In the key file before. */
  readonly held: readonly string[];
}

/** Before the act is appended: from then on nothing can be signed without the new key. */
export function tellOnlyCopy(output: Output): void {
  output.note(
    speaking(output)(
      'The new key lies in log.key alone. Before its act is in the log: scelle backup. A log whose key is lost cannot go on.',
      "La nouvelle clé n'est que dans log.key. Avant que son acte soit au journal : scelle backup. Sans sa clé, un journal ne continue pas.",
    ),
  );
}

export function tellPrepared({ logKey, made, out, batch }: Prepared, output: Output): void {
  const say = speaking(output);
  output.result({ logKey, made, out, missing: missingSignatures(batch) }, [
    made
      ? say(
          'A new key lies in log.key, and signs nothing yet:',
          'Une nouvelle clé est dans log.key, et ne signe encore rien :',
        )
      : say(
          'The key that an earlier run left in log.key:',
          "La clé qu'un passage précédent a laissée dans log.key :",
        ),
    `  ${logKey}`,
    out,
    ...tellStanding(out, batch, output.language),
    say(
      'Once it is sent: scelle log rotate-key --finish',
      'Une fois envoyé : scelle log rotate-key --finish',
    ),
  ]);
}

export function tellRotated(standing: KeysStanding & { readonly index: number }, output: Output): void {
  const { state, index } = standing;
  const say = speaking(output);
  output.result({ ...resultOf(standing), index }, [
    say(
      `The log has a new key, from leaf ${index} on:`,
      `Le journal a une nouvelle clé, à partir de la feuille ${index} :`,
    ),
    ...tellKeys(standing, output),
    say(
      'First: scelle backup. No backup holds the new key yet, and without it the log cannot go on.',
      "D'abord : scelle backup. Aucune sauvegarde n'a encore la nouvelle clé ; sans elle le journal ne continue pas.",
    ),
    say(
      'Now, on paper: the new key to officers, witnesses and auditors. In policies, below the line of the old key:',
      "Maintenant, sur papier : la nouvelle clé aux officiers, aux témoins, aux auditeurs. Dans les politiques, sous la ligne de l'ancienne :",
    ),
    `  log ${state.logKey}`,
    say('Each witness: scelle witness add-log KEY', 'Chaque témoin : scelle witness add-log CLÉ'),
  ]);
}

export function tellFinished(standing: KeysStanding, output: Output): void {
  output.result(resultOf(standing), tellKeys(standing, output));
}

function resultOf(standing: KeysStanding) {
  const { state, size, destroyed, held } = standing;
  const { inForce, before } = signingKeysAt(state, size);
  return { logKey: inForce, before, prepared: preparedIn(held, state), destroyed, size };
}

function tellKeys({ state, size, destroyed, held }: KeysStanding, output: Output): readonly string[] {
  const say = speaking(output);
  const { inForce, before } = signingKeysAt(state, size);
  const prepared = preparedIn(held, state);
  return [
    say(`  signs            ${inForce}`, `  signe            ${inForce}`),
    ...(before === null
      ? []
      : [
          say(`  signs beside it  ${before}`, `  signe à côté     ${before}`),
          say(
            '                   until the next rotation',
            "                   jusqu'au renouvellement suivant",
          ),
        ]),
    ...(prepared === null ? [] : [say(`  prepared         ${prepared}`, `  préparée         ${prepared}`)]),
    ...destroyed.map(key => say(`  DESTROYED        ${key}`, `  DÉTRUITE         ${key}`)),
    ...(destroyed.length === 0
      ? []
      : [
          say(
            'Backups made before may still hold it. A service that runs forgets it when it is started again.',
            "Des sauvegardes antérieures peuvent encore la contenir. Un service en marche l'oublie au redémarrage.",
          ),
        ]),
  ];
}

/** A key in the file that no event names yet. */
function preparedIn(held: readonly string[], state: LogState): string | null {
  return held.findLast(key => !logKeysOf(state).includes(key)) ?? null;
}

function speaking({ language }: Output): (en: string, fr: string) => string {
  return (en, fr) => (language === 'fr' ? fr : en);
}
