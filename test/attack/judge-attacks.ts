import type { Test } from 'tap';
import type { Verdict } from '../../src/verify/index.js';
import { payloadOf } from '../helpers/forged/forged-log.js';
import { type Attack, type Audit, type Found, type Handed, toldFound, toldVerdict } from './attack.js';
import type { AttackedLog } from './attacked-log.js';
import { audit } from './audit.js';
import { reportFound } from './report.js';

/**
 * Each attack in turn: what it did is really another export, the same auditor says `ok` of the one that was not
 * tampered with, and finds the tampering by the check that was named, where it was done.
 */
export async function judgeAttacks(
  t: Test,
  family: string,
  attacks: readonly Attack[],
  log: AttackedLog,
): Promise<void> {
  const controls = new Controls();
  for (const attack of attacks) {
    await t.test(`${family}: ${attack.title}`, async t => {
      const audits = await attack.tamper(log, t);
      t.ok(audits.length > 0, 'somebody looks at it');
      for (const one of audits) {
        await controls.check(t, one);
        const said = await judge(t, one);
        const { title, has } = attack;
        reportFound({ family, title, has, of: one.of, held: one.held, named: toldFound(one.found), said });
      }
    });
  }
}

async function judge(
  t: Test,
  { of, given, held, known = [], policy, found, untampered }: Audit,
): Promise<string> {
  const who = `${of}, with ${held}: ${toldFound(found)}`;
  if (given instanceof Error) {
    if ('noExport' in found) t.match(given.message, found.noExport, who);
    else t.fail(`${who}; there is no export: ${given.message}`);
    return `no export: ${given.message}`;
  }
  t.not(digestOf(given), digestOf(untampered), 'something was changed');
  const verdict = await audit(given, { policy, known });
  t.ok(isFound(verdict, found, given), `${who}; said: ${toldVerdict(verdict)}`);
  return toldShortly(verdict, found);
}

/** What of the verdict concerns the attack. */
function toldShortly({ verdict, failed, notProven }: Verdict, found: Found): string {
  if (failed !== null) return `${failed.check} at ${failed.where}`;
  const told =
    'notProven' in found ? notProven.filter(said => found.notProven.some(text => text.test(said))) : [];
  return [verdict, ...told].join('; ');
}

function isFound({ failed, notProven }: Verdict, found: Found, given: Handed): boolean {
  if ('noExport' in found) return false;
  if ('notProven' in found) {
    return failed === null && found.notProven.every(text => notProven.some(said => text.test(said)));
  }
  if (failed?.check !== found.check) return false;
  const { where } = found;
  return typeof where === 'object'
    ? typeAt(given, failed.where) === where.type
    : failed.where === String(where);
}

function typeAt(files: Handed, index: string): unknown {
  const lines = Buffer.from(files.get('data/events.ndjson') ?? [])
    .toString()
    .split('\n');
  const line = lines.find(
    text => text.startsWith(`{"disclosures":`) && JSON.parse(text).index === Number(index),
  );
  return line && payloadOf(JSON.parse(line).jws).type;
}

function digestOf(files: Handed): string {
  const manifest = files.get('tagmanifest-sha256.txt');
  return [...files]
    .map(([path, bytes]) => `${path} ${bytes.length}`)
    .concat(Buffer.from(manifest ?? []).toString())
    .join('\n');
}

/** The same auditor looks at what was not tampered with. Once for each export and what he has. */
class Controls {
  readonly #said = new Map<Handed, Map<string, Promise<Verdict>>>();

  async check(t: Test, { of, held, untampered, policy, known = [], found }: Audit): Promise<void> {
    const said = this.#said.get(untampered) ?? new Map<string, Promise<Verdict>>();
    this.#said.set(untampered, said);
    const key = JSON.stringify([policy, ...known]);
    const verdict = said.get(key) ?? audit(untampered, { policy, known });
    said.set(key, verdict);
    const control = await verdict;
    t.equal(control.verdict, 'ok', `${of}, with ${held}, not tampered with: ${toldVerdict(control)}`);
    t.ok(
      !control.notProven.some(text => /could not be compared|not one of this log|does not verify/.test(text)),
      'and everything held is compared',
    );
    // Under a policy without a witness nobody independent sees anything, tampered with or not.
    if ('notProven' in found && policy.includes('witness ')) {
      const isSaid = found.notProven.every(text => control.notProven.some(said => text.test(said)));
      t.notOk(isSaid, 'and what is not proven of the other is proven of it');
    }
  }
}
