import type { derivedBody } from '../../../custody/evidence/events/derived.js';
import type { documentedBody } from '../../../custody/evidence/events/documented.js';
import type { obtainedBody } from '../../../custody/evidence/events/obtained.js';
import type { registeredBody } from '../../../custody/evidence/events/registered.js';
import type { PlacedAct } from '../../../custody/rule.js';
import type { Static, TSchema } from '../../../custody/schema/described.js';
import { type CodedValue, codeOrText } from '../../../custody/vocabulary/coded.js';
import { identityOnRecord, isObliterated, type RecordedMarks } from './identity-of.js';
import { commonIdentity, type KnownItem } from './known-item.js';

type BodyOf<Schema extends TSchema> = Static<Schema>;

/** What the register knows of an item by the act that begins it; undefined of any other act. */
export function beginItem(
  act: PlacedAct,
  parentOf: (id: string) => KnownItem | undefined,
): KnownItem | undefined {
  const body: unknown = act.body;
  if (act.type === 'evidence.registered') return registered(body as BodyOf<typeof registeredBody>);
  if (act.type === 'evidence.documented') return documented(body as BodyOf<typeof documentedBody>);
  if (act.type === 'evidence.obtained') return obtained(body as BodyOf<typeof obtainedBody>);
  if (act.type !== 'evidence.derived') return undefined;
  const derived = body as BodyOf<typeof derivedBody>;
  return divided(derived, parentOf(derived.parent));
}

function registered(body: BodyOf<typeof registeredBody>): KnownItem {
  const { derivedFrom } = body;
  const component = derivedFrom?.relation.code === 'COMPONENT';
  return {
    ...described(body),
    incident: body.incident,
    category: body.category.code,
    subCategory: body.subCategory.code,
    origin: derivedFrom === null ? 'FOUND' : component ? 'COMPONENT' : 'TAKEN',
    takenFrom: derivedFrom?.parent ?? null,
    foundAs: body.foundAs.code,
    recoveringParty: codeOrText(body.recoveringParty),
    holding: body.holding,
  };
}

function documented(body: BodyOf<typeof documentedBody>): KnownItem {
  const { found, imported } = body;
  return {
    ...described(body),
    incident: body.incident,
    category: body.category.code,
    subCategory: body.subCategory.code,
    origin: 'FOUND',
    takenFrom: null,
    foundAs: body.foundAs.code,
    found: found === null ? null : { at: found.at, precision: found.precision },
    recoveringParty: codeOrText(body.recoveringParty),
    holding: 'DOCUMENTED_ONLY',
    import: imported?.import ?? null,
  };
}

function obtained(body: BodyOf<typeof obtainedBody>): KnownItem {
  return {
    ...described(body),
    incident: body.inherits.incident,
    category: body.category.code,
    subCategory: body.subCategory.code,
    origin: body.how.code === 'COMPONENT' ? 'COMPONENT' : 'TAKEN',
    takenFrom: body.parent,
    foundAs: 'DERIVED',
    recoveringParty: body.inherits.recoveringParty,
    holding: 'IN_CUSTODY',
  };
}

/**
 * A part of a lot that says nothing of what it is has what stood of the lot when it was divided, where that is the same of
 * every piece. How the lot was found holds of its parts as well.
 */
function divided(body: BodyOf<typeof derivedBody>, parent: KnownItem | undefined): KnownItem {
  const { inherits } = body;
  const own = described(body);
  const silent = body.interpretation === null;
  const common = parent === undefined ? null : commonIdentity(parent);
  const headstamp = own.recorded.headstamp;
  return {
    ...own,
    ...(silent && common !== null
      ? { recorded: { ...common, headstamp: headstamp ?? common.headstamp }, inherited: true }
      : {}),
    incident: inherits.incident,
    category: inherits.category,
    subCategory: inherits.subCategory,
    origin: 'DIVIDED',
    takenFrom: body.parent,
    foundAs: parent?.statement?.foundAs ?? inherits.foundAs,
    recoveringParty: inherits.recoveringParty,
    holding: 'IN_CUSTODY',
  };
}

interface Described extends RecordedMarks {
  readonly quantity: { readonly amount: string | null; readonly unit: CodedValue };
}

function described(body: Described) {
  return {
    found: null,
    import: null,
    obliterated: isObliterated(body.marks),
    amount: body.quantity.amount,
    unit: codeOrText(body.quantity.unit),
    consumed: [],
    recorded: identityOnRecord(body),
    inherited: false,
    statement: null,
  };
}
