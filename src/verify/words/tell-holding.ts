import { evidenceNumber, isEvidenceId } from '../../custody/evidence/number.js';
import { demonstrationMark, isDemonstration } from '../../custody/log/demonstration.js';
import type { Language } from '../../custody/text.js';
import { subjectKind } from '../../log/index.js';
import type { Account } from '../account.js';
import type { Verdict } from '../verdict.js';
import { subjectKindWords } from './subject-kind-words.js';
import { listed, tellAnchors } from './tell-anchors.js';
import { tellHeld, tellLarger, tellOther } from './tell-held.js';
import { tellTimes } from './tell-times.js';
import type { ToldVerdict } from './told-verdict.js';

export type Say = (en: string, fr: string) => string;

export function speaking(language: Language): Say {
  return (en, fr) => (language === 'fr' ? fr : en);
}

/** @param remarks what was found of what was handed over with it, in this language */
export function tellHolding(account: Account, remarks: readonly string[], language: Language): ToldVerdict {
  const say = speaking(language);
  return {
    outcome: 'holds',
    headline: describeContent(account, say),
    warnings: tellWarnings(account, say, language),
    facts: tellFacts(account, say, language),
    notProven: [...account.notProven, ...remarks],
    closing: [
      say(
        'Ask for the latest checkpoint of the log: this export says nothing of what happened since.',
        "Demandez le dernier point de contrôle du journal : cet export ne dit rien de ce qui s'est passé depuis.",
      ),
    ],
    beside: [],
  };
}

function tellWarnings(account: Account, say: Say, language: Language): readonly string[] {
  const { origin } = account.verdict;
  return [
    ...(origin !== null && isDemonstration(origin) ? [`${demonstrationMark[language]}.`] : []),
    ...tellOther(account, language),
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
  ];
}

function tellFacts(account: Account, say: Say, language: Language): readonly string[] {
  return [
    say(
      `Whole histories: ${countKinds(account.verdict.whole, language)}.`,
      `Historiques entiers : ${countKinds(account.verdict.whole, language)}.`,
    ),
    say(
      'Whether what the officers stated is true is not checked.',
      "Que ce que les officiers ont déclaré soit vrai n'est pas vérifié.",
    ),
    tellHash(account, say),
    tellTree(account, say),
    ...tellNewLogKey(account, say),
    ...tellTimes(account, language),
    ...tellAnchors(account, language),
    ...tellHeld(account, language),
  ];
}

function tellHash({ exportHash, recordedBy }: Account, say: Say): string {
  if (recordedBy === 'dossier.built')
    return say(
      `Hash of this dossier (SHA-256 of tagmanifest-sha256.txt): ${exportHash}; the event dossier.built in the log says who answers for it.`,
      `Empreinte de ce dossier (SHA-256 de tagmanifest-sha256.txt) : ${exportHash} ; l'acte dossier.built du journal dit qui en répond.`,
    );
  return say(
    `Hash of this export (SHA-256 of tagmanifest-sha256.txt): ${exportHash}; the event export.generated in the log says who ordered it.`,
    `Empreinte de cet export (SHA-256 de tagmanifest-sha256.txt) : ${exportHash} ; l'acte export.generated du journal dit qui l'a ordonné.`,
  );
}

/** What a print of the dossier, a witness or a publication names too: to be compared by a reader. */
function tellTree({ verdict: { size, root }, logKey }: Account, say: Say): string {
  return say(
    `Tree: ${size} leaves, root ${root}; key of the log ${logKey}.`,
    `Arbre : ${size} feuilles, racine ${root} ; clé du journal ${logKey}.`,
  );
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
function describeContent(account: Account, say: Say): string {
  const content = describeSigned(account, say);
  if (!account.unrecorded) return content;
  return say(
    `${content} NOT CHECKED: report/ (tables, print, copies, page), for no receipt records it.`,
    `${content} NON VÉRIFIÉ : report/ (tableaux, imprimé, copies, page), car aucun récépissé ne le consigne.`,
  );
}

function describeSigned({ verdict, complete }: Account, say: Say): string {
  const { counts, size, origin } = verdict;
  if (complete) {
    return say(
      `HOLDS: all ${counts.events} events of the log ${origin} are inside, as they were signed and entered.`,
      `TIENT : les ${counts.events} actes du journal ${origin} sont tous présents, tels qu'ils furent signés et inscrits.`,
    );
  }
  return say(
    `UNCHANGED: the acts inside${describeItem(verdict, say)} are as they were signed and entered: ${counts.events} events, a part of the log ${origin}, which has ${size}.`,
    `INCHANGÉ : les actes présents${describeItem(verdict, say)} sont tels qu'ils furent signés et inscrits : ${counts.events} actes, une partie du journal ${origin}, qui en a ${size}.`,
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
