import type { AccountState } from '../../src/custody/account/state.js';
import { originOf } from '../../src/custody/log/log-keys.js';
import type { LogState } from '../../src/custody/log/state.js';
import type { SceneState } from '../../src/custody/scene/state.js';
import type { SiteState } from '../../src/custody/site/state.js';
import { reconstruction } from '../../src/custody/sop/reconstruction.js';
import { sopReference } from '../../src/custody/sop/sop-bytes.js';
import type { VisitState } from '../../src/custody/visit/state.js';
import {
  collectDigests,
  createVerifierKey,
  formatVerifierKey,
  type JsonObject,
} from '../../src/log/index.js';
import { accountBody, openClassification, restatedAccountBody } from './bodies/account.js';
import { generatedBody } from './bodies/export.js';
import {
  assignedBody,
  deviceOf,
  incidentBody,
  incidentSubject,
  restatedBody,
  withdrawnBody,
} from './bodies/incident.js';
import { administeredBody, anchorNote, byOperator } from './bodies/log.js';
import { grantRole, publicKeyOf, revokeKey } from './bodies/officer.js';
import { clearedBody, closedBody, documentedBody, sceneBody, securedBody } from './bodies/scene.js';
import { siteBody, storeOf } from './bodies/site.js';
import { unitBody, validityBody } from './bodies/unit.js';
import { enteredBody } from './bodies/visit.js';
import { circumstances, type Intent, uuidOf } from './procedure.js';
import { sites } from './random-acts-item.js';
import { type Custody, idOf } from './random-custody.js';

const registrars = { by: 'DEMO-REG-1/REG', countersigned: ['DEMO-REG-2/REG as registrar'] };

/** A general room, an armoury, a magazine and a quarantine. */
export function registerSiteOf(name: string): Intent {
  const of = (kind: string, changes: JsonObject) => ({ ...storeOf(`${name} ${kind}`), ...changes });
  const stores = [
    of('general', { hazardClasses: ['NONE'] }),
    of('valuables', { hazardClasses: ['NONE'], highRisk: true }),
    of('arms', { hazardClasses: ['FIREARM'], highRisk: true }),
    of('magazine', { hazardClasses: ['EXPLOSIVE', 'AMMUNITION'], divisions: ['1.4'], highRisk: true }),
    of('quarantine', { hazardClasses: ['FIREARM'], highRisk: true, quarantine: true }),
  ];
  return {
    ...registrars,
    subject: `site/${uuidOf(name)}`,
    type: 'site.registered',
    body: siteBody({ name, stores }),
  };
}

/** A unit of the host State, or of the Mission. */
export function registerUnitOf(id: string, name: string, national = true): Intent {
  const ofMission = { class: { code: 'MISSION_FORCE', text: null }, national: false };
  return {
    ...registrars,
    subject: `unit/${id}`,
    type: 'unit.registered',
    body: unitBody({ name, code: name, ...(national ? {} : ofMission) }),
  };
}

export function openIncidentOf(c: Custody, subject: string): Intent {
  const body = incidentBody({
    ...c.circumstances(),
    caseFile: `DEMO ${c.next()}`,
    reportingUnit: c.unit,
    happened: { at: '2021-04-01T06:00:00Z', precision: 'HOUR', zone: 'Africa/Bamako', clockDoubt: null },
  });
  return { subject, type: 'incident.opened', by: 'DEMO-JMAC-1/JMAC', body };
}

export function openSceneOf(c: Custody, subject: string): Intent {
  const body = sceneBody({ ...c.circumstances(), incident: c.incident, leader: uuidOf('DEMO-WIT-1') });
  return { subject, type: 'scene.opened', by: 'DEMO-WIT-1/WIT', body };
}

export function clearSceneOf(c: Custody, subject: string): Intent {
  const validUntil = new Date(Date.parse(c.at) + 47 * 3_600_000).toISOString().replace(/\.\d+Z/, 'Z');
  const body = clearedBody({ ...circumstances(c.at), validUntil });
  return { subject, type: 'scene.cleared', by: 'DEMO-EOD-1/EOD', body };
}

function logState(c: Custody): LogState {
  const state = c.state<LogState>(c.stage.logSubject);
  if (state === undefined) throw new Error('there is no log');
  return state;
}

function newLogKey(c: Custody): string {
  const key = publicKeyOf(`DEMO log key ${c.next()}`);
  return formatVerifierKey(createVerifierKey(originOf(logState(c)), 'note', key));
}

/** An account that stands; where nobody is careful, one that was withdrawn too. */
function onAccount(c: Custody, word: string, body: JsonObject): Intent | undefined {
  const given = c.earlier(
    ({ type, subject }) =>
      type === 'account.given' && (c.careless || c.state<AccountState>(subject)?.withdrawn === null),
  );
  return given && { subject: given.subject, type: `account.${word}`, by: c.somebody(['JMAC', 'CASE']), body };
}

const sceneOf = (c: Custody) => `scene/${c.scene}`;

/** Scenes of a case that come and go beside the one where the work is done. */
function sideScene(c: Custody): string | undefined {
  return c.earlier(({ type, subject }) => type === 'scene.opened' && subject !== sceneOf(c))?.subject;
}

function sceneAct(
  c: Custody,
  subject: string,
  word: string,
  by: string,
  body: JsonObject,
  refs: readonly string[] = [],
): Intent {
  return { subject, type: `scene.${word}`, by, body: { ...body, ...circumstances(c.at) }, refs };
}

/** A permission of the scene that still stands. */
function standing(c: Custody, subject: string): string | undefined {
  const { permissions = {} } = c.state<SceneState>(subject) ?? {};
  return Object.keys(permissions).find(id => permissions[id]?.withdrawn === null);
}

/** Everything that is no act over items: the case, its scenes, the directory, corrections, erasures. */
export const recordActs: Readonly<Record<string, (c: Custody) => Intent | undefined>> = {
  'incident.opened': c => openIncidentOf(c, c.fresh('incident')),
  'incident.assigned'(c) {
    const { assigned = [] } = c.state<{ assigned: readonly string[] }>(incidentSubject) ?? {};
    const officer = uuidOf(c.choice.one(['DEMO-CASE-1', 'DEMO-CASE-2']));
    const [relieves = null] = assigned;
    const body = assignedBody(officer, { ...c.circumstances(), relieves });
    return { subject: incidentSubject, type: 'incident.assigned', by: 'DEMO-HOM-1/HOM', body };
  },
  'incident.restated'(c) {
    const event = c.earlier(({ type }) => type === 'incident.opened');
    const happened = {
      at: '2021-03-31T00:00:00Z',
      precision: 'DAY',
      zone: 'Africa/Bamako',
      clockDoubt: null,
    };
    const charge = { lowest: String(c.choice.below(20)), highest: null };
    const devices = c.choice.once(2) ? [deviceOf({ charge })] : [];
    const facts = { happened, devices, reportingUnit: c.unit, ...c.circumstances() };
    return (
      event && {
        subject: event.subject,
        type: 'incident.restated',
        by: c.somebody(['JMAC', 'CASE']),
        body: restatedBody(facts),
      }
    );
  },
  'incident.withdrawn'(c) {
    const event = c.earlier(({ type, subject }) => type === 'incident.opened' && subject !== incidentSubject);
    const by = c.somebody(['JMAC', 'CASE']);
    const body = withdrawnBody(c.circumstances());
    return event && { subject: event.subject, type: 'incident.withdrawn', by, body };
  },
  'account.given'(c) {
    const incident = c.earlier(({ type }) => type === 'incident.opened');
    const body = accountBody({ ...c.circumstances(), incident: idOf(incident?.subject ?? incidentSubject) });
    return { subject: c.fresh('account'), type: 'account.given', by: c.somebody(['JMAC', 'CASE']), body };
  },
  'account.restated': c => onAccount(c, 'restated', restatedAccountBody(c.circumstances())),
  'account.withdrawn'(c) {
    const body = { ...c.circumstances(), reason: 'DEMO: entered twice' };
    return c.choice.once(3) ? onAccount(c, 'withdrawn', body) : undefined;
  },
  'account.classified'(c) {
    const body = { ...c.circumstances(), classification: openClassification, originatorConsent: null };
    const act = onAccount(c, 'classified', body);
    return act && { ...act, by: 'DEMO-LEG-1/LEG' };
  },
  'scene.opened': c => openSceneOf(c, c.fresh('scene')),
  'scene.cleared': c => clearSceneOf(c, sceneOf(c)),
  'scene.leader-named': c =>
    sceneAct(c, sceneOf(c), 'leader-named', 'DEMO-CASE-1/CASE', {
      leader: uuidOf('DEMO-WIT-2'),
      reason: 'DEMO',
    }),
  'scene.secured'(c) {
    const subject = sideScene(c);
    const arrival = { at: c.at, precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null };
    const body = securedBody({ unit: c.unit, arrival });
    return subject === undefined ? undefined : sceneAct(c, subject, 'secured', 'DEMO-FR-1/FR', body);
  },
  'scene.cleared aside'(c) {
    const subject = sideScene(c);
    return subject === undefined ? undefined : clearSceneOf(c, subject);
  },
  'scene.clearance-withdrawn'(c) {
    const subject = sideScene(c);
    const clearance = subject === undefined ? undefined : standing(c, subject);
    if (subject === undefined || clearance === undefined) return undefined;
    const body = { clearance, reason: 'DEMO: a device was found' };
    return sceneAct(c, subject, 'clearance-withdrawn', 'DEMO-EOD-1/EOD', body, [clearance]);
  },
  'scene.documented'(c) {
    const subject = c.choice.once(2) ? sideScene(c) : sceneOf(c);
    const clearance =
      subject === undefined ? undefined : subject === sceneOf(c) ? c.clearance : standing(c, subject);
    if (subject === undefined || clearance === undefined) return undefined;
    const team = [{ officer: uuidOf('DEMO-WIT-1'), name: 'DEMO', unit: c.unit, capacity: 'leader' }];
    return sceneAct(c, subject, 'documented', 'DEMO-WIT-1/WIT', documentedBody({ team }), [clearance]);
  },
  'scene.closed'(c) {
    const subject = sideScene(c);
    const state = subject && c.state<SceneState>(subject);
    if (!subject || !state || (state.closed !== null && !c.careless)) return undefined;
    const worked = state.secured.length > 0 && state.documented.length > 0;
    const leaving = { at: c.at, precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null };
    const body = closedBody({ leaving, exploited: worked ? 'PARTIAL' : 'NONE' });
    return sceneAct(c, subject, 'closed', c.who(state.leader), body);
  },
  'visit.entered'(c) {
    const accompanying = c.choice.once(3) ? [{ name: 'DEMO-GUIDE', capacity: 'guide' }] : [];
    const body = enteredBody(c.at, { ...circumstances(c.at), scene: c.scene, accompanying });
    return {
      subject: c.fresh('visit'),
      type: 'visit.entered',
      by: c.somebody(['WIT', 'CSO', 'CASE']),
      refs: [c.clearance],
      body,
    };
  },
  'visit.left'(c) {
    const subject = c.choice.of(
      c.visits.filter(visit => c.careless || c.state<VisitState>(visit)?.left === null),
    );
    const state = subject && c.state<VisitState>(subject);
    return state
      ? {
          subject,
          type: 'visit.left',
          by: c.who(state.visitor),
          body: { ...c.circumstances(), changes: null },
        }
      : undefined;
  },
  'unit.registered': c => registerUnitOf(idOf(c.fresh('unit')), `DEMO-UNIT-${c.next()}`),
  'unit.validity-changed'(c) {
    const subject = c.choice.of(c.units.filter(unit => unit !== `unit/${c.unit}`));
    if (subject === undefined) return undefined;
    return { ...registrars, subject, type: 'unit.validity-changed', body: validityBody() };
  },
  'site.registered': c => registerSiteOf(`DEMO-SITE-${c.next()}`),
  'site.stores-changed'(c) {
    const site = c.choice.one(sites);
    const stores = c.state<SiteState>(`site/${site}`)?.stores ?? [];
    const more = { stores: stores.map(store => ({ ...store })), reason: 'DEMO: looked over' };
    return { ...registrars, subject: `site/${site}`, type: 'site.stores-changed', body: more };
  },
  'officer.role-granted'(c) {
    const officer = c.choice.of(c.registered);
    if (officer === undefined) return undefined;
    const grant = idOf(c.fresh('grant'));
    const times = { from: c.at, until: '2021-12-01T00:00:00Z' };
    return { ...grantRole('', 'WIT', { grant, ...times }), ...registrars, subject: officer.subject };
  },
  'officer.role-ended'(c) {
    const officer = c.choice.of(c.registered);
    const { grants = {} } =
      (officer && c.state<{ grants: Record<string, { ended: number | null }> }>(officer.subject)) ?? {};
    const grant = Object.keys(grants).find(id => grants[id]?.ended === null);
    if (officer === undefined || grant === undefined) return undefined;
    const body = { grant, reason: 'DEMO: rotation of the contingent' };
    return { ...registrars, subject: officer.subject, type: 'officer.role-ended', body };
  },
  'officer.key-revoked'(c) {
    const officer = c.choice.of(c.registered);
    return (
      officer && {
        ...revokeKey('', officer.kid, 'lost'),
        ...registrars,
        subject: officer.subject,
        countersigned: [],
      }
    );
  },
  'log.sop-adopted': c => ({
    ...registrars,
    subject: c.stage.logSubject,
    type: 'log.sop-adopted',
    body: { sop: { ...sopReference(reconstruction) } },
  }),
  'export.generated': c => ({
    subject: c.fresh('export'),
    type: 'export.generated',
    by: c.somebody(['AUD', 'LEG']),
    body: generatedBody(c.circumstances()),
  }),
  'log.key-rotated': c =>
    c.stage.keepsItsKey
      ? undefined
      : {
          ...byOperator(c.stage.logSubject, 'key-rotated', { logKey: newLogKey(c) }),
          countersigned: ['DEMO-REG-2/REG as registrar'],
        },
  'log.anchored': c => byOperator(c.stage.logSubject, 'anchored', { note: anchorNote(logState(c).logKey) }),
  'log.access-anchored'(c) {
    const count = c.next();
    return byOperator(c.stage.logSubject, 'access-anchored', {
      count,
      head: String(count).padStart(43, '0'),
    });
  },
  'log.administered': c =>
    byOperator(c.stage.logSubject, 'administered', administeredBody(`DEMO act ${c.next()}`)),
  corrected(c) {
    const event = c.earlier(({ subject }) => !subject.startsWith('log/'));
    const field =
      event && Object.keys(event.body).find(name => typeof event.body[name] === 'string' && name !== 'group');
    const inside = event?.body.place === undefined ? undefined : 'place/description';
    const pointer = field ?? inside;
    if (event === undefined || pointer === undefined) return undefined;
    const kind = event.subject.slice(0, event.subject.indexOf('/'));
    const signers: readonly string[] = reconstruction.acts[`${kind}.corrected`]?.signers ?? [];
    const himself = signers.includes(event.role);
    const by = himself ? `${nameOf(c, event.officer)}/${event.role}` : c.somebody(signers);
    const registrar = ['officer', 'unit', 'site'].includes(kind);
    const countersigned = [
      ...(registrar ? registrars.countersigned : []),
      ...(himself ? [] : ['DEMO-HOM-1/HOM as supervisor']),
    ];
    return {
      subject: event.subject,
      type: `${kind}.corrected`,
      by: registrar ? registrars.by : by,
      countersigned,
      refs: [event.eventId],
      body: {
        corrects: event.eventId,
        pointer: `/body/${pointer}`,
        was: 'DEMO',
        correct: 'DEMO',
        withheld: null,
        reason: 'DEMO',
      },
    };
  },
  'disclosure-erased'(c) {
    const event = c.earlier(({ body, type }) => !type.startsWith('log.') && collectDigests(body).length > 0);
    if (event === undefined) return undefined;
    const { digest } = c.choice.one(collectDigests(event.body));
    const kind = event.subject.slice(0, event.subject.indexOf('/'));
    const signed =
      kind === 'officer'
        ? registrars
        : { by: 'DEMO-LEG-1/LEG', countersigned: ['DEMO-HR-1/HR as second-officer'] };
    return {
      ...signed,
      subject: event.subject,
      type: `${kind}.disclosure-erased`,
      refs: [event.eventId],
      body: { eventId: event.eventId, digest, reason: 'DEMO: protection of a source' },
    };
  },
};

function nameOf(c: Custody, officer: string): string {
  return c.who(officer).split('/')[0] ?? '';
}
