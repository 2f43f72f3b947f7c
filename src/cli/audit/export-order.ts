import type { ExportScopeOf } from '../../custody/export/scope.js';
import type { Language, Text } from '../../custody/text.js';
import { exportScopes } from '../../custody/vocabulary/exports.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { UsageError } from '../usage-error.js';

/** An order as the service answered it. */
export interface ExportOrderAnswer {
  readonly id: string;
  readonly subject: string;
  readonly scope: ExportScopeOf;
  readonly recipient: string;
  readonly purpose: string;
  readonly withheldIncluded: boolean;
  /** Sizes from which a proof of consistency goes along. */
  readonly since: readonly number[];
  readonly size: number;
  readonly root: string;
  readonly hash: string;
  readonly counts: {
    readonly events: number;
    readonly subjects: number;
    readonly files: number;
    readonly filesMissing: number;
    readonly withheld: number;
    readonly disclosed: number;
    /** Of all its files. */
    readonly bytes: number;
  };
  /** Whether witnesses cosigned its checkpoint, as many as the policy asks for. */
  readonly cosigned: keyof typeof cosignedWords;
  /** Whether an authority time-stamped it (RFC 3161). */
  readonly stamped: keyof typeof stampedWords;
}

export const cosignedWords = {
  NO_QUORUM_ASKED: {
    en: 'the policy of the log asks for no witnesses',
    fr: 'la politique du journal ne demande aucun témoin',
  },
  QUORUM: { en: 'cosigned by a quorum of witnesses', fr: 'cosigné par un quorum de témoins' },
  NO_QUORUM: {
    en: 'NOT cosigned by a quorum of witnesses: a later order may be',
    fr: 'NON cosigné par un quorum de témoins : une commande ultérieure peut l’être',
  },
} as const satisfies Record<string, Text>;

export const stampedWords = {
  NO_AUTHORITY: {
    en: 'the service asks no time-stamp authority',
    fr: "le service ne sollicite aucune autorité d'horodatage",
  },
  STAMPED: { en: 'time-stamped (RFC 3161)', fr: 'horodaté (RFC 3161)' },
  NOT_STAMPED: {
    en: 'NOT time-stamped, the authority did not answer: a later order may be',
    fr: "NON horodaté, l'autorité n'a pas répondu : une commande ultérieure peut l’être",
  },
} as const satisfies Record<string, Text>;

/**
 * Reads an order, and compares it with what was asked for: it is what an officer puts his name to.
 * @throws UsageError where the service answered for another request
 */
export function readOrder(answer: JsonObject, asked: JsonObject): ExportOrderAnswer {
  const same = Object.entries(asked).every(([name, value]) => isSame(answer[name], value));
  const { id, subject, size, root, hash, counts = null, cosigned, stamped } = answer;
  const whole =
    typeof id === 'string' &&
    subject === `export/${id}` &&
    typeof size === 'number' &&
    typeof root === 'string' &&
    typeof hash === 'string' &&
    /^[0-9a-f]{64}$/.test(hash) &&
    isJsonObject(counts) &&
    typeof counts.bytes === 'number' &&
    Array.isArray(answer.since) &&
    typeof stamped === 'string' &&
    Object.hasOwn(stampedWords, stamped) &&
    typeof cosigned === 'string' &&
    Object.hasOwn(cosignedWords, cosigned);
  if (same && whole) return answer as unknown as ExportOrderAnswer;
  throw new UsageError({
    en: 'the service answered with another export than was ordered: nothing was signed',
    fr: "le service a répondu par un autre extrait que celui commandé : rien n'a été signé",
  });
}

function isSame(one: JsonValue | undefined, other: JsonValue): boolean {
  if (Array.isArray(other)) return JSON.stringify(one) === JSON.stringify(other);
  if (!isJsonObject(other) || !isJsonObject(one ?? null)) return one === other;
  return Object.entries(other).every(([name, value]) => isSame((one as JsonObject)[name], value));
}

/** What an order is, in words: what its officer answers for. */
export function describeOrder(order: ExportOrderAnswer, language: Language): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const { scope, recipient, purpose, size, hash, counts, cosigned, stamped, since } = order;
  const { events, subjects, files, filesMissing, withheld, disclosed } = counts;
  const which = scope.incident ?? scope.item ?? scope.custodian ?? '';
  const period = scope.from === null ? '' : `${scope.from} – ${scope.until}`;
  const of = [which, period].filter(text => text !== '').map(text => ` ${text}`);
  const missing = filesMissing === 0 ? '' : say(`; ${filesMissing} owed`, ` ; ${filesMissing} attendus`);
  return [
    say(
      `Export: ${exportScopes[scope.kind].en}${of.join('')}`,
      `Extrait : ${exportScopes[scope.kind].fr}${of.join('')}`,
    ),
    say(`  For whom: ${recipient}`, `  Pour qui : ${recipient}`),
    say(`  What for: ${purpose}`, `  À quelles fins : ${purpose}`),
    say(
      `  The log at ${size} leaves; inside ${events} events of ${subjects} subjects, ${files} files${missing}`,
      `  Le journal à ${size} feuilles ; ${events} actes de ${subjects} sujets, ${files} fichiers${missing}`,
    ),
    say(
      `  Withheld claims: ${withheld} stay out, ${disclosed} are handed over`,
      `  Éléments réservés : ${withheld} non communiqués, ${disclosed} communiqués`,
    ),
    say(
      `  Its checkpoint: ${cosignedWords[cosigned].en}; ${stampedWords[stamped].en}`,
      `  Son point de contrôle : ${cosignedWords[cosigned].fr} ; ${stampedWords[stamped].fr}`,
    ),
    ...(since.length === 0
      ? []
      : [
          say(
            `  With proofs of consistency from ${since.join(', ')} leaves`,
            `  Avec preuves de cohérence depuis ${since.join(', ')} feuilles`,
          ),
        ]),
    say(`  SHA-256 of its tag manifest: ${hash}`, `  SHA-256 de son manifeste de balises : ${hash}`),
  ];
}

/** Its hash, and where it is compared by who was handed the export: with the event that answers for it. */
export function whereToCompare(
  { subject, hash }: ExportOrderAnswer,
  index: number,
  language: Language,
): readonly string[] {
  if (language === 'fr') {
    return [
      `SHA-256 de tagmanifest-sha256.txt : ${hash}`,
      `  À comparer avec "hash" de l'acte #${index} du journal (export.generated, ${subject}) : sha256sum tagmanifest-sha256.txt`,
    ];
  }
  return [
    `SHA-256 of tagmanifest-sha256.txt: ${hash}`,
    `  Compare with "hash" of event #${index} of the log (export.generated, ${subject}): sha256sum tagmanifest-sha256.txt`,
  ];
}
