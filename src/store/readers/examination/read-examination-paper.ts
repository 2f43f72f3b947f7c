import type { Kysely } from 'kysely';
import type { ExaminationState } from '../../../custody/examination/state.js';
import type { Database } from '../../schema/index.js';
import { readUnitCodes } from '../transfer/read-transfer-paper.js';
import { readSignedActs, type SignedAct } from '../transfer/signed-act.js';

/** All that is printed of an examination. Names of persons are nowhere in it, withheld claims stay withheld. */
export interface ExaminationPaper {
  readonly id: string;
  readonly examination: ExaminationState;
  readonly acts: readonly SignedAct[];
  /** Code of the unit of each officer and of each unit named, by UUID. */
  readonly units: ReadonlyMap<string, string>;
  readonly caseFile: string;
}

/** Reads an examination for its papers; who asks may see it with its events. */
export async function readExaminationPaper(db: Kysely<Database>, id: string): Promise<ExaminationPaper> {
  const subject = `examination/${id}`;
  const [row, acts] = await Promise.all([
    db.selectFrom('subject').select('state').where('subject', '=', subject).executeTakeFirstOrThrow(),
    readSignedActs(db, subject),
  ]);
  const examination = row.state as unknown as ExaminationState;
  const incident = await db
    .selectFrom('incident')
    .select('case_file')
    .where('id', '=', examination.incident)
    .executeTakeFirst();
  const signers = acts.flatMap(act => [act, ...act.countersigned]).map(({ officer }) => officer);
  const units = await readUnitCodes(db, signers, [examination.laboratory, examination.requestingUnit]);
  return { id, examination, acts, units, caseFile: incident?.case_file ?? '–' };
}
