import type { Text } from '../custody/text.js';
import { formatTime } from '../log/index.js';
import type { Contents } from './bag/contents.js';
import type { EventWalk } from './events/event-walk.js';
import type { NotProven } from './not-proven.js';

/** Disputed events named at most: a stolen key may have signed for years. */
const MAX_DISPUTED = 1000;

/**
 * What the events leave open: claims withheld or erased, disputed events, files and references that are not inside
 * (log-format sections 2, 8 and 12).
 */
export function listNotProven(walk: EventWalk, contents: Contents, notProven: NotProven): void {
  if (walk.anchors.length === 0) {
    notProven.add({
      en: 'time received not anchored: no log.anchored with a quorum of this policy is inside',
      fr: "heure de réception non ancrée : aucun log.anchored avec quorum de cette politique n'est présent",
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
  for (const text of describeDisputed(walk)) notProven.add(text);
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

/** Listed, not cleared: each with what else vouches for it. */
function* describeDisputed(walk: EventWalk): Generator<Text> {
  let count = 0;
  for (const { kid, since, revoked } of walk.officers.compromised) {
    for (const { index, countersignatures } of walk.signedWith.between(kid, since, revoked)) {
      if (++count > MAX_DISPUTED) {
        yield {
          en: `more than ${MAX_DISPUTED} disputed events`,
          fr: `plus de ${MAX_DISPUTED} actes contestés`,
        };
        return;
      }
      const anchor = walk.anchors.find(({ size }) => size > index);
      const seen = anchor === undefined ? null : formatTime(Math.min(...anchor.seen));
      yield {
        en: [
          `disputed event at leaf ${index}, key ${kid} compromised since leaf ${since}`,
          `countersignatures by others: ${countersignatures}`,
          seen === null ? 'no anchor covers it' : `seen by witnesses at ${seen}`,
        ].join('; '),
        fr: [
          `acte contesté à la feuille ${index}, clé ${kid} compromise depuis la feuille ${since}`,
          `contreseings par d'autres : ${countersignatures}`,
          seen === null ? 'aucun ancrage ne le couvre' : `vu par des témoins à ${seen}`,
        ].join(' ; '),
      };
    }
  }
}
