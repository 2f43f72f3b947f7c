import type { DossierState } from '../../custody/dossier/state.js';
import type { Step } from '../../custody/judge/world.js';
import type { TransferState } from '../../custody/transfer/state.js';
import type { JsonObject } from '../../log/index.js';
import type { Projection } from './projection.js';
import { insertRows, type Row } from './write-rows.js';

/** What was given, by the acts that say so (RQ-65): each act is a leaf of its own, so a row is written once. */
export const givenProjection: Projection = {
  tables: ['given'],
  write: (trx, { steps }) => insertRows(trx, 'given', steps.flatMap(givenRows)),
};

interface Recipient {
  readonly unit: string;
  readonly capacity: string;
  readonly nationalReferences?: readonly string[];
}

/** What an act of this type gives, by its body and the state that it leaves; undefined: nothing. */
const givingActs: Readonly<
  Record<
    string,
    (
      step: Step,
    ) => (Pick<Row<'given'>, 'by' | 'release'> & { readonly pieces: readonly string[] }) | undefined
  >
> = {
  'transfer.received'({ act, after }) {
    const { release } = after as TransferState;
    return release === null ? undefined : { by: 'HANDOVER', release, pieces: itemsOf(act.body) };
  },
  'dossier.delivered'({ after }) {
    const { release, pieces } = after as DossierState;
    return { by: 'DOSSIER', release, pieces };
  },
  'release.copy-disclosed': ({ act }) => ({ by: 'COPY', release: act.id, pieces: itemsOf(act.body) }),
};

function givenRows(step: Step): readonly Row<'given'>[] {
  const { type, subject, body, actor, index } = step.act;
  const giving = Object.hasOwn(givingActs, type) ? givingActs[type]?.(step) : undefined;
  const to = (body.recipient ?? body.handover ?? null) as Recipient | null;
  if (giving === undefined || to === null) return [];
  const { by, release, pieces } = giving;
  const { at } = body.occurred as { readonly at: string };
  return pieces.map((piece, position) => ({
    leaf: index,
    position,
    release,
    by,
    given: subject,
    piece,
    unit: to.unit,
    capacity: to.capacity,
    national_references: to.nationalReferences ?? textsOf(body.nationalReferences ?? body.references),
    at,
    officer: actor.officer,
  }));
}

function itemsOf({ items }: JsonObject): readonly string[] {
  return (items as readonly { readonly subject: string }[]).map(({ subject }) => subject);
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
