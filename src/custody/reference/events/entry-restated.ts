import { following } from '../../rule.js';
import { Exactly, Prose, words } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { checkEntry, EntryKey, entryMembers } from '../entry.js';
import { checkKnown } from '../known.js';
import type { ReferenceState } from '../state.js';

const body = Exactly({
  ...actMembers,
  key: EntryKey,
  entry: Exactly(entryMembers, words('The entry, whole', "L'entrée, en entier")),
  reason: Prose('Why it is stated anew', 'Raison de la reformulation'),
});

/** `reference.entry-restated`: what the entry says from here on, also where it was withdrawn; what rests on it stays. */
export const referenceEntryRestated = following<ReferenceState, typeof body>({
  type: 'reference.entry-restated',
  form: 1,
  source: 'E35, RQ-05',
  title: { en: 'Entry of a reference stated anew', fr: "Entrée d'un recueil reformulée" },
  body,
  decide: (state, { body: { key, entry } }) => [
    ...checkKnown(state, key),
    ...checkEntry(entry, key, '/body/entry'),
  ],
  evolve: (state, { eventId, body: { key } }) => ({
    ...state,
    entries: { ...state.entries, [key]: { event: eventId, withdrawn: null } },
  }),
});
