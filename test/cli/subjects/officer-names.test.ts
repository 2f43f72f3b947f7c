import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import type { DeviceSession } from '../../../src/cli/device-session.js';
import { namesOf } from '../../../src/cli/subjects/officer-names.js';
import type { JsonObject } from '../../../src/log/index.js';
import { jwkOf } from '../../helpers/bodies/officer.js';
import { uuidOf } from '../../helpers/procedure.js';
import { createTestFolder } from '../../helpers/test-folder.js';

const [examiner, reviewer] = [uuidOf('DEMO-LABX-1'), uuidOf('DEMO-LABV-1')];

/** A service that shows these claims of an officer's registration. */
function showing(claimsOf: (officer: string) => readonly JsonObject[]): DeviceSession {
  const get = async (path: string) => ({ items: [{ claims: claimsOf(path.split('/')[3] ?? '') }] });
  return { service: { get } } as unknown as DeviceSession;
}

t.test(
  'design section 6: a name as far as this reader is shown it; else what is written on a card',
  async t => {
    const card = join(await createTestFolder(t), 'reviewer.card.json');
    const onCard = {
      v: 1,
      kind: 'scelle-public-card',
      officer: reviewer,
      label: 'DEMO reviewer',
      jwk: jwkOf('DEMO'),
    };
    await writeFile(card, JSON.stringify(onCard));
    const withheld = showing(() => [{ pointer: '/name' }]);
    t.same([...(await namesOf(withheld, [examiner, reviewer], []))], []);
    t.same([...(await namesOf(withheld, [examiner, reviewer], [card]))], [[reviewer, 'DEMO reviewer']]);
    const shown = showing(officer => [
      { pointer: '/name', value: officer === examiner ? 'DEMO-A' : 'DEMO-B' },
    ]);
    t.same(
      Object.fromEntries(await namesOf(shown, [examiner, reviewer], [card])),
      { [examiner]: 'DEMO-A', [reviewer]: 'DEMO-B' },
      'the register knows better than a card',
    );
  },
);
