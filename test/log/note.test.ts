import t from 'tap';
import {
  base64Bytes,
  base64urlText,
  createSigner,
  createVerifierKey,
  formatNote,
  formatVerifierKey,
  parseNote,
  parseVerifierKey,
  signNote,
  type VerifierKey,
  verifyNote,
} from '../../src/log/index.js';
import { rejectsCheck, throwsCheck } from '../helpers/assert-format-error.js';
import { readVectors, skipWithoutVectors } from '../helpers/vectors.js';
import { createTestOfficer } from './signed-event.js';

interface NoteVectors {
  readonly sign: { readonly skey: string; readonly text: string; readonly note: string };
  readonly open: readonly {
    readonly name: string;
    readonly noteB64: string;
    readonly vkeys: readonly string[];
    readonly accept: boolean;
    readonly verified?: readonly string[];
  }[];
}

const parseKeys = (texts: readonly string[]): VerifierKey[] =>
  texts.map(text => parseVerifierKey(text, 'checkpoint'));

t.test('C2SP signed-note vectors', { skip: skipWithoutVectors }, async t => {
  const { open } = readVectors<NoteVectors>('signed-note.json');
  for (const { name, noteB64, vkeys, accept, verified } of open) {
    const bytes = base64Bytes(noteB64, 'checkpoint');
    const verify = async () => verifyNote(parseNote(bytes), parseKeys(vkeys));
    if (!accept) {
      await rejectsCheck(t, verify, 'checkpoint', name);
      continue;
    }
    const lines = await verify();
    t.strictSame(
      lines.map(line => line.key.name),
      verified,
      name,
    );
    t.equal(
      formatNote(parseNote(bytes)),
      new TextDecoder().decode(bytes),
      `${name} is written as it was read`,
    );
    t.strictSame(parseKeys(vkeys).map(formatVerifierKey), vkeys, `${name}: keys`);
  }
});

t.test('C2SP signed-note: signing gives the note of the vector', { skip: skipWithoutVectors }, async t => {
  const { sign, open } = readVectors<NoteVectors>('signed-note.json');
  const [vkey = ''] = open[0]?.vkeys ?? [];
  const key = parseVerifierKey(vkey, 'checkpoint');
  // The key text is PRIVATE+KEY+name+id+b64(type || seed).
  const seed = base64Bytes(sign.skey.split('+').slice(4).join('+'), 'key').subarray(1);
  const signer = await createSigner({ ...key.key.jwk, d: base64urlText(seed) });
  const { text } = sign;
  t.equal(formatNote({ text, signatures: [await signNote(text, key, signer)] }), sign.note);
});

const { key: publicKey, signer } = await createTestOfficer(1, 'Ed25519');
const key = createVerifierKey('demo.example/log', 'note', publicKey);
const text = 'line\n\nline after an empty one\n';

t.test('C2SP signed-note: a note with an empty line in its text', async t => {
  const note = formatNote({ text, signatures: [await signNote(text, key, signer)] });
  t.equal(parseNote(note).text, text);
  t.equal((await verifyNote(parseNote(note), [key])).length, 1);
});

t.test('C2SP signed-note: name and id together name a key', async t => {
  const line = await signNote(text, key, signer);
  const verify = (signatures: readonly (typeof line)[]) => verifyNote({ text, signatures }, [key]);
  t.equal((await verify([{ ...line, name: 'other' }, line])).length, 1, 'the same id, another name: ignored');
  t.equal((await verify([{ ...line, keyId: '00000000' }, line])).length, 1, 'another id: ignored');
  await rejectsCheck(t, () => verify([{ ...line, name: 'other' }]), 'checkpoint', 'unknown lines only');
  const bad = { ...line, signature: line.signature.with(0, (line.signature[0] ?? 0) ^ 1) };
  await rejectsCheck(t, () => verify([line, bad]), 'checkpoint', 'a good and a bad line of one key');
});

t.test('C2SP signed-note: 16 lines and more are accepted, 101 are not', async t => {
  const line = await signNote(text, key, signer);
  const unknown = { ...line, name: 'other' };
  const withLines = (count: number) =>
    formatNote({ text, signatures: [line, ...Array(count - 1).fill(unknown)] });
  t.equal((await verifyNote(parseNote(withLines(100)), [key])).length, 1);
  throwsCheck(t, () => parseNote(withLines(101)), 'checkpoint', '101 lines');
  throwsCheck(t, () => parseNote(`${'x'.repeat(1_000_000)}\n\n`), 'checkpoint', 'an oversized note');
});

t.test('C2SP signed-note: every malformed line is refused, checkpoint', async t => {
  const line = await signNote(text, key, signer);
  const good = formatNote({ text, signatures: [line] });
  const cases: Record<string, string> = {
    empty: '',
    'a hyphen for the dash': good.replace('\u2014', '-'),
    'two spaces': good.replace('\u2014 ', '\u2014  '),
    'a space at the end': good.replace(/\n$/, ' \n'),
    'carriage returns': good.replaceAll('\n', '\r\n'),
    'a plus in the name': good.replace('demo.example', 'demo+example'),
    'a Unicode space in the name': good.replace('demo.example', 'demo\u2003example'),
    'no name': good.replace('demo.example/log ', ''),
    'base64 with unused bits': good.replace(/.=\n$/, 'B=\n'),
    'an id alone': `${text}\n\u2014 demo AAAAAA==\n`,
    'a lone surrogate': `\ud800${good}`,
    'a tab': `\t${good}`,
  };
  for (const [name, note] of Object.entries(cases)) {
    throwsCheck(t, () => parseNote(note), 'checkpoint', name);
  }
  throwsCheck(t, () => parseNote(Uint8Array.of(0xff, 10, 10)), 'checkpoint', 'not UTF-8');
});

t.test('C2SP signed-note: verifier keys are read strictly', async t => {
  const good = formatVerifierKey(key);
  t.strictSame(parseVerifierKey(good, 'policy'), key);
  const [name = '', id = '', encoded = ''] = good.split(/\+(.{8})\+/);
  const cases: Record<string, string> = {
    'no parts': name,
    'another id': `${name}+00000000+${encoded}`,
    'another name': `x${good}`,
    'an upper-case id': `${name}+${id.toUpperCase()}x+${encoded}`,
    'a space in the name': good.replace('demo', 'de mo'),
    'no padding rule kept': `${good}=`,
    'an ECDSA key': 'PeterNeumann+c74f20a3+AgAA',
  };
  for (const [label, text] of Object.entries(cases)) {
    throwsCheck(t, () => parseVerifierKey(text, 'policy'), 'policy', label);
  }
  const { key: ecKey, signer: ecSigner } = await createTestOfficer(2);
  throwsCheck(t, () => createVerifierKey('demo', 'note', ecKey), 'key', 'not Ed25519');
  throwsCheck(t, () => createVerifierKey('de mo', 'note', publicKey), 'key', 'a space in a name');
  await rejectsCheck(t, () => signNote(text, key, ecSigner), 'key', 'signed by another key');
});
