import { following } from '../../rule.js';
import { Exactly, List } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuse, refuseIf } from '../../violation.js';
import { checkEntry, EntryKey, entryMembers } from '../entry.js';
import type { ReferenceState } from '../state.js';

/** What one collection holds at most: its state is written whole with each act. */
const mostEntries = 5_000;

const body = Exactly({
  ...actMembers,
  entries: List(Exactly({ key: EntryKey, ...entryMembers }), 'Entries', 'Entrées', { min: 1, max: 200 }),
});

/** `reference.entries-added` (V5): each with its source, by whoever adds it. */
export const referenceEntriesAdded = following<ReferenceState, typeof body>({
  type: 'reference.entries-added',
  form: 1,
  source: 'E35, V5 [A6]',
  title: { en: 'Entries added to a reference', fr: 'Entrées ajoutées à un recueil' },
  body,
  decide({ entries: known, name }, { body: { entries } }) {
    const keys = entries.map(({ key }) => key);
    return [
      ...refuseIf(
        Object.keys(known).length + entries.length > mostEntries,
        'reference.full',
        '/body/entries',
        { name, most: String(mostEntries) },
      ),
      ...entries.flatMap(({ key, ...entry }, position) => [
        ...(Object.hasOwn(known, key) || keys.indexOf(key) < position
          ? [refuse('reference.key-taken', `/body/entries/${position}/key`, { key, name })]
          : []),
        ...checkEntry(entry, key, `/body/entries/${position}`),
      ]),
    ];
  },
  evolve: (state, { eventId, body: { entries } }) => ({
    ...state,
    entries: {
      ...state.entries,
      ...Object.fromEntries(entries.map(({ key }) => [key, { event: eventId, withdrawn: null }])),
    },
  }),
});
