import type { Language } from '../../../custody/text.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../log/index.js';
import { castList } from '../../cast/cast-list.js';
import { layOut, row } from '../../lay-out.js';
import { tellReason, tellRemark, tellStage } from '../custody-words.js';
import type { RegisteredItem } from '../items/demo-item.js';
import { DemoError } from '../narrator.js';
import type { Play } from '../play.js';

/** Who had an item, where, under which seal and why, as the service answered it. */
export interface ShownCustody {
  readonly label: string;
  readonly id: string;
  readonly number: string;
  readonly physical: string;
  readonly periods: readonly JsonObject[];
  readonly remarks: readonly string[];
}

const widths = [16, 18, 22, 12];

/** RQ-04: each item's custody, read over HTTP by the case officer in a session of his own. */
export async function showCustody(
  play: Play,
  items: readonly RegisteredItem[],
): Promise<readonly ShownCustody[]> {
  const { narrator, stage } = play;
  narrator.heading({
    en: 'Custody, item by item: since when, who, where, under which seal, why',
    fr: 'Garde, pièce par pièce : depuis quand, qui, où, sous quel scellé, pourquoi',
  });
  narrator.say({
    en: 'Read over HTTP by the case officer. A seal marked ! was found damaged, one marked / is open. * role not held at that time.',
    fr: "Lu par HTTP par l'officier chargé de l'affaire. Un scellé marqué ! a été trouvé altéré, un scellé marqué / est ouvert. * qualité non détenue à cette date.",
  });
  const service = await stage.readingAs('DEMO-CASE-1');
  const shown: ShownCustody[] = [];
  for (const { id, label } of items) {
    play.goOn();
    const [current, custody] = await Promise.all([
      service.get(`/v1/evidence/${id}`),
      service.get(`/v1/evidence/${id}/custody`),
    ]);
    const of = read(label, id, current, custody);
    shown.push(of);
    narrator.show(tellCustody(play, of));
  }
  return shown;
}

function read(label: string, id: string, current: JsonObject, custody: JsonObject): ShownCustody {
  const state = objectOf(current.state);
  const remarks = listOf(state.remarks).map(({ kind }) => String(kind));
  return {
    label,
    id,
    number: String(custody.number),
    physical: String(state.physical),
    periods: listOf(custody.periods),
    remarks: [...new Set(remarks)],
  };
}

function tellCustody(
  play: Play,
  { label, number, physical, periods, remarks }: ShownCustody,
): readonly string[] {
  const { language } = play.narrator;
  const stays = language === 'fr' ? 'Reste inscrit : ' : 'Stays on it: ';
  return [
    `${label}  ${number}  ${tellStage(physical, language)}`,
    ...periods.filter(lasts).flatMap(period => tellPeriod(play, period)),
    ...(remarks.length === 0
      ? []
      : layOut(`${stays}${remarks.map(kind => tellRemark(kind, language)).join(', ')}.`, 4, 2)),
    '',
  ];
}

/** Between two acts of one minute nothing lay. */
function lasts({ from, until }: JsonObject): boolean {
  return !isJsonObject(from) || !isJsonObject(until) || from.at !== until.at;
}

function tellPeriod(play: Play, period: JsonObject): readonly string[] {
  const { narrator } = play;
  const { language } = narrator;
  const name = (id: JsonValue | undefined) => narrator.nameOf(String(id)) ?? String(id);
  const cells = (who: string, where: string, seal: string, why: string) => [
    `  ${row([tellSince(objectOf(period.from)), who, where, seal, why], widths)}`,
  ];
  if (isJsonObject(period.handedOver)) {
    const { unit, capacity, officer } = period.handedOver;
    const signed =
      officer === null
        ? tellReason('ON_PAPER', language)
        : `${name(officer)}/${roleInCast(name(officer)) ?? capacity}`;
    return cells(signed, name(unit), '', tellReason('HANDED_OVER', language));
  }
  if (period.outside === 'NEVER') return cells('-', '-', '', tellStage(String(period.stage), language));
  if (!isJsonObject(period.custodian)) return [];
  const { officer, role, roleHeld } = period.custodian;
  return cells(
    `${name(officer)}/${role}${roleHeld === false ? ' *' : ''}`,
    tellWhere(period.where, language, name),
    tellSeal(period.seal),
    tellReason(String(objectOf(period.why).reason), language),
  );
}

/** As the steps call him: what he signed in is his capacity, in his own words. */
function roleInCast(name: string): string | undefined {
  return castList.find(({ label }) => label === name)?.roles[0];
}

function tellWhere(
  place: JsonValue | undefined,
  language: Language,
  name: (id: JsonValue | undefined) => string,
): string {
  if (!isJsonObject(place)) return language === 'fr' ? 'introuvable' : 'missing';
  if (place.inTransit === true) return language === 'fr' ? 'en transit' : 'on the way';
  return place.store === null ? String(place.place) : `${name(place.store)} ${place.shelf}`;
}

/** A time known to the day is not given a minute. */
function tellSince({ said, precision }: JsonObject): string {
  const text = String(said);
  return precision === 'DAY' ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}

function tellSeal(seal: JsonValue | undefined): string {
  if (!isJsonObject(seal)) return '-';
  const state = String(seal.state);
  const mark = state.startsWith('DAMAGED') ? ' !' : state === 'OPENED_AUTHORISED' ? ' /' : '';
  return `${seal.number}${mark}`;
}

function objectOf(value: JsonValue | undefined): JsonObject {
  if (value === undefined || !isJsonObject(value)) throw new DemoError('the service answered otherwise');
  return value;
}

function listOf(value: JsonValue | undefined): readonly JsonObject[] {
  if (!Array.isArray(value)) throw new DemoError('the service answered otherwise');
  return value.map(objectOf);
}
