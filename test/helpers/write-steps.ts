import type { Kysely } from 'kysely';
import type { Step } from '../../src/custody/judge/world.js';
import { insertEvents, writeSubjects } from '../../src/store/appender/insert.js';
import { transact } from '../../src/store/database.js';
import { writeProjections } from '../../src/store/projections/index.js';
import type { Database } from '../../src/store/schema/index.js';

/** An act of a test at a leaf, and what it made of its subject; nothing was signed. */
export function stepAt(
  index: number,
  subject: string,
  type: string,
  receivedAt: number,
  after: object,
  before?: object,
): Step {
  const act = {
    eventId: `event-${index}`,
    subject,
    id: subject.slice(subject.indexOf('/') + 1),
    seq: index + 1,
    type,
    form: 1,
    actor: { officer: '00000000-0000-7000-8000-000000000001', role: 'WIT' },
    kid: '',
    at: '',
    refs: [],
    body: {},
    index,
    receivedAt,
  };
  return { act, before, after };
}

/**
 * Tables for reading as the appender would write them for acts that the rules alone have accepted. Subjects that a
 * test supposes get their state from `standings`.
 * @param jwsOf the statement at a leaf, where a reader looks into it
 */
export async function writeSteps(
  database: Kysely<Database>,
  steps: readonly Step[],
  standings: ReadonlyMap<string, { readonly state: unknown }> = new Map(),
  jwsOf: (index: number) => string = () => '',
): Promise<void> {
  const states = new Map<string, unknown>([...standings].map(([subject, { state }]) => [subject, state]));
  for (const { act, after } of steps) states.set(act.subject, after);
  await transact(database, async ({ db }) => {
    await insertEvents(
      db,
      steps.map(({ act }) => ({
        event: { ...act, form: 1, jws: jwsOf(act.index), alg: 'ES256' } as never,
        disclosures: [],
        index: act.index,
        receivedAt: act.receivedAt,
        leaf: new Uint8Array(145),
        leafHash: new Uint8Array(32),
      })),
    );
    await writeSubjects(
      db,
      [...states].map(([subject, state]) => ({
        subject,
        salt: new Uint8Array(32),
        headLeaf: new Uint8Array(32),
        seq: 1,
        head: 'head',
        state,
      })),
    );
    await writeProjections(db, { steps, disclosures: new Map() });
  });
}
