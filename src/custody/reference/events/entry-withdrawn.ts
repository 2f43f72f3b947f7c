import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import { EntryKey } from '../entry.js';
import { checkKnown } from '../known.js';
import { hasEntry, type ReferenceState } from '../state.js';

const body = Exactly({
  ...actMembers,
  key: EntryKey,
  reason: Prose('Why it is withdrawn', 'Raison du retrait'),
});

/** `reference.entry-withdrawn`: no new identification rests on it; those that do say so still. */
export const referenceEntryWithdrawn = following<ReferenceState, typeof body>({
  type: 'reference.entry-withdrawn',
  form: 1,
  source: 'E35',
  title: { en: 'Entry of a reference withdrawn', fr: "Entrée d'un recueil retirée" },
  body,
  decide(state, { body: { key } }) {
    const unknown = checkKnown(state, key);
    if (unknown.length > 0) return unknown;
    return refuseIf(!hasEntry(state, key), 'reference.entry-withdrawn-already', '/body/key', {
      key,
      name: state.name,
    });
  },
  evolve(state, { eventId, body: { key } }) {
    const standing = state.entries[key];
    if (standing === undefined) return state;
    return { ...state, entries: { ...state.entries, [key]: { ...standing, withdrawn: eventId } } };
  },
});
