import { evidenceNumber, isEvidenceId } from '../../custody/evidence/number.js';
import { demonstrationMark, isDemonstration } from '../../custody/log/demonstration.js';
import type { Language } from '../../custody/text.js';
import { subjectKind } from '../../log/index.js';
import type { Account, Verdict } from '../../verify/index.js';
import { failingWords } from './failing-words.js';
import type { NoExport } from './no-export.js';
import { subjectKindWords } from './subject-kind-words.js';
import { listed, tellAnchors } from './tell-anchors.js';
import { tellHeld, tellLarger } from './tell-held.js';
import { tellTimes } from './tell-times.js';

type Say = (en: string, fr: string) => string;

/** What is known of a verification beside its verdict. */
export interface Told {
  /** Of an export that holds; null of one that does not. */
  readonly account: Account | null;
  /** The file of the policy, as it was typed; null where none was handed over. */
  readonly policy: string | null;
  /** What was named is no export. */
  readonly noExport: NoExport | null;
  /** What the command found of what was handed over with it, in the language asked for. */
  readonly remarks: readonly string[];
}

/** The verdict for people: first what holds, or what does not; then what was not proven. */
export function tellVerdict(verdict: Verdict, told: Told, language: Language): readonly string[] {
  const say: Say = (en, fr) => (language === 'fr' ? fr : en);
  const { failed } = verdict;
  if (failed === null) return told.account === null ? [] : tellHolding(told.account, told, language);
  if (told.noExport !== null) return tellNoExport(told.noExport, say);
  if (failed.check === 'policy') return tellUnchecked(told.policy, failed.detail, say);
  if (failed.check === 'access-log' && told.account !== null) {
    return [...tellHolding(told.account, told, language), ...tellAccessLog(failed, language, say)];
  }
  return [
    ...describeFailure(failed, language, say),
    say('Nothing else is said of this export.', "Rien d'autre n'est dit de cet export."),
  ];
}

function tellHolding(account: Account, { remarks }: Told, language: Language): readonly string[] {
  const say: Say = (en, fr) => (language === 'fr' ? fr : en);
  const { verdict, exportHash } = account;
  const { origin } = verdict;
  const open = [...account.notProven, ...remarks];
  return [
    describeContent(account, say),
    ...(origin !== null && isDemonstration(origin) ? [`${demonstrationMark[language]}.`] : []),
    ...tellLarger(account, language),
    ...account.disputed.map(key =>
      say(
        `DISPUTED: ${key.events} of these events are signed with a key of officer ${key.officer} that the log calls compromised from leaf ${key.since} on.`,
        `CONTESTÉ : ${key.events} de ces actes sont signés d'une clé de l'officier ${key.officer} que le journal dit compromise depuis la feuille ${key.since}.`,
      ),
    ),
    ...account.lostKeys.map(key =>
      say(
        `A key of officer ${key.officer} was reported lost at leaf ${key.leaf}: it signed ${key.leaves.length} of the events before, at leaves ${listed(key.leaves, 'and', 'more')}, and since when it was lost is not known.`,
        `Une clé de l'officier ${key.officer} fut déclarée perdue à la feuille ${key.leaf} : elle a signé ${key.leaves.length} des actes d'avant, aux feuilles ${listed(key.leaves, 'et', 'de plus')}, et l'on ne sait depuis quand elle l'était.`,
      ),
    ),
    say(
      `Whole histories: ${countKinds(account.verdict.whole, language)}.`,
      `Historiques entiers : ${countKinds(account.verdict.whole, language)}.`,
    ),
    say(
      'Whether what the officers stated is true is not checked.',
      "Que ce que les officiers ont déclaré soit vrai n'est pas vérifié.",
    ),
    say(
      `Hash of this export (SHA-256 of tagmanifest-sha256.txt): ${exportHash}; the event export.generated in the log says who ordered it.`,
      `Empreinte de cet export (SHA-256 de tagmanifest-sha256.txt) : ${exportHash} ; l'acte export.generated du journal dit qui l'a ordonné.`,
    ),
    ...tellNewLogKey(account, say),
    ...tellTimes(account, language),
    ...tellAnchors(account, language),
    ...tellHeld(account, language),
    ...(open.length > 0 ? [say('Not proven:', 'Non prouvé :')] : []),
    ...open.map(text => `  - ${text}`),
    say(
      'Ask for the latest checkpoint of the log: this export says nothing of what happened since.',
      "Demandez le dernier point de contrôle du journal : cet export ne dit rien de ce qui s'est passé depuis.",
    ),
  ];
}

/** Proven by the key that was handed over, so it may be believed like that one. */
function tellNewLogKey({ newLogKey }: Account, say: Say): readonly string[] {
  if (newLogKey === null) return [];
  return [
    say(
      'The log has a new key, which your policy does not name. Put this line into it, before the next rotation ends the old key:',
      "Le journal a une nouvelle clé, que votre politique ne nomme pas. Ajoutez-y cette ligne, avant que le renouvellement suivant ne mette fin à l'ancienne :",
    ),
    `  log ${newLogKey}`,
  ];
}

/** A part of a log is not a whole that lacks something: its share is not told as a score. */
function describeContent({ verdict, complete }: Account, say: Say): string {
  const { counts, size, origin } = verdict;
  if (complete) {
    return say(
      `HOLDS: all ${counts.events} events of the log ${origin} are inside, as they were signed and entered.`,
      `TIENT : les ${counts.events} actes du journal ${origin} sont tous présents, tels qu'ils furent signés et inscrits.`,
    );
  }
  return say(
    `UNCHANGED: what is inside${describeItem(verdict, say)} is as it was signed and entered: ${counts.events} events, a part of the log ${origin}, which has ${size}.`,
    `INCHANGÉ : ce qui est présent${describeItem(verdict, say)} est tel qu'il fut signé et inscrit : ${counts.events} actes, une partie du journal ${origin}, qui en a ${size}.`,
  );
}

/** The one item that a partial export is about; nothing where there are several. */
function describeItem({ whole }: Verdict, say: Say): string {
  const [item, ...others] = whole.filter(subject => subject.startsWith('evidence/'));
  if (item === undefined || others.length > 0) return '';
  const id = item.slice('evidence/'.length);
  const number = isEvidenceId(id) ? `${evidenceNumber(id)}, ` : '';
  return say(` about item ${number}${id},`, ` sur la pièce ${number}${id},`);
}

/** `3 items, 15 officers`. */
function countKinds(subjects: readonly string[], language: Language): string {
  const counts = new Map<string, number>();
  for (const subject of subjects) {
    const kind = subjectKind(subject);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => subjectKindWords(kind, count)[language]).join(', ');
}

function tellNoExport({ kind, inside }: NoExport, say: Say): readonly string[] {
  if (kind === 'file') {
    return [
      say(
        'NO EXPORT: this is neither a folder nor a ZIP.',
        "PAS UN EXPORT : ce n'est ni un dossier ni un ZIP.",
      ),
    ];
  }
  const found =
    kind === 'zip'
      ? say(
          `An export lies inside, in the folder ${inside}: unpack the ZIP and ask for that folder.`,
          `Un export se trouve dedans, dans le dossier ${inside} : décompressez le ZIP et demandez ce dossier.`,
        )
      : say(`An export lies inside: ask for ${inside}.`, `Un export se trouve dedans : demandez ${inside}.`);
  return [
    say(
      'NO EXPORT: this is no export (no bagit.txt).',
      "PAS UN EXPORT : ce n'est pas un export (aucun bagit.txt).",
    ),
    ...(inside === null ? [] : [found]),
  ];
}

/**
 * Where no policy was given, or one that cannot be read: that says nothing of the export, or of receipts.
 * @param policy its file, as it was typed
 */
export function tellUnchecked(policy: string | null, detail: string, say: Say): readonly string[] {
  const why =
    policy === null
      ? [
          say(
            'NOT CHECKED: give --policy <file>, the policy of the log that you were handed apart from this.',
            "NON VÉRIFIÉ : donnez --policy <file>, la politique du journal que l'on vous a remise à part de ceci.",
          ),
        ]
      : [
          say(
            `NOT CHECKED: ${policy} is no policy that can be used.`,
            `NON VÉRIFIÉ : ${policy} n'est pas une politique utilisable.`,
          ),
          `  ${detail}`,
        ];
  return [
    ...why,
    say(
      'Nothing is said of what was to be checked, for or against.',
      "Rien n'est dit de ce qui devait être vérifié, ni pour ni contre.",
    ),
  ];
}

function tellAccessLog(
  failed: NonNullable<Verdict['failed']>,
  language: Language,
  say: Say,
): readonly string[] {
  return [
    ...describeFailure(failed, language, say),
    say(
      'That is said of the access log alone: the export stands as told above.',
      "Cela ne concerne que le journal des accès : ce qui est dit de l'export ci-dessus demeure.",
    ),
  ];
}

function describeFailure(
  { check, where, detail }: NonNullable<Verdict['failed']>,
  language: Language,
  say: Say,
): readonly string[] {
  const place = /^\d+$/.test(where) ? say(`leaf ${where}`, `feuille ${where}`) : where;
  const wrong = failingWords[check][language];
  return [
    where === '.'
      ? say(`DOES NOT HOLD: ${check}: ${wrong}.`, `NE TIENT PAS : ${check} : ${wrong}.`)
      : say(`DOES NOT HOLD: ${check}: ${wrong}: ${place}.`, `NE TIENT PAS : ${check} : ${wrong} : ${place}.`),
    `  ${detail}`,
  ];
}
