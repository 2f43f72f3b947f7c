import type { Kysely } from 'kysely';
import { eventRule } from '../../../custody/catalogue.js';
import type { ExaminationState } from '../../../custody/examination/state.js';
import { digestsOfReport } from '../../../custody/schema/annotations.js';
import { disclosureDigest, revealBody } from '../../../log/index.js';
import { readDisclosures } from '../../read-disclosures.js';
import type { Database } from '../../schema/index.js';
import { readUnitCodes } from '../transfer/read-transfer-paper.js';
import { type ItemOfAct, readSignedActs, type SignedAct } from '../transfer/signed-act.js';

/** All that is printed of an examination. Names of persons are nowhere in it. */
export interface ExaminationPaper {
  readonly id: string;
  readonly examination: ExaminationState;
  readonly acts: readonly SignedAct[];
  /** Code of the unit of each officer and of each unit named, by UUID. */
  readonly units: ReadonlyMap<string, string>;
  readonly caseFile: string;
}

/**
 * Reads an examination for its papers; who asks may see it with its events.
 * @param withheld he may see what is withheld too: what was found (GATE-6), the device in detail, leads
 */
export async function readExaminationPaper(
  db: Kysely<Database>,
  id: string,
  { withheld }: { readonly withheld: boolean },
): Promise<ExaminationPaper> {
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
  const told = withheld ? await withClaims(db, acts) : acts;
  return { id, examination, acts: told, units, caseFile: incident?.case_file ?? '–' };
}

/** The acts with their claims in place. Of an item's own history only what belongs to a report is opened by it. */
async function withClaims(db: Kysely<Database>, acts: readonly SignedAct[]): Promise<readonly SignedAct[]> {
  const events = acts.flatMap(({ eventId, items }) => [eventId, ...items.map(item => item.eventId)]);
  const disclosures = await readDisclosures(db, events);
  const open = (eventId: string) => disclosures.get(eventId) ?? [];
  return acts.map(act => ({
    ...act,
    body: revealBody(act.body, open(act.eventId), { complete: false }),
    items: act.items.map(item => ({
      ...item,
      body: revealBody(item.body, ofReport(item, open(item.eventId)), { complete: false }),
    })),
  }));
}

function ofReport({ type, form, body }: ItemOfAct, disclosures: readonly string[]): readonly string[] {
  const rule = eventRule(type, form);
  const digests = rule === undefined ? [] : digestsOfReport(rule.body, body);
  return disclosures.filter(text => digests.includes(disclosureDigest(text)));
}
