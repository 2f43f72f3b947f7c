import { currentRule, eventRule } from '../../custody/catalogue.js';
import type { EvidenceState } from '../../custody/evidence/state.js';
import type { Language } from '../../custody/text.js';
import { discrepancyKinds } from '../../custody/vocabulary/discrepancies.js';
import { tellQuantity } from '../../custody/vocabulary/quantity.js';
import { sealStatusLabels } from '../../custody/vocabulary/seals.js';
import {
  physicalStateWords,
  remarkWords,
  safetyStateWords,
  transitStageWords,
} from '../../custody/vocabulary/states.js';
import { capacityTold, inWords, roleTold } from '../../custody/vocabulary/told.js';
import type { Vocabulary } from '../../custody/vocabulary/vocabulary.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { openDeviceSession } from '../device-session.js';
import { tellDispute } from '../disputed/tell-disputed.js';
import { exampleHelp, exampleId } from '../example-help.js';
import { requireRoleHeld } from '../held-role.js';
import { layOutLine } from '../lay-out.js';
import { readNamedOfficer } from '../officers.js';
import { printableLine } from '../printable.js';
import { type NextAct, nextActs } from '../status/next-acts.js';
import { readStatus, statusOnDevice } from '../status/read-status.js';
import { releaseLines } from '../status/release-lines.js';
import { stopLines } from '../status/stop-lines.js';
import { SubjectNames } from '../subjects/subject-names.js';
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
    .option('--offline', say('do not ask the service', 'ne pas interroger le service'))
    .addHelpText('after', exampleHelp(language, `scelle status ${exampleId} --as my.key.json:WIT`))
    .action(async (item: string, options: { as: string; offline?: boolean }) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      const signer = await readNamedOfficer(options.as, language);
      const names = new SubjectNames(session, signer, options.offline === true);
      const online = await names.online();
      await requireRoleHeld(session, signer, online);
      const id = await names.idOf('evidence', item);
      const status = await (online ? readStatus(session, id) : statusOnDevice(session, id));
      const { current, state, history, sop, asOf } = status;
      if (asOf !== null) output.note(say(`Offline: as of ${asOf}.`, `Hors ligne : à la date du ${asOf}.`));
      const next = state === null || sop === null ? [] : nextActs(state, sop, Date.now(), language);
      const told = [
        ...standingLines(current, state, language),
        ...nextLines(next, language),
        ...historyLines(history, language),
      ];
      const lines = told.flatMap(line => layOutLine(printableLine(line)));
      output.result({ ...current, next, history, asOf }, lines);
    });
};

function standingLines(
  current: JsonObject,
  state: EvidenceState | null,
  language: Language,
): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const summary = current.summary ?? null;
  if (state === null) {
    const { number = '', physical = '' } = isJsonObject(summary) ? summary : {};
    return [`${number}  ${inWords(physicalStateWords)(String(physical))[language]}`, `${current.subject}`];
  }
  const { number, physical, description, quantity, custody, transit, seal, safety, legal } = state;
  const open = Object.values(state.discrepancies).filter(discrepancy => discrepancy.open);
  const tell = (vocabulary: Vocabulary, code: string) => inWords(vocabulary)(code)[language];
  const colon = say(':', ' :');
  return [
    `${number}  ${tell(physicalStateWords, physical)}  ${description[language]} (${tellQuantity(quantity)[language]})`,
    `${current.subject}`,
    `${say('Custody', 'Garde')}${colon} ${custody === null ? '–' : `${roleTold(custody.role)[language]} ${custody.officer}, ${placeOf(physical, custody.place, language)}, ${custody.since}`}${correctedMark(state, custody?.event, language)}`,
    ...(transit === null
      ? []
      : [
          `${say('Transfer', 'Transfert')}${colon} ${tell(transitStageWords, transit.stage)}, ${transit.transfer}`,
        ]),
    `${say('Seal', 'Scellé')}${colon} ${seal === null ? '–' : `${seal.number}, ${tell(sealStatusLabels, seal.status)}`}`,
    `${say('Safety', 'Sécurité')}${colon} ${tell(safetyStateWords, safety.status)}${safety.validUntil === null ? '' : ` → ${safety.validUntil}`}`,
    ...releaseLines(legal, Date.now(), language),
    ...stopLines(state, language),
    `${say('Open discrepancies', 'Anomalies ouvertes')}${colon} ${open.map(({ kind }) => tell(discrepancyKinds, kind)).join(', ') || '–'}`,
    ...state.remarks.map(
      ({ kind, text, event }) =>
        `! ${tell(remarkWords, kind)}${colon} ${text}${correctedMark(state, event, language)}`,
    ),
  ];
}

function nextLines(next: readonly NextAct[], language: Language): readonly string[] {
  if (next.length === 0) return [];
  return [
    language === 'fr' ? 'Suite possible :' : 'What may come next:',
    ...next.flatMap(({ command, title, signers, countersigners, obstacles }) => [
      `  scelle ${command} — ${title} (${roleTold(signers.join(', '))[language]}${countersigners.length === 0 ? '' : ` + ${countersigners.map(({ as, count }) => tellCountersigners(as, count, language)).join(', ')}`})`,
      ...obstacles.map(obstacle => `    ! ${obstacle}`),
    ]),
  ];
}

function tellCountersigners(as: string, count: number, language: Language): string {
  const told = capacityTold(as)[language];
  return count === 1 ? told : `${count} × ${told}`;
}

function historyLines(history: readonly JsonObject[], language: Language): readonly string[] {
  if (history.length === 0) return [];
  return [
    language === 'fr' ? 'Historique :' : 'History:',
    ...history.flatMap(({ index, type, form, actor, at, correctedBy, disputed = null }) => {
      const who = isJsonObject(actor ?? null) ? (actor as JsonObject) : {};
      const rule = form === undefined ? currentRule(String(type)) : eventRule(String(type), Number(form));
      const title = rule?.title[language] ?? countersigned(String(type), language);
      const place = index === null ? (language === 'fr' ? 'à envoyer' : 'not sent') : `#${index}`;
      return [
        `  ${place}  ${at}  ${title}  ${roleTold(String(who.role))[language]} ${who.officer}`,
        ...correctionLines(correctedBy, language),
        ...(isJsonObject(disputed) ? tellDispute(disputed, language) : []),
      ];
    }),
  ];
}

function countersigned(type: string, language: Language): string {
  if (!type.endsWith('.countersigned')) return type;
  return language === 'fr' ? 'Contreseing' : 'Countersigned';
}

/** RQ-05: what is quoted and was corrected says so, and by which act. */
function correctionLines(correctedBy: JsonValue | undefined, language: Language): readonly string[] {
  if (!Array.isArray(correctedBy)) return [];
  return correctedBy.filter(isJsonObject).map(({ index, pointer }) => {
    return language === 'fr'
      ? `    ! rectifié par #${index} : ${pointer}`
      : `    ! corrected by #${index}: ${pointer}`;
  });
}

/** On the way it is at no place; missing, nobody can say where. */
function placeOf(physical: string, place: string, language: Language): string {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  if (physical === 'UNACCOUNTED') return say('missing', 'introuvable');
  return physical === 'IN_TRANSIT'
    ? say(`in transit, taken over at ${place}`, `en transit, prise en charge à ${place}`)
    : place;
}

function correctedMark(
  { corrections }: EvidenceState,
  event: string | undefined,
  language: Language,
): string {
  const fields = corrections.filter(({ corrects }) => corrects === event).map(({ pointer }) => pointer);
  if (fields.length === 0) return '';
  return `  (! ${language === 'fr' ? 'rectifié' : 'corrected'}: ${fields.join(', ')})`;
}
