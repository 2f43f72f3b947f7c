import { type RoleCode, roleCodes } from '../../src/custody/roles.js';
import type { OracleReader } from './reading-oracle.js';
import type { TestStage } from './test-stage.js';

export interface NamedReader extends OracleReader {
  readonly name: string;
}

/** Roles that see only what has to do with them: an officer beside the story, and one who has no part in it. */
const scoped: readonly RoleCode[] = [
  'FR',
  'EOD',
  'WIT',
  'CSO',
  'COU',
  'SEC',
  'LABR',
  'LABX',
  'LABV',
  'NAT-OPJ',
  'NAT-GRF',
  'NAT-PRO',
];
/** Officers of the story who hold, give, receive, carry or look into something. */
const storied = ['DEMO-WIT-1', 'DEMO-SEC-1', 'DEMO-COU-1', 'DEMO-HQC-1', 'DEMO-OPJ-1'];

/** Of every role one who has no part in the story, and of those with a scope one of a unit that has; and who plays in it. */
export async function enlistReaders({ stage, log }: TestStage): Promise<readonly NamedReader[]> {
  const unitCalled = async (code: string) =>
    (await log.db.selectFrom('unit').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id;
  const mission = await unitCalled('DEMO-MISSION-UNIT');
  const laboratory = await unitCalled('DEMO-LABORATORY');
  const brigade = await unitCalled('DEMO-NATIONAL-BRIGADE');
  const otherBrigade = await unitCalled('DEMO-OTHER-BRIGADE');
  const made: NamedReader[] = [];
  for (const name of storied) {
    const { officer } = stage.officer(name);
    const { state } = await log.db
      .selectFrom('subject')
      .select('state')
      .where('subject', '=', `officer/${officer}`)
      .executeTakeFirstOrThrow();
    const { unit, grants } = state as { unit: string; grants: Record<string, { role: string }> };
    made.push({ name, officer, unit, role: Object.values(grants)[0]?.role ?? '' });
  }
  const enlist = async (name: string, role: RoleCode, unit: string | null) => {
    const officer = await stage.enlist(name, [role], { unit, national: role.startsWith('NAT-') });
    made.push({ name, officer, unit, role });
  };
  const near = (role: RoleCode) =>
    role.startsWith('NAT-') ? brigade : role.startsWith('LAB') ? laboratory : mission;
  for (const role of roleCodes) {
    await enlist(`DEMO-FAR-${role}`, role, role.startsWith('NAT-') ? otherBrigade : null);
    if (scoped.includes(role)) await enlist(`DEMO-NEAR-${role}`, role, near(role));
  }
  return made;
}
