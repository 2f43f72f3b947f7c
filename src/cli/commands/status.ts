import { readPages, ServiceProblem } from '../../client/index.js';
import type { EvidenceState } from '../../custody/evidence/state.js';
import { readSop } from '../../custody/sop/sop-bytes.js';
import type { Language } from '../../custody/text.js';
import { isJsonObject, type JsonObject } from '../../log/index.js';
import { type DeviceSession, openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp, exampleId } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import { itemNamed } from '../outbox/prepare.js';
import { type NextAct, nextActs } from '../status/next-acts.js';
import { releaseLines } from '../status/release-lines.js';
import type { AddCommand } from '../surroundings.js';

/** `scelle status ITEM`: where an item stands, what may be done next and by whom, and how it came there. */
export const addStatusCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program
    .command('status')
    .argument('<item>', say('number on the label, or UUID', 'numéro de l’étiquette, ou UUID'))
    .description(
      say(
        'Where an item stands, what comes next, its history',
        'État d’une pièce, suite possible, historique',
      ),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .addHelpText('after', exampleHelp(language, `scelle status ${exampleId} --as my.key.json:WIT`))
    .action(async (item: string, options: { as: string }) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      await signIn(session, await readNamedOfficer(options.as, language));
      const id = await itemNamed(session, item);
      const current = await session.service.get(`/v1/evidence/${id}`);
      const [history, sop] = await Promise.all([
        historyOf(session, id),
        session.service.get('/v1/sop').then(({ document }) => readSop(document)),
      ]);
      const state = (isJsonObject(current.state ?? null)
        ? current.state
        : null) as unknown as EvidenceState | null;
      const next = state === null || sop === undefined ? [] : nextActs(state, sop, Date.now(), language);
      output.result({ ...current, next, history }, [
        ...standingLines(current, state, language),
        ...nextLines(next, language),
        ...historyLines(history, language),
      ]);
    });
};

/** Empty where the reader may see where the item stands and not how it came there. */
async function historyOf({ service }: DeviceSession, id: string): Promise<readonly JsonObject[]> {
  try {
    return await readPages(service, `/v1/evidence/${id}/history`);
  } catch (error) {
    if (error instanceof ServiceProblem && error.problem.status === 403) return [];
    throw error;
  }
}

function standingLines(
  current: JsonObject,
  state: EvidenceState | null,
  language: Language,
): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const summary = current.summary ?? null;
  if (state === null) {
    const { number = '', physical = '' } = isJsonObject(summary) ? summary : {};
    return [`${number}  ${physical}`];
  }
  const { number, physical, description, quantity, custody, transit, seal, safety, legal } = state;
  const open = Object.values(state.discrepancies).filter(discrepancy => discrepancy.open);
  return [
    `${number}  ${physical}  ${description[language]} (${quantity.amount ?? '?'} ${quantity.unit})`,
    `${say('Custody', 'Garde')}: ${custody === null ? '–' : `${custody.role} ${custody.officer}, ${custody.place}, ${custody.since}`}`,
    ...(transit === null ? [] : [`${say('Transfer', 'Transfert')}: ${transit.stage} ${transit.transfer}`]),
    `${say('Seal', 'Scellé')}: ${seal === null ? '–' : `${seal.number} ${seal.status}`}`,
    `${say('Safety', 'Sécurité')}: ${safety.status}${safety.validUntil === null ? '' : ` → ${safety.validUntil}`}`,
    ...releaseLines(legal, Date.now(), language),
    `${say('Open discrepancies', 'Écarts ouverts')}: ${open.map(({ kind }) => kind).join(', ') || '–'}`,
    ...state.remarks.map(({ kind, text }) => `! ${kind}: ${text}`),
  ];
}

function nextLines(next: readonly NextAct[], language: Language): readonly string[] {
  if (next.length === 0) return [];
  return [
    language === 'fr' ? 'Suite possible :' : 'What may come next:',
    ...next.flatMap(({ command, title, signers, countersigners, obstacles }) => [
      `  scelle ${command} — ${title} (${signers.join(', ')}${countersigners.length === 0 ? '' : ` + ${countersigners.join(', ')}`})`,
      ...obstacles.map(obstacle => `    ! ${obstacle}`),
    ]),
  ];
}

function historyLines(history: readonly JsonObject[], language: Language): readonly string[] {
  if (history.length === 0) return [];
  return [
    language === 'fr' ? 'Historique :' : 'History:',
    ...history.map(({ index, type, actor, at }) => {
      const who = isJsonObject(actor ?? null) ? (actor as JsonObject) : {};
      return `  #${index}  ${at}  ${type}  ${who.role} ${who.officer}`;
    }),
  ];
}
