import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { openDeviceSession } from '../../src/cli/device-session.js';
import { DeviceHome } from '../../src/cli/home.js';
import { readNamedOfficer } from '../../src/cli/officers.js';
import { type PrepareOptions, prepare } from '../../src/cli/outbox/prepare.js';
import { evidenceNumber } from '../../src/custody/evidence/number.js';
import { registeredBody } from '../helpers/bodies/evidence.js';

import { createFieldCase, minutesAgo } from '../helpers/field-case.js';
import { uuidOf } from '../helpers/procedure.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.test('nobody leaves without his scene: what is unknown is refused, what comes along is named', async t => {
  const field = await createFieldCase(t);
  const { stage, incident, scene, site, clearance } = field;
  const item = stage.newId();
  const body = registeredBody(minutesAgo(60), {
    incident,
    scene,
    photographs: [],
    withoutPhotograph: 'DEMO: no camera',
    quantity: { amount: '1', unit: { code: 'PIECE', text: null }, countedBy: field.idOf('DEMO-WIT-1') },
  });
  await stage.require([
    {
      subject: `evidence/${item}`,
      type: 'evidence.registered',
      by: 'DEMO-WIT-1/WIT',
      refs: [clearance],
      body,
    },
  ]);
  const home = join(await createTestFolder(t), 'laptop');
  const { origin, logSubject } = stage;
  await new DeviceHome(home).saveDevice({ service: field.url, origin, logSubject, logKey: 'demo' });
  const signer = await readNamedOfficer(field.as('DEMO-WIT-1'), 'en');
  const run = async (options: Partial<PrepareOptions>, language: 'en' | 'fr' = 'en') => {
    const told: { value?: unknown; lines: readonly string[] } = { lines: [] };
    const output = {
      language,
      json: false,
      note: () => {},
      result: (value: unknown, lines: readonly string[]) => Object.assign(told, { value, lines }),
    };
    const as = field.as('DEMO-WIT-1');
    await prepare(await openDeviceSession(home, output), signer, { as, ...options }, output);
    return told;
  };

  const wrong = randomUUID();
  for (const kind of ['incident', 'scene', 'item'] as const) {
    const subject = `${kind === 'item' ? 'evidence' : kind}/${wrong}`;
    for (const language of ['en', 'fr'] as const) {
      const said = language === 'fr' ? /^Rien n'a été emporté/ : /^Nothing was taken along/;
      const refused = run({ scene: [scene], [kind]: [wrong] }, language);
      const { name, text } = await refused.then(
        () => t.fail(subject),
        error => error,
      );
      t.equal(name, 'UsageError', subject);
      t.match(text[language], said);
      t.match(text[language], subject);
    }
  }
  await t.rejects(readFile(join(home, 'taken-along.sealed')), { code: 'ENOENT' });

  const { value, lines } = await run({ incident: [incident], scene: [scene], store: [site], item: [item] });
  const number = evidenceNumber(item);
  t.match(value, {
    named: [
      { subject: `incident/${incident}`, name: String, items: 1 },
      { subject: `scene/${scene}`, name: 'DEMO camp', items: 1 },
      { subject: `site/${site}`, name: 'DEMO sector store', items: 0 },
      { subject: `evidence/${item}`, name: number, items: null },
    ],
  });
  t.match(lines.slice(1, 5), [
    /^ {2}Incident .*, 1 item$/,
    '  Scene DEMO camp, 1 item',
    '  Site DEMO sector store, 0 items',
    `  Evidence item ${number}`,
  ]);
  t.match((await run({ scene: [scene] }, 'fr')).lines[1], / {2}Lieux .*, 1 pièce$/);

  const byName = await run({ scene: ['DEMO camp'], store: ['DEMO sector store'], item: [number] });
  t.match(byName.lines.slice(1, 4), [/DEMO camp/, /DEMO sector store/, number]);
  t.match(
    (await run({ store: [uuidOf('DEMO-GENERAL')] })).lines[1],
    /DEMO sector store/,
    'by the UUID of a store',
  );
});
