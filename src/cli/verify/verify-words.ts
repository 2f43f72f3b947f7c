import type { Language, Text } from '../../custody/text.js';
import { subjectKind } from '../../log/index.js';
import type { Verdict, VerificationCheck } from '../../verify/index.js';

/** What each check of log-format section 12 asks, in words. */
const questions: Record<VerificationCheck, Text> = {
  bag: { en: 'the files are those of the export', fr: "les fichiers sont ceux de l'export" },
  file: { en: 'attached files are those named', fr: 'les fichiers joints sont ceux désignés' },
  policy: { en: 'a policy obtained apart', fr: 'une politique obtenue à part' },
  checkpoint: {
    en: 'the checkpoint is signed by the log',
    fr: 'le point de contrôle est signé par le journal',
  },
  timestamp: { en: 'the time-stamp', fr: "l'horodatage" },
  jws: { en: "the officer's signature", fr: "la signature de l'officier" },
  jcs: { en: 'the statement is in its one form', fr: 'la déclaration est dans sa forme unique' },
  key: { en: 'the key was registered and in force', fr: 'la clé était enregistrée et en vigueur' },
  role: { en: 'the signer held the role and the authority', fr: 'le signataire avait le rôle et le pouvoir' },
  disclosure: { en: 'what is disclosed is what was signed', fr: 'ce qui est dévoilé est ce qui fut signé' },
  leaf: { en: 'the entry of the log, and when it came', fr: "l'inscription au journal, et son heure" },
  inclusion: { en: 'the entry is in the log', fr: "l'inscription est dans le journal" },
  sequence: { en: 'no act is missing or moved', fr: "aucun acte ne manque ni n'est déplacé" },
  prev: { en: 'each act follows the one before it', fr: 'chaque acte suit le précédent' },
  'prev-leaf': { en: 'each entry follows the one before it', fr: 'chaque inscription suit la précédente' },
  root: {
    en: 'the entries make the tree of the checkpoint',
    fr: "les inscriptions font l'arbre du point de contrôle",
  },
  group: {
    en: 'acts signed by several, or over several items',
    fr: 'les actes à plusieurs, ou sur plusieurs objets',
  },
  rules: { en: 'the custody rules', fr: 'les règles de conservation' },
  head: { en: 'each history goes to its end', fr: "chaque historique va jusqu'à sa fin" },
  'access-log': {
    en: 'the access log is whole and as it was anchored',
    fr: "le journal des accès est entier et tel qu'il fut ancré",
  },
  consistency: { en: 'the log is the one that was seen before', fr: 'le journal est celui vu auparavant' },
};

/** The verdict for people: first what holds, or what does not; then what was not proven. */
export function tellVerdict(verdict: Verdict, language: Language): readonly string[] {
  return verdict.failed === null
    ? [...tellHolding(verdict, language), ...tellNotProven(verdict, language)]
    : tellFailing(verdict.failed, language);
}

function tellHolding({ origin, size, asOf, counts, whole }: Verdict, language: Language): readonly string[] {
  const histories = countKinds(whole);
  return language === 'fr'
    ? [
        `TIENT : ${counts.events} actes sur ${size} du journal ${origin}, au ${asOf}. Historiques entiers : ${histories}.`,
      ]
    : [
        `HOLDS: ${counts.events} of ${size} events of the log ${origin}, as of ${asOf}. Whole histories: ${histories}.`,
      ];
}

/** `1 log, 3 evidence`. */
function countKinds(subjects: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const subject of subjects) {
    const kind = subjectKind(subject);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}

function tellNotProven({ notProven }: Verdict, language: Language): readonly string[] {
  const french = language === 'fr';
  return [
    ...(notProven.length > 0 ? [french ? 'Non prouvé :' : 'Not proven:'] : []),
    ...notProven.map(text => `  - ${text}`),
    french
      ? "Demandez le dernier point de contrôle du journal : cet export ne dit rien de ce qui s'est passé depuis."
      : 'Ask for the latest checkpoint of the log: this export says nothing of what happened since.',
  ];
}

function tellFailing(failed: NonNullable<Verdict['failed']>, language: Language): readonly string[] {
  const { check, where, detail } = failed;
  const question = questions[check][language];
  return language === 'fr'
    ? [
        `NE TIENT PAS : ${check} (${question}), en ${where}.`,
        `  ${detail}`,
        "Rien d'autre n'est dit de cet export.",
      ]
    : [
        `DOES NOT HOLD: ${check} (${question}), at ${where}.`,
        `  ${detail}`,
        'Nothing else is said of this export.',
      ];
}
