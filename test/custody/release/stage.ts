import { judgeBatch } from '../../../src/custody/judge/judge-batch.js';
import { type JsonObject, readActs } from '../../../src/log/index.js';
import {
  releaseAct,
  releaseDecidedBody,
  releaseRequestedBody,
  waived,
} from '../../helpers/bodies/release.js';
import { requestSubject } from '../../helpers/bodies/request.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';

export const at = '2021-04-02T11:00:00Z';
export const unit = uuidOf('DEMO-UNIT');
export const legal = 'DEMO-LEG-1/LEG';
export const item = itemSubject('DEMO-1');
export const other = itemSubject('DEMO-2');
export const information = `information/${uuidOf('DEMO-INFO')}`;
const caseOfficer = 'DEMO-CASE-1/CASE';

/** Two items held at headquarters, a piece of information, a national unit and the request it sent. */
export function held(): Procedure {
  const procedure = new Procedure();
  const custodian = procedure.enlist('DEMO-HQC-1', 'HQC');
  for (const name of ['DEMO-1', 'DEMO-2']) procedure.suppose(itemSubject(name), heldItem(name, custodian));
  const { classification } = heldItem('DEMO-1', custodian);
  procedure.suppose(information, { corrections: [], number: 'DEMO-INFO', legal: {}, classification });
  procedure.suppose(`unit/${unit}`, {
    name: 'DEMO-PJS',
    code: 'DEMO-PJS',
    national: true,
    validFrom: '2013-05-01',
    validUntil: null,
  });
  procedure.suppose(requestSubject, { number: 'DEMO-RQ-1', closed: null });
  return procedure;
}

export function request(
  changes: JsonObject = {},
  members: JsonObject = {},
  pieces: readonly string[] = [item, other],
): Intent {
  const body = releaseRequestedBody(unit, at, changes);
  return releaseAct('requested', caseOfficer, body, pieces, undefined, members);
}

export function requested(): Procedure {
  const procedure = held();
  procedure.accept(request());
  return procedure;
}

/** A withheld member of an act of this piece, which a decision may hold back (GATE-8). */
export function withheldMember(procedure: Procedure, subject: string): JsonObject {
  const act = Buffer.from(subject.padEnd(32, '.').slice(0, 32)).toString('base64url');
  procedure.world.events.set(act, {
    eventId: act,
    subject,
    id: subject.slice(subject.indexOf('/') + 1),
    ...{ seq: 1, type: 'evidence.corrected', form: 1, kid: '', at, refs: [], index: 0, receivedAt: 0 },
    actor: { officer: '', role: 'WIT' },
    body: { name: { _sd: 'A'.repeat(43) }, told: 'DEMO' },
  });
  return { act, pointer: '/name' };
}

/**
 * An act of this piece that binds a photograph.
 * @param named 32 bytes in hexadecimal, of which its `event_id` is made
 * @param members beside the file
 */
export function bindPhotograph(
  procedure: Procedure,
  subject: string,
  sha256: string,
  named = sha256,
  members: JsonObject = { position: null },
): string {
  const eventId = Buffer.from(named, 'hex').toString('base64url');
  procedure.world.events.set(eventId, {
    ...{ eventId, subject, id: subject.slice(subject.indexOf('/') + 1), seq: 1 },
    ...{ type: 'evidence.collected', form: 1, kid: '', at, refs: [], index: 0, receivedAt: 0 },
    actor: { officer: '', role: 'WIT' },
    body: { photographs: [{ ...members, file: { sha256, size: 10, mediaType: 'image/jpeg' } }] },
  });
  return eventId;
}

/** What is asked for with a file of each of these pieces. */
export function requestWithFiles(
  asked: readonly { readonly piece: string; readonly files: readonly JsonObject[] }[],
): Intent {
  const act = request(
    {},
    {},
    asked.map(({ piece }) => piece),
  );
  const items = (act.items ?? []).map((event, position) => {
    const files = asked[position]?.files ?? [];
    return {
      ...event,
      body: { ...event.body, files: [...files] },
      refs: files.map(({ boundBy }) => String(boundBy)),
    };
  });
  return { ...act, items };
}

export function decide(
  changes: JsonObject = {},
  by = legal,
  pieces: readonly string[] = [item, other],
): Intent {
  // As a device does it: an act names all that its body relies on.
  const { redactions = [], originalPhotographs = [] } = changes as {
    redactions?: { members?: { act: string }[] }[];
    originalPhotographs?: { boundBy: string }[];
  };
  const named = [
    ...redactions.flatMap(({ members = [] }) => members.map(({ act }) => act)),
    ...originalPhotographs.map(({ boundBy }) => boundBy),
  ];
  const refs = [...new Set(named)];
  return { ...releaseAct('decided', by, releaseDecidedBody(at, changes), pieces), refs };
}

/** Of a decision in form 3, where reasons, grounds and risks stood in the clear: the rules that say no to it. */
export function refusedInClear(
  procedure: Procedure,
  changes: JsonObject = {},
  edition = 3,
): readonly string[] {
  const [group, ...items] = procedure.compose(decide());
  if (group === undefined) throw new Error('nothing was composed');
  const { body } = group;
  const inClear = {
    ...body,
    reasons: 'DEMO',
    torture: { ...(body.torture as JsonObject), risk: 'NONE_KNOWN', mitigation: null },
    sources: { identifiable: false, protectionPlan: null },
    inputs: waived(),
    ...changes,
  };
  const { acts } = readActs([{ ...group, form: 3, body: inClear }, ...items]);
  const verdict = judgeBatch(procedure.world, acts, {
    receivedAt: procedure.now,
    firstIndex: 0,
    sop: { ...procedure.sop, edition },
  });
  return verdict.kind === 'refused' ? verdict.violations.map(({ rule }) => rule) : [];
}
