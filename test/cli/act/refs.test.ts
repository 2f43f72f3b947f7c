import t from 'tap';
import { resolveRefs } from '../../../src/cli/act/refs.js';
import type { DeviceSession } from '../../../src/cli/device-session.js';
import type { SubjectNames } from '../../../src/cli/subjects/subject-names.js';
import { UsageError } from '../../../src/cli/usage-error.js';
import { writeKnowledge } from '../../../src/client/index.js';
import type { PlacedAct } from '../../../src/custody/rule.js';
import { reconstruction } from '../../../src/custody/sop/reconstruction.js';
import { uuidOf } from '../../helpers/procedure.js';

const scene = `scene/${uuidOf('DEMO scene')}`;
const id = (character: string) => character.repeat(43);

/** A device with one receipt, one event taken along, and a service that shows the history of the scene. */
const session = {
  outbox: {
    list: async () => ({ entries: [{ receipts: [{ index: 7, eventId: id('A') }] }], unreadable: [] }),
  },
  home: { path: (name: string) => name },
  vault: {
    read: async () =>
      writeKnowledge({
        sop: reconstruction,
        subjects: new Map(),
        events: new Map([[id('B'), { eventId: id('B'), index: 8 } as unknown as PlacedAct]]),
        claims: new Map(),
        takenAt: new Map(),
      }),
  },
  service: {
    get: async (path: string) =>
      path.startsWith(`/v1/scenes/${uuidOf('DEMO scene')}/history`)
        ? { items: [{ index: 9, eventId: id('C') }], next: null }
        : { items: [], next: null },
  },
} as unknown as DeviceSession;

const reachable = (online: boolean) => ({ online: async () => online }) as unknown as SubjectNames;

t.test('an act that another relies on is named by its number in the log or by its event id', async t => {
  const refs = await resolveRefs(['7', '#8', '#9', id('D')], [scene], session, reachable(true));
  t.same(refs, [id('A'), id('B'), id('C'), id('D')]);
  t.same(await resolveRefs(['7', '#8'], [], session, reachable(false)), [id('A'), id('B')], 'also offline');
});

t.test('what names no act is wrong usage, said before anything is signed', async t => {
  for (const [text, online] of [
    ['#9', false],
    ['#10', true],
    ['clearance', true],
    [id('A').slice(1), true],
    ['-1', true],
  ] as const) {
    const resolved = resolveRefs([text], [scene], session, reachable(online));
    await t.rejects(resolved, UsageError, text);
  }
});
