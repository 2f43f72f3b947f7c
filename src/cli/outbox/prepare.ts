import { mergeKnowledge, readPages, type TakenAlong, takeAlong, type Wanted } from '../../client/index.js';
import { kindRules } from '../../custody/catalogue.js';
import type { Language } from '../../custody/text.js';
import { formatTime, isJsonObject, isUuid } from '../../log/index.js';
import { type DeviceSession, readTakenAlong, saveTakenAlong, signIn } from '../device-session.js';
import type { NamedOfficer } from '../officers.js';
import type { Output } from '../output.js';
import { SubjectNames } from '../subjects/subject-names.js';
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
  const names = new SubjectNames(session, signer, false);
  const idsOf = (kind: string, typed: readonly string[] = []): Promise<readonly string[]> =>
    Promise.all(typed.map(name => names.idOf(kind, name)));
  const wanted: Wanted = {
    officer: signer.officer,
    incidents: await idsOf('incident', options.incident),
    scenes: await idsOf('scene', options.scene),
    sites: await Promise.all((options.store ?? []).map(typed => siteOfStore(session, names, typed))),
    items: await idsOf('evidence', options.item),
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

/** A store is one of a site, and all that the site holds is taken along; a site is named by its name or UUID. */
async function siteOfStore({ service }: DeviceSession, names: SubjectNames, typed: string): Promise<string> {
  if (!isUuid(typed)) return names.idOf('site', typed);
  const sites = await readPages(service, '/v1/sites');
  const found = sites.find(
    ({ id, state = null }) =>
      id === typed ||
      (isJsonObject(state) &&
        Array.isArray(state.stores) &&
        state.stores.filter(isJsonObject).some(({ store }) => store === typed)),
  );
  if (typeof found?.id === 'string') return found.id;
  throw new UsageError({
    en: `${typed} is neither a site nor a store`,
    fr: `${typed} n'est ni un site ni un local`,
  });
}
