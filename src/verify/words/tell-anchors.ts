import type { Language, Text } from '../../custody/text.js';
import type { Account } from '../account.js';

type Reason = Account['uncountedAnchors'][number]['reason'];

const MAX_NAMED = 20;

const reasons: Record<Reason, Text> = {
  unsigned: {
    en: 'not signed by this log, or by a witness who has signed otherwise',
    fr: "non signés par ce journal, ou d'un cosignataire qui a signé autre chose",
  },
  foreign: { en: 'of another log', fr: "d'un autre journal" },
  unseen: { en: 'no quorum of this policy', fr: 'sans quorum selon cette politique' },
};

/** Checkpoints that the log holds itself (`log.anchored`), as far as they bound nothing or are not compared. */
export function tellAnchors(account: Account, language: Language): readonly string[] {
  const { anchors, uncountedAnchors, uncomparedAnchors } = account;
  const lines: Text[] = [];
  for (const [reason, words] of Object.entries(reasons)) {
    const leaves = uncountedAnchors.filter(anchor => anchor.reason === reason).map(({ leaf }) => leaf);
    if (leaves.length === 0) continue;
    lines.push({
      en: `Anchors that bound no time, at leaves ${listed(leaves, 'and', 'more')}: ${words.en}.`,
      fr: `Ancrages qui ne bornent aucune heure, aux feuilles ${listed(leaves, 'et', 'de plus')} : ${words.fr}.`,
    });
  }
  if (uncomparedAnchors.length > 0) {
    const [open, all] = [uncomparedAnchors.length, anchors.length];
    lines.push({
      en: `Anchors: ${open} of ${all} were not compared with this tree, for the export has no proof from their sizes on; at leaves ${listed(uncomparedAnchors, 'and', 'more')}.`,
      fr: `Ancrages : ${open} sur ${all} n'ont pas été comparés à cet arbre, l'export n'ayant pas de preuve à partir de leurs tailles ; aux feuilles ${listed(uncomparedAnchors, 'et', 'de plus')}.`,
    });
  }
  return lines.map(line => line[language]);
}

/** Leaves one by one, `2, 4, 16`, as far as a line has room; after that how many more there are. */
export function listed(leaves: readonly number[], and: string, more: string): string {
  const rest = leaves.length - MAX_NAMED;
  return `${leaves.slice(0, MAX_NAMED).join(', ')}${rest > 0 ? ` ${and} ${rest} ${more}` : ''}`;
}
