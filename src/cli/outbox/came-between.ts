import { type Problem, readPages, type Service, ServiceProblem } from '../../client/index.js';
import { eventRule } from '../../custody/catalogue.js';
import type { Language } from '../../custody/text.js';
import { roleTold } from '../../custody/vocabulary/told.js';
import { isJsonObject, type JsonObject } from '../../log/index.js';
import { describeBody, nameSubject } from '../act/describe-act.js';
import { historyPath } from '../subjects/kinds.js';

/**
 * What came between the head an act was signed on and the head the log has: read from the history of its subject,
 * in words. Where the history is not for this reader, or no session is open, that is said.
 */
export async function tellWhatCameBetween(
  service: Service,
  { document }: Problem,
  language: Language,
): Promise<readonly string[]> {
  const french = language === 'fr';
  const stale = document.stale ?? null;
  if (!isJsonObject(stale)) return [];
  const { subject } = stale;
  const path = typeof subject === 'string' ? historyPath(subject) : undefined;
  if (path === undefined || typeof subject !== 'string' || typeof stale.seq !== 'number') {
    return [french ? '  Ce qui précède n’est pas visible ici.' : '  What came first is not visible here.'];
  }
  const events = await readOrNothing(service, path);
  const between = events.filter(({ seq }) => Number(seq) >= Number(stale.seq));
  return [
    `  ${french ? 'Entre-temps sur' : 'In the meantime, on'} ${nameSubject(subject)}:`,
    ...(between.length === 0
      ? [french ? '    (historique non visible)' : '    (history not visible)']
      : between.flatMap(event => describeLogged(event, language).map(line => `    ${line}`))),
  ];
}

async function readOrNothing(service: Service, path: string): Promise<readonly JsonObject[]> {
  try {
    return await readPages(service, path);
  } catch (error) {
    if (error instanceof ServiceProblem && error.problem.status < 500) return [];
    throw error;
  }
}

/** One event of a history as the service shows it, with its fields. */
function describeLogged(event: JsonObject, language: Language): readonly string[] {
  const { seq, type, form, at, actor, body, claims } = event;
  const rule = eventRule(String(type), Number(form));
  const who =
    actor !== undefined && isJsonObject(actor)
      ? `${roleTold(String(actor.role))[language]} ${nameSubject(`officer/${actor.officer}`)}`
      : '';
  const disclosed = new Map(
    (Array.isArray(claims) ? claims : [])
      .filter(isJsonObject)
      .flatMap(claim =>
        claim.status === 'disclosed' && claim.value !== undefined
          ? [[String(claim.digest), claim.value] as const]
          : [],
      ),
  );
  const title = rule?.title[language] ?? String(type);
  const fields =
    body !== undefined && isJsonObject(body)
      ? describeBody(rule?.body ?? {}, body, { language, disclosed, names: new Map() })
      : [];
  return [`#${seq} ${title} — ${who}, ${at}`, ...fields];
}
