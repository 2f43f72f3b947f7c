import { mergeKnowledge, readPages, type TakenAlong, takeAlong, type Wanted } from '../../client/index.js';
import { kindRules } from '../../custody/catalogue.js';
import { parseEvidenceNumber } from '../../custody/evidence/number.js';
import type { Language } from '../../custody/text.js';
import { formatTime, isJsonObject, isUuid } from '../../log/index.js';
import { type DeviceSession, readTakenAlong, saveTakenAlong, signIn } from '../device-session.js';
import type { NamedOfficer } from '../officers.js';
import type { Output } from '../output.js';
import { UsageError } from '../usage-error.js';
import { type TakenByName, takenByName } from './taken-by-name.js';

export interface PrepareOptions {
  readonly as: string;
  readonly incident?: readonly string[];
  readonly scene?: readonly string[];
  readonly store?: readonly string[];
  readonly item?: readonly string[];
}

/** Takes along what the rules will ask for, encrypted, and says what was taken and as of when. */
export async function prepare(
  session: DeviceSession,
  signer: NamedOfficer,
  options: PrepareOptions,
  output: Output,
): Promise<void> {
  await signIn(session, signer);
  const wanted: Wanted = {
    officer: signer.officer,
    incidents: (options.incident ?? []).map(requireId),
    scenes: (options.scene ?? []).map(requireId),
    sites: await Promise.all((options.store ?? []).map(id => siteOfStore(session, requireId(id)))),
    items: await Promise.all((options.item ?? []).map(name => itemNamed(session, name))),
  };
  const now = Date.now();
  const { taken, notTaken } = await takeAlong(session.service, wanted, now);
  const named = takenByName(wanted, taken);
  const merged = mergeKnowledge(await readTakenAlong(session), taken);
  await saveTakenAlong(session, merged);
  const asOf = formatTime(now);
  const counts = countKinds(taken);
  const oldest = formatTime(Math.min(...merged.takenAt.values(), now));
  const french = output.language === 'fr';
  output.result(
    {
      asOf,
      named,
      taken: counts,
      onDevice: countKinds(merged),
      oldest,
      sop: { id: merged.sop.id, version: merged.sop.version },
      notTaken,
    },
    [
      french ? `Emporté, à la date du ${asOf} :` : `Taken along, as of ${asOf}:`,
      ...named.map(one => `  ${describeTaken(one, output.language)}`),
      ...Object.entries(counts).map(([kind, count]) => `  ${kind}: ${count}`),
      `  SOP ${merged.sop.id} ${merged.sop.version}`,
      ...notTaken.map(({ what, status }) =>
        french ? `  non emporté (${status}) : ${what}` : `  not taken (${status}): ${what}`,
      ),
      french ? `Le plus ancien sur l'appareil : ${oldest}` : `Oldest on this device: ${oldest}`,
    ],
  );
}

function describeTaken({ subject, name, items }: TakenByName, language: Language): string {
  const [kind = ''] = subject.split('/');
  const called = `${kindRules(kind)?.title[language] ?? kind} ${name ?? subject}`;
  if (items === null) return called;
  const [one, many] = language === 'fr' ? ['pièce', 'pièces'] : ['item', 'items'];
  return `${called}, ${items} ${items === 1 ? one : many}`;
}

function countKinds({ subjects, events, claims }: TakenAlong): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const subject of subjects.keys()) {
    const kind = subject.slice(0, subject.indexOf('/'));
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return { ...counts, events: events.size, claims: claims.size };
}

function requireId(id: string): string {
  if (!isUuid(id)) throw new UsageError({ en: `${id} is no UUID`, fr: `${id} n'est pas un UUID` });
  return id;
}

/** A store is one of a site; all that the site holds is taken along. The UUID of a site is one too. */
async function siteOfStore({ service }: DeviceSession, id: string): Promise<string> {
  const sites = await readPages(service, '/v1/sites');
  const found = sites.find(({ id: own, state = null }) => {
    const stores =
      isJsonObject(state) && Array.isArray(state.stores) ? state.stores.filter(isJsonObject) : [];
    return own === id || stores.some(({ id: store }) => store === id);
  });
  if (typeof found?.id === 'string') return found.id;
  throw new UsageError({
    en: `${id} is neither a site nor a store`,
    fr: `${id} n'est ni un site ni un local`,
  });
}

/** An item by its UUID or by the number printed on it. */
async function itemNamed({ service }: DeviceSession, name: string): Promise<string> {
  if (isUuid(name)) return name;
  const number = parseEvidenceNumber(name);
  if (number === null) {
    throw new UsageError({
      en: `${name} is neither a UUID nor the number of an item: its check character does not fit`,
      fr: `${name} n'est ni un UUID ni le numéro d'une pièce : le caractère de contrôle ne convient pas`,
    });
  }
  const [found] = await readPages(service, `/v1/evidence?number=${number}`);
  if (typeof found?.id === 'string') return found.id;
  throw new UsageError({ en: `No item ${number} is to be seen`, fr: `Aucune pièce ${number} n'est visible` });
}
