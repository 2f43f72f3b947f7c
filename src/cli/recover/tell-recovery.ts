import type { IndexRange, RecoveryOutcome } from '../../store/recover/recover-log.js';
import { exitStatus, type Output } from '../output.js';

/** What was brought back, or what is lost and how it goes on. */
export function tellRecovery(outcome: RecoveryOutcome, vaultNote: string, output: Output): void {
  const { stored, signed, rejected } = outcome;
  const common = { outcome: outcome.kind, stored, signed: signed.size, rejected };
  const rejections = rejected.map(({ index, source, detail }) => `  ${index} ${source}: ${detail}`);
  if (outcome.kind === 'lost') {
    for (const line of rejections) output.note(line);
    output.result(
      { ...common, lost: outcome.lost, continues: vaultNote },
      linesOfLoss(outcome, vaultNote, output),
    );
    process.exitCode = exitStatus.failed;
    return;
  }
  const { recovered, undisclosed } = outcome;
  for (const line of rejections) output.note(line);
  output.result({ ...common, recovered, undisclosed }, linesOfRecovery(outcome, output));
}

function linesOfRecovery(
  { recovered, stored, signed, undisclosed }: RecoveryOutcome & { readonly kind: 'recovered' },
  { language }: Output,
): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const whole =
    recovered === 0
      ? say(
          `Nothing is missing: the ${stored} events in the database go on from the last checkpoint that was signed (${signed.size}).`,
          `Rien ne manque : les ${stored} actes de la base prolongent le dernier point de contrôle signé (${signed.size}).`,
        )
      : say(
          `Brought back: ${recovered} events, ${stored} to ${signed.size - 1}, each at its old place. Their root is the one that was signed.`,
          `Rétabli : ${recovered} actes, de ${stored} à ${signed.size - 1}, chacun à sa place. Leur racine est celle qui fut signée.`,
        );
  return [
    whole,
    ...(undisclosed.length === 0
      ? []
      : [
          say(
            `No source disclosed ${undisclosed.length} withheld claims: their events stand, what they withhold is missing here.`,
            `Aucune source n'a livré ${undisclosed.length} éléments réservés : leurs actes tiennent, ce qu'ils réservent manque ici.`,
          ),
          ...undisclosed.map(({ index, digest }) => `  ${index} ${digest}`),
        ]),
    say(
      'Files are not part of the log: `scelle fsck` names those that are missing; whoever has them sends them again.',
      'Les fichiers ne font pas partie du journal : `scelle fsck` nomme ceux qui manquent ; qui les a les renvoie.',
    ),
  ];
}

function linesOfLoss(
  { lost, stored, signed }: RecoveryOutcome & { readonly kind: 'lost' },
  vaultNote: string,
  { language }: Output,
): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const count = lost.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return [
    say(
      `NOT RECOVERED, nothing was written. The log had ${signed.size} events (checkpoint from ${signed.from}), the database holds ${stored}; no source has these ${count}:`,
      `NON RÉTABLI, rien n'a été écrit. Le journal avait ${signed.size} actes (point de contrôle de ${signed.from}), la base en contient ${stored} ; aucune source n'a ces ${count} :`,
    ),
    ...lost.map(range => `  ${rangeText(range)}`),
    say(
      'Look for more sources (exports, replicas, the devices of all who signed) and give the command again with all of them.',
      "Cherchez d'autres sources (exports, répliques, appareils de tous les signataires) et relancez la commande avec toutes.",
    ),
    say(
      'Where there are none, this log has ended. The way on is a new log that names its last checkpoint:',
      "S'il n'y en a pas, ce journal est terminé. La suite est un nouveau journal qui nomme son dernier point de contrôle :",
    ),
    `  scelle --home NEW init --name … --founder … --founder … --continues ${vaultNote}`,
    say(
      'Keep this database and every source: what is in them still verifies.',
      'Gardez cette base et chaque source : ce qu’elles contiennent se vérifie toujours.',
    ),
  ];
}

function rangeText({ from, to }: IndexRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}
