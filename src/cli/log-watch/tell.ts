import { formatTime, type VerifiedCheckpoint } from '../../log/index.js';
import type { Output } from '../output.js';
import type { Looked } from './watch.js';

/** What a look came to: as data, and in lines for people. */
export function tellLooked({ comparison, kept, proof }: Looked, { language }: Pick<Output, 'language'>) {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const { kind, checkpoint } = comparison;
  const { origin, size, quorum, cosignatures } = checkpoint;
  const witnesses = cosignatures.map(({ witness, time }) => ({ witness, time: formatTime(time) }));
  const result = { outcome: kind, origin, size, quorum, witnesses, proof };
  const words = {
    first: say(`first look at ${origin}: ${size} leaves`, `première lecture de ${origin} : ${size} feuilles`),
    same: say(`${origin}: ${size} leaves, as before`, `${origin} : ${size} feuilles, comme avant`),
    grown: say(
      `${origin} has grown to ${size} leaves, and holds all it held`,
      `${origin} compte ${size} feuilles et contient tout ce qu'il contenait`,
    ),
    shrunk: say(
      `${origin} SHOWS FEWER LEAVES THAN BEFORE: ${size}, after ${sizeIn(kept)}`,
      `${origin} MONTRE MOINS DE FEUILLES QU'AVANT : ${size}, après ${sizeIn(kept)}`,
    ),
    forked: say(
      `${origin} HAS SIGNED ANOTHER HISTORY than the one that was kept`,
      `${origin} A SIGNÉ UN AUTRE HISTORIQUE que celui qui fut gardé`,
    ),
    unproven: say(
      `${origin} DOES NOT SHOW that its ${size} leaves hold the ${sizeIn(kept)} it had: its tiles are not those of its checkpoint`,
      `${origin} NE MONTRE PAS que ses ${size} feuilles contiennent les ${sizeIn(kept)} d'avant : ses tuiles ne sont pas celles de son point de contrôle`,
    ),
  }[kind];
  const lines = [
    words,
    ...witnesses.map(({ witness, time }) =>
      say(`  cosigned by ${witness} at ${time}`, `  cosigné par ${witness} à ${time}`),
    ),
    ...(quorum ? [] : [say('  no quorum of witnesses yet', '  pas encore de quorum de témoins')]),
    ...unnamedKeys(checkpoint).map(id =>
      say(
        `  it also bears a line by a key of the log's name that your policy does not name (id ${id}): if the log has rotated its key, scelle verify of a new export tells the line; put it into the policy before the next rotation`,
        `  il porte aussi une ligne d'une clé au nom du journal que votre politique ne nomme pas (id ${id}) : si le journal a renouvelé sa clé, scelle verify d'un nouvel export en donne la ligne ; ajoutez-la à la politique avant le renouvellement suivant`,
      ),
    ),
    ...(proof === null
      ? []
      : [say(`  both notes are kept in ${proof}`, `  les deux notes sont gardées dans ${proof}`)]),
  ];
  return { result, lines };
}

/** Ids of keys whose lines bear the log's name and were not judged: nobody has vouched for them. */
function unnamedKeys({ note, origin, logKeys }: VerifiedCheckpoint): readonly string[] {
  const ids = note.signatures.filter(({ name }) => name === origin).map(({ keyId }) => keyId);
  return ids.filter(id => !logKeys.some(({ keyId }) => keyId === id)).slice(0, 3);
}

function sizeIn(note: string | null): string {
  return note?.split('\n')[1] ?? '?';
}
