import { isJsonObject, type JsonValue } from '../../../log/index.js';
import type { RegisteredItem } from '../items/demo-item.js';
import { row } from '../lay-out.js';
import type { Play } from '../play.js';

/** Events after which somebody else answers for the item. */
const changesOfCustody = [
  'evidence.collected',
  'evidence.received-from-outside',
  'evidence.departed',
  'evidence.passed-on',
  'evidence.received',
  'evidence.checked-out',
  'evidence.returned',
];

/** Each item's custody, read over HTTP by the case officer: since when, who, under which act. */
export async function showCustody(play: Play, items: readonly RegisteredItem[]): Promise<void> {
  const { narrator, stage } = play;
  narrator.heading({ en: 'Custody, item by item', fr: 'Garde, pièce par pièce' });
  const service = await stage.readingAs('DEMO-CASE-1');
  for (const { id, label } of items) {
    const [current, history] = await Promise.all([
      service.get(`/v1/evidence/${id}`),
      service.get(`/v1/evidence/${id}/history`),
    ]);
    const state = isJsonObject(current.state) ? current.state : {};
    const events = Array.isArray(history.items) ? history.items : [];
    narrator.show([
      `${label}  ${state.number}  ${state.physical}`,
      ...events.flatMap(event => custodyRow(event, play)),
    ]);
  }
}

function custodyRow(event: JsonValue, { stage }: Play): readonly string[] {
  if (!isJsonObject(event) || !changesOfCustody.includes(String(event.type))) return [];
  const { index, type, actor, body } = event;
  const occurred = isJsonObject(body) && isJsonObject(body.occurred) ? String(body.occurred.at) : '';
  const who = isJsonObject(actor) ? `${stage.labelOf(String(actor.officer))}/${actor.role}` : '';
  return [`  ${row([occurred.slice(0, 16), who, String(type), `[#${index}]`], [16, 16, 32])}`];
}
