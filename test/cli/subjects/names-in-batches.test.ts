import t from 'tap';
import type { DeviceSession } from '../../../src/cli/device-session.js';
import { namesInBatches } from '../../../src/cli/subjects/names-in-batches.js';
import { roleTold } from '../../../src/custody/vocabulary/told.js';
import { uuidOf } from '../../helpers/procedure.js';

const [known, unknown] = [uuidOf('DEMO-COU-1'), uuidOf('DEMO-SEC-1')];
const cards = [
  { officer: known, label: 'DEMO-SEC-1/SEC' },
  { officer: unknown, label: 'DEMO-SEC-1/SEC' },
];

/** A device without anything taken along, at a service that knows these states. */
function sessionWith(states: Readonly<Record<string, object>>): DeviceSession {
  const missing = Object.assign(new Error('DEMO'), { code: 'ENOENT' });
  const heads = async (subjects: readonly string[]) =>
    subjects.flatMap(subject => (states[subject] === undefined ? [] : [{ subject, state: states[subject] }]));
  return {
    home: { path: () => 'DEMO' },
    vault: { read: () => Promise.reject(missing) },
    service: { isOpen: true, heads },
  } as unknown as DeviceSession;
}

t.test('what the register says of an officer stands before what he wrote on his own key', async t => {
  const grants = { '1': { role: 'COU', from: 0, until: null, granted: 1, ended: null } };
  const session = sessionWith({ [`officer/${known}`]: { grants } });
  const names = await namesInBatches(session, [], cards, 'en');
  t.equal(names.get(`officer/${known}`), roleTold('COU').en);
});

t.test('of whom nothing else is known the label is told, and that it is one', async t => {
  for (const session of [null, sessionWith({})]) {
    const french = await namesInBatches(session, [], cards, 'fr');
    t.equal(french.get(`officer/${unknown}`), 'd’après l’étiquette de la clé : DEMO-SEC-1/SEC');
    const english = await namesInBatches(session, [], cards, 'en');
    t.equal(english.get(`officer/${unknown}`), 'by the label of the key: DEMO-SEC-1/SEC');
  }
});
