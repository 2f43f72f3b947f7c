import type { Text } from '../custody/text.js';
import type { Contents } from './bag/contents.js';
import type { Covered } from './covered.js';
import { describeDisputed } from './disputed.js';
import type { EventWalk } from './events/event-walk.js';
import type { NotProven } from './not-proven.js';
import type { HeldOutcome } from './whole/held-checkpoints.js';

/**
 * What the events leave open: claims withheld or erased, disputed events, files and references that are not inside
 * (log-format sections 2, 8 and 12).
 * @param covered trees that are shown to be of this log and that others had seen
 */
export function listNotProven(
  walk: EventWalk,
  contents: Contents,
  covered: readonly Covered[],
  notProven: NotProven,
): void {
  if (walk.anchors.length === 0) {
    notProven.add({
      en: 'time received not anchored: no log.anchored with a quorum of this policy is inside',
      fr: "heure de réception non ancrée : aucun log.anchored avec quorum de cette politique n'est présent",
    });
  } else if (covered.length === 0) {
    notProven.add({
      en: 'time received not anchored: no log.anchored inside was compared with this tree, which no quorum has seen',
      fr: "heure de réception non ancrée : aucun log.anchored présent n'a été comparé à cet arbre, qu'aucun quorum n'a vu",
    });
  }
  notProven.addSome(
    { en: 'withheld claims, at leaves', fr: 'éléments réservés, aux feuilles' },
    walk.withheld.withheld,
  );
  notProven.addSome(
    { en: 'erased claims, at leaves', fr: 'éléments effacés, aux feuilles' },
    walk.withheld.erased,
  );
  notProven.addEach([...describeDisputed(walk, covered)]);
  const missing = [...walk.files.keys()].filter(sha256 => !contents.has(`file/${sha256}`));
  notProven.addSome(
    { en: 'files not inside, by SHA-256', fr: 'fichiers absents, par SHA-256' },
    missing.sort(),
  );
  const resized = [...walk.files.values()].filter(
    ({ sha256, size }) => contents.has(`file/${sha256}`) && contents.sizeOf(`file/${sha256}`) !== size,
  );
  notProven.addSome(
    {
      en: 'files inside whose size is not the one that was signed',
      fr: "fichiers présents dont la taille n'est pas celle qui fut signée",
    },
    resized.map(({ sha256 }) => sha256),
  );
  notProven.addSome({ en: 'references outside', fr: 'références au-dehors' }, [
    ...walk.groups.outside.keys(),
  ]);
}

/** Files that are made of the log for readers lie inside: tables, a print, copies. */
export function hasReport(contents: Contents): boolean {
  return contents.below('report/').next().done !== true;
}

/** By a receipt held, this is what the log recorded. */
export function isRecorded(held: readonly HeldOutcome[]): boolean {
  return held.some(({ records }) => records?.isThis);
}

/** No signature inside covers these files: the hash in the act that records the whole does (E41, E60). */
export function listReport(notProven: NotProven): void {
  notProven.add({
    en: 'that report/ (tables, print, copies, page) is what was recorded: only the receipt of the act that records it (dossier.built, export.generated), handed over apart, shows it',
    fr: "que report/ (tableaux, imprimé, copies, page) soit ce qui fut consigné : seul le récépissé de l'acte qui le consigne (dossier.built, export.generated), remis à part, le montre",
  });
}

/** Checkpoints held that were not compared; people are told all of them, by their outcome. */
export function listHeld(held: readonly HeldOutcome[], notProven: NotProven): void {
  for (const [position, { outcome, size, records }] of held.entries()) {
    if (outcome === 'compared') continue;
    const number = position + 1;
    const open = records?.isThis && outcome === 'newer' ? recordedLater : openOutcomes[outcome];
    const ofSize: Text = { en: `size ${size}`, fr: `taille ${size}` };
    const text: Text = {
      en: `checkpoint held ${number}: ${open.en}${outcome === 'newer' ? ` (${ofSize.en})` : ''}`,
      fr: `point de contrôle détenu ${number} : ${open.fr}${outcome === 'newer' ? ` (${ofSize.fr})` : ''}`,
    };
    notProven.addAll([text], []);
  }
}

const notCompared: Text = { en: 'could not be compared', fr: "n'a pas pu être comparé" };

/** An act that records an export comes after it, so the tree that its receipt is under is larger. */
const recordedLater: Text = {
  en: `${notCompared.en}: of the larger tree in which the log recorded this`,
  fr: `${notCompared.fr} : de l'arbre plus grand dans lequel le journal a consigné ceci`,
};

const openOutcomes: Record<Exclude<HeldOutcome['outcome'], 'compared'>, Text> = {
  'not of this log': {
    en: 'not one of this log by this policy',
    fr: 'pas de ce journal selon cette politique',
  },
  'key not in force': {
    en: 'signed by a key of this log that is not the one in force for its size, and so not believed',
    fr: "signé d'une clé de ce journal qui n'est pas celle en vigueur pour sa taille, donc pas cru",
  },
  altered: {
    en: 'of this log, but the receipt with it does not verify: its statement is not what the log entered',
    fr: "de ce journal, mais le récépissé qui l'accompagne est faux : sa déclaration n'est pas ce que le journal a inscrit",
  },
  'not comparable': notCompared,
  newer: {
    en: `${notCompared.en}: of a larger tree than this export, which may be cut`,
    fr: `${notCompared.fr} : d'un arbre plus grand que cet export, qui est peut-être tronqué`,
  },
};
