import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import type { RegisterFromOptions } from '../../src/cli/register-from/options.js';
import { photographBody, readPhotograph } from '../../src/cli/register-from/photographs.js';
import {
  photographBodies,
  photographsOf,
  withPhotographFaults,
} from '../../src/cli/register-from/row-photographs.js';
import { cameraDataTold, tellCameraData } from '../../src/cli/register-from/tell-camera-data.js';
import type { Language } from '../../src/custody/text.js';
import { cameraImage, type WrittenByCamera } from '../helpers/camera-image.js';
import { jpegOf } from '../helpers/jpeg-of.js';
import { createTestFolder } from '../helpers/test-folder.js';

const written: WrittenByCamera = {
  make: 'DEMO-MAKER',
  model: 'DEMO-MODEL 1',
  dateTimeOriginal: '2019:01:31 23:30:00',
  offset: '+01:00',
  serialNumber: 'DEMO-SERIAL-77',
  position: [18.9425, 1.5075],
};
const stated = {
  number: 'A1-1',
  kind: 'CLOSE',
  scale: true,
  takenAt: '2021-04-02T06:20:00Z',
  device: 'DEMO-STATED',
};

function linesOf(
  photographs: readonly Parameters<typeof tellCameraData>[0][number][],
  language: Language,
): string {
  const lines: string[] = [];
  tellCameraData(photographs, {
    language,
    json: false,
    result: () => {},
    note: line => {
      lines.push(line);
    },
  });
  return lines.join('\n');
}

t.test('RQ-12, F-28: what a camera wrote is read and told as read', async t => {
  const folder = await createTestFolder(t);
  const bytes = cameraImage(written);
  await writeFile(join(folder, 'A1.jpg'), bytes);
  await writeFile(join(folder, 'A2.jpg'), cameraImage({ ...written, offset: null }));
  await writeFile(join(folder, 'A3.jpg'), jpegOf('DEMO: no camera wrote this'));
  const found = await readPhotograph(folder, 'A1.jpg', 'Africa/Bamako');
  const ofRow = { label: 'A1', number: 'A1-1', found, statedAt: stated.takenAt };

  await t.test('date, camera and place go into the form, the bytes stay as they are', async t => {
    t.match(photographBody(found, stated), {
      file: { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length },
      takenAt: '2019-01-31T22:30:00.000Z',
      device: 'DEMO-MAKER DEMO-MODEL 1',
      position: { latitude: '18.942500', longitude: '1.507500', accuracyMetres: null, datum: 'WGS84' },
    });
    t.same(await readFile(join(folder, 'A1.jpg')), bytes);
  });

  await t.test('a camera that writes no zone stands in that of the place', async t => {
    const bamako = await readPhotograph(folder, 'A2.jpg', 'Africa/Bamako');
    t.equal(bamako.camera.takenAt, '2019-01-31T23:30:00.000Z');
    const niamey = await readPhotograph(folder, 'A2.jpg', 'Africa/Niamey');
    t.equal(niamey.camera.takenAt, '2019-01-31T22:30:00.000Z');
  });

  await t.test('where nothing can be read the officer answers for time and camera', async t => {
    const none = await readPhotograph(folder, 'A3.jpg', 'Africa/Bamako');
    t.match(photographBody(none, stated), {
      takenAt: stated.takenAt,
      device: stated.device,
      position: null,
    });
    t.match(
      linesOf([{ label: 'A3', number: 'A3-1', found: none, statedAt: stated.takenAt }], 'en'),
      /as the officer states/,
    );
  });

  await t.test('told as the camera wrote it, beside what the officer states', async t => {
    const english = linesOf([ofRow], 'en');
    t.match(english, /A1\.jpg: as the camera wrote it, not checked: 2019-01-31T22:30:00.000Z, DEMO-MAKER/);
    t.match(english, /the officer states 2021-04-02T06:20:00Z/, 'two years apart: somebody has to look');
    t.match(english, /1 photographs hold a position, 1 a camera's serial number/);
    t.match(linesOf([ofRow], 'fr'), /selon l'appareil, non vérifié .*l'officier indique 2021-04-02/);
    const agreeing = linesOf([{ ...ofRow, statedAt: '2019-01-31T22:00:00Z' }], 'en');
    t.notMatch(agreeing, /the officer states/);
  });

  await t.test('F-28: neither the place nor the serial number is shown', async t => {
    const told = JSON.stringify(cameraDataTold(ofRow)) + linesOf([ofRow], 'en') + linesOf([ofRow], 'fr');
    t.notMatch(told, /18\.94|1\.507|DEMO-SERIAL/);
    t.match(cameraDataTold(ofRow), {
      label: 'A1',
      number: 'A1-1',
      file: 'A1.jpg',
      asWrittenByCamera: { takenAt: '2019-01-31T22:30:00.000Z', position: true, serialNumber: true },
    });
  });
});

t.test('F-28: photographs are numbered; what a file was called stands in nothing that is signed', async t => {
  const folder = await createTestFolder(t);
  const names = ['A1 DEMO-NAME.jpg', 'A1-side.jpg'];
  for (const name of names) await writeFile(join(folder, name), jpegOf('DEMO'));
  const found = await Promise.all(names.map(name => readPhotograph(folder, name, 'Africa/Bamako')));
  const row = { line: 2, label: 'A1', cells: new Map([['photographs.scale', 'yes']]) };
  const bodies = photographBodies(row, found, { camera: 'DEMO-CAMERA' } as RegisterFromOptions);
  t.same(
    bodies.map(({ number }) => number),
    ['A1-1', 'A1-2'],
  );
  t.notMatch(JSON.stringify(bodies), /DEMO-NAME|side/);
  t.match(
    linesOf(photographsOf([row], new Map([['A1', found]]), {} as RegisterFromOptions), 'fr'),
    [/^A1-1 = A1 DEMO-NAME\.jpg/m][0],
  );
});

t.test('a photograph without the name of its camera is said so, once, in words', async t => {
  const folder = await createTestFolder(t);
  await writeFile(join(folder, 'A1.jpg'), jpegOf('DEMO'));
  const found = [await readPhotograph(folder, 'A1.jpg', 'Africa/Bamako')];
  const row = { line: 2, label: 'A1', cells: new Map([['photographs.scale', 'yes']]) };
  const message = { en: 'DEMO', fr: 'DEMO' };
  const ofForm = { line: 2, label: 'A1', column: '/body/photographs/0/device', message };
  const faultsWith = (camera?: string) =>
    withPhotographFaults([ofForm], row, found, { camera } as RegisterFromOptions);
  t.match(faultsWith(), [
    {
      column: '--camera',
      message: { en: 'A1.jpg does not say its camera: give --camera NAME', fr: /appareil/ },
    },
  ]);
  t.same(faultsWith('DEMO-CAMERA'), []);
});
