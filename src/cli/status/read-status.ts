import { isWaiting, readPages, readSopInForce, ServiceProblem } from '../../client/index.js';
import type { EvidenceState } from '../../custody/evidence/state.js';
import type { Sop } from '../../custody/sop/document.js';
import { formatTime, isJsonObject, type JsonObject } from '../../log/index.js';
import { type DeviceSession, knownLog, readTakenAlong } from '../device-session.js';
import { UsageError } from '../usage-error.js';

/** Where an item stands, as the service or this device knows it. */
export interface ItemStatus {
  /** As the service answers it; offline with the same members, as far as they were taken along. */
  readonly current: JsonObject;
  /** Null where the reader may see a summary only. */
  readonly state: EvidenceState | null;
  readonly history: readonly JsonObject[];
  readonly sop: Sop | null;
  /** When what is told was read; null: now. */
  readonly asOf: string | null;
}

export async function readStatus(session: DeviceSession, id: string): Promise<ItemStatus> {
  const current = await itemOf(session, id);
  const [history, sop] = await Promise.all([historyOf(session, id), readSopInForce(session.service)]);
  const state = isJsonObject(current.state ?? null) ? current.state : null;
  return { current, state: state as unknown as EvidenceState | null, history, sop, asOf: null };
}

async function itemOf({ service }: DeviceSession, id: string): Promise<JsonObject> {
  try {
    return await service.get(`/v1/evidence/${id}`);
  } catch (error) {
    if (!(error instanceof ServiceProblem) || error.problem.status !== 404) throw error;
    throw new UsageError(
      {
        en: `No such item, or you may not read it: evidence/${id}`,
        fr: `Cette pièce n'existe pas, ou vous ne pouvez la lire : evidence/${id}`,
      },
      { cause: error },
    );
  }
}

/** Empty where the reader may see where the item stands and not how it came there. */
async function historyOf({ service }: DeviceSession, id: string): Promise<readonly JsonObject[]> {
  try {
    return await readPages(service, `/v1/evidence/${id}/history`);
  } catch (error) {
    if (error instanceof ServiceProblem && error.problem.status === 403) return [];
    throw error;
  }
}

/** What was taken along, moved on by what was signed on this device since. @throws UsageError */
export async function statusOnDevice(session: DeviceSession, id: string): Promise<ItemStatus> {
  const subject = `evidence/${id}`;
  const taken = await readTakenAlong(session);
  const standing = taken === null ? undefined : (await knownLog(session, taken, new Set())).standing(subject);
  if (taken === null || standing === undefined) {
    throw new UsageError({
      en: `${session.device.service} cannot be reached, and this device knows nothing of ${subject}: take it along with \`scelle outbox prepare --item\``,
      fr: `${session.device.service} est injoignable, et cet appareil ne sait rien de ${subject} : emportez-la par \`scelle outbox prepare --item\``,
    });
  }
  const { seq, head, state } = standing;
  const asOf = formatTime(taken.takenAt.get(subject) ?? Date.now());
  const current = asJson({ id, subject, head: { seq, eventId: head }, state });
  const logged = [...taken.events.values()].filter(event => event.subject === subject);
  const history = [...logged.map(asJson), ...(await waitingActs(session, subject))].sort(
    (left, right) => Number(left.seq) - Number(right.seq),
  );
  return { current, state: state as EvidenceState, history, sop: taken.sop, asOf };
}

/** Acts on the subject that were signed here and are not in the log yet. */
async function waitingActs({ outbox }: DeviceSession, subject: string): Promise<readonly JsonObject[]> {
  const { entries } = await outbox.list();
  return entries
    .filter(isWaiting)
    .flatMap(({ batch }) => batch.events)
    .filter(({ payload }) => payload.subject === subject)
    .map(({ payload }) => asJson({ ...payload, index: null }));
}

function asJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
