import type { AccountState } from '../../src/custody/account/state.js';
import type { RestatableState } from '../../src/custody/common/restatable.js';
import type { DiscrepancyState } from '../../src/custody/discrepancy/state.js';
import type { DossierState } from '../../src/custody/dossier/state.js';
import type { EvidenceState } from '../../src/custody/evidence/state.js';
import type { ExaminationState } from '../../src/custody/examination/state.js';
import type { HoldState } from '../../src/custody/hold/state.js';
import type { IdentificationState } from '../../src/custody/identification/state.js';
import type { IncidentState } from '../../src/custody/incident/state.js';
import type { InformationState } from '../../src/custody/information/state.js';
import type { OfficerState } from '../../src/custody/officer/state.js';
import type { PackageState } from '../../src/custody/package/state.js';
import type { ReleaseState } from '../../src/custody/release/state.js';
import type { SceneState } from '../../src/custody/scene/state.js';
import type { SealstockState } from '../../src/custody/sealstock/state.js';
import type { SiteState } from '../../src/custody/site/state.js';
import { fieldGroups, type Resource, type Scope, type Sop } from '../../src/custody/sop/document.js';
import type { SourceState } from '../../src/custody/source/state.js';
import type { TracingState } from '../../src/custody/tracing/state.js';
import type { TransferState } from '../../src/custody/transfer/state.js';
import type { VisitState } from '../../src/custody/visit/state.js';

/** An officer who reads: what the matrix asks about him. */
export interface OracleReader {
  readonly officer: string;
  readonly unit: string | null;
  readonly role: string;
}

/** How much of a subject: fields of its resource, its signed statements, withheld claims in them. */
export type OracleDepth = 'summary' | 'record' | 'withheld' | 'events' | 'withheld-events';

/**
 * Who may see what, worked out a second time and in another way: over the folds of the subjects and the matrix of
 * the SOP, one by one, without SQL and without the tables that lists are read from. A scope that it does not know
 * makes it fail, so that a matrix that grants more has to bring its oracle along.
 */
export class ReadingOracle {
  readonly #states: ReadonlyMap<string, unknown>;
  readonly #begun: ReadonlyMap<string, number>;
  readonly #sop: Sop;

  /**
   * @param states the fold of every subject, by `<kind>/<UUID>`
   * @param begun index of the first event of a subject
   */
  constructor(states: ReadonlyMap<string, unknown>, begun: ReadonlyMap<string, number>, sop: Sop) {
    this.#states = states;
    this.#begun = begun;
    this.#sop = sop;
  }

  /** Is anything of the resource granted to the role, in whatever scope? */
  grants(resource: Resource, role: string): boolean {
    return this.#scopes(resource, role, 'summary').length > 0;
  }

  sees(reader: OracleReader, resource: Resource, subject: string, depth: OracleDepth): boolean {
    if (depth === 'events') {
      return this.sees(reader, resource, subject, 'record') && this.sees(reader, 'events', subject, 'record');
    }
    if (depth === 'withheld-events') {
      return (
        this.sees(reader, resource, subject, 'withheld') && this.sees(reader, 'events', subject, 'record')
      );
    }
    return this.#scopes(resource, reader.role, depth).some(scope => this.#lies(subject, scope, reader));
  }

  #scopes(resource: Resource, role: string, fields: 'summary' | 'record' | 'withheld'): readonly Scope[] {
    const enough = fieldGroups.slice(fieldGroups.indexOf(fields));
    return this.#sop.reading
      .filter(
        grant =>
          grant.resources.includes(resource) &&
          (grant.roles as readonly string[]).includes(role) &&
          enough.includes(grant.fields),
      )
      .map(({ scope }) => scope);
  }

  #lies(subject: string, scope: Scope, reader: OracleReader): boolean {
    if (scope === 'all') return true;
    const [kind = '', id = ''] = subject.split('/');
    switch (kind) {
      case 'evidence':
        return this.#itemLies(id, scope, reader);
      case 'information':
        return this.#informationLies(subject, scope, reader);
      case 'identification':
        return (
          scope === 'custody' && this.#state<IdentificationState>(subject).authors.includes(reader.officer)
        );
      case 'armedgroup':
      case 'propaganda':
      case 'link':
      case 'requirement':
        return scope === 'custody' && this.#state<RestatableState>(subject).recordedBy === reader.officer;
      case 'tracing':
        return scope === 'custody' && this.#state<TracingState>(subject).draftedBy === reader.officer;
      case 'source':
        return scope === 'custody' && this.#state<SourceState>(subject).registeredBy === reader.officer;
      case 'hold':
        return scope === 'custody' && this.#state<HoldState>(subject).placedBy === reader.officer;
      case 'package':
        return this.#packageLies(subject, scope, reader);
      case 'sealstock':
        return this.#stockLies(subject, scope, reader);
      case 'transfer':
        return this.#transferLies(subject, scope, reader);
      case 'discrepancy':
        return this.#discrepancyLies(subject, scope, reader);
      case 'release':
        return this.#releaseLies(subject, scope, reader);
      case 'examination':
        return this.#examinationLies(subject, scope, reader);
      case 'dossier':
        return scope === 'recipient' && this.#state<DossierState>(subject).recipientUnit === reader.unit;
      case 'site':
        return scope === 'recipient' ? false : this.#siteLies(subject, scope, reader);
      // Of these only the events are granted in narrower scopes.
      case 'incident':
        return this.#incidentLies(subject, scope, reader);
      case 'account':
        return this.#accountLies(subject, scope, reader);
      case 'scene':
        return this.#sceneLies(subject, scope, reader);
      case 'visit':
        return this.#visitLies(subject, scope, reader);
      case 'officer':
        return this.#officerLies(id, scope, reader);
      case 'unit':
        return id === reader.unit;
      default:
        throw new Error(`the oracle knows no scope ${scope} of ${kind}`);
    }
  }

  #itemLies(id: string, scope: Scope, reader: OracleReader): boolean {
    const item = this.#state<EvidenceState>(`evidence/${id}`);
    const { officer: me, unit } = reader;
    const mine =
      [item.custody?.officer, item.registeredBy, item.collectedBy].includes(me) ||
      this.#openTransfersOf(id).some(transfer => partiesOf(transfer).includes(me)) ||
      this.#all<DiscrepancyState>('discrepancy').some(
        ({ owner, items }) => owner === me && items.includes(`evidence/${id}`),
      );
    switch (scope) {
      case 'custody':
        return mine;
      case 'unit':
        return (
          mine || (unit !== null && item.custody !== null && this.#unitOf(item.custody.officer) === unit)
        );
      case 'site': {
        const sites = this.#sitesOf(reader);
        const coming = this.#openTransfersOf(id).map(({ receiver }) => receiver.site);
        return mine || [item.custody?.site, ...coming].some(site => sites.has(site ?? ''));
      }
      case 'recipient': {
        const cleared = Object.values(item.legal)
          .filter(({ status }) => status.startsWith('CLEARED'))
          .map(({ recipientUnit }) => recipientUnit);
        const received = this.#openTransfersOf(id).some(({ receiver }) => receiver.officer === me);
        return received || (unit !== null && [...cleared, item.handover?.unit].includes(unit));
      }
      case 'incident':
        return this.#worksOn(item.incident, me);
      default:
        throw new Error(`the oracle knows no scope ${scope} of evidence`);
    }
  }

  /** In charge of the incident, or was inside one of its scenes. */
  #worksOn(incident: string, officer: string): boolean {
    const { assigned } = this.#state<IncidentState>(`incident/${incident}`);
    const scenes = [...this.#states.keys()].filter(
      subject => subject.startsWith('scene/') && this.#state<SceneState>(subject).incident === incident,
    );
    return assigned.includes(officer) || scenes.some(scene => this.#wasInside(scene, officer));
  }

  /** By a visit under a clearance that came before the closing. */
  #wasInside(subject: string, officer: string): boolean {
    const { closed } = this.#state<SceneState>(subject);
    return [...this.#states].some(([visit, state]) => {
      if (!visit.startsWith('visit/')) return false;
      const { scene, visitor, remarks } = state as VisitState;
      const lawful = remarks.every(({ kind }) => kind !== 'OVERRIDE');
      const before = closed === null || (this.#begun.get(visit) ?? Number.POSITIVE_INFINITY) < closed.index;
      return `scene/${scene}` === subject && visitor === officer && lawful && before;
    });
  }

  #informationLies(subject: string, scope: Scope, reader: OracleReader): boolean {
    const { registeredBy, author, incident, legal } = this.#state<InformationState>(subject);
    if (scope === 'incident') return incident !== null && this.#worksOn(incident, reader.officer);
    if (scope === 'recipient') {
      const granted = Object.values(legal).filter(({ status }) => status.startsWith('CLEARED'));
      return granted.some(({ recipientUnit }) => recipientUnit === reader.unit);
    }
    return [registeredBy, author].includes(reader.officer);
  }

  #packageLies(subject: string, scope: Scope, reader: OracleReader): boolean {
    const { seal, contents } = this.#state<PackageState>(subject);
    const mine = scope !== 'recipient' && seal.appliedBy === reader.officer;
    return mine || contents.some(item => this.#lies(item, scope, reader));
  }

  #stockLies(subject: string, scope: Scope, { officer, unit }: OracleReader): boolean {
    const { issuedTo } = this.#state<SealstockState>(subject);
    if (scope === 'recipient') return false;
    if (issuedTo === officer) return true;
    return scope === 'unit' && unit !== null && this.#unitOf(issuedTo) === unit;
  }

  #transferLies(subject: string, scope: Scope, reader: OracleReader): boolean {
    const transfer = this.#state<TransferState>(subject);
    const { giver, receiver, lines } = transfer;
    const { officer: me, unit } = reader;
    if (scope === 'recipient') {
      return receiver.officer === me || (unit !== null && receiver.unit === unit);
    }
    const own = {
      custody: () => partiesOf(transfer).includes(me),
      unit: () => unit !== null && [giver.unit, receiver.unit].includes(unit),
      site: () => [giver.site, receiver.site].some(site => this.#sitesOf(reader).has(site ?? '')),
    }[scope as 'custody' | 'unit' | 'site'];
    return own() || Object.keys(lines).some(item => this.#lies(`evidence/${item}`, scope, reader));
  }

  #discrepancyLies(subject: string, scope: Scope, reader: OracleReader): boolean {
    const { owner, openedBy, custodians, items } = this.#state<DiscrepancyState>(subject);
    const mine = scope !== 'recipient' && [owner, openedBy, ...custodians].includes(reader.officer);
    return mine || items.some(item => this.#lies(item, scope, reader));
  }

  #releaseLies(subject: string, scope: Scope, { unit }: OracleReader): boolean {
    const { recipientUnit, items } = this.#state<ReleaseState>(subject);
    if (scope !== 'recipient') throw new Error(`the oracle knows no scope ${scope} of releases`);
    const granted = Object.values(items).some(status => status.startsWith('CLEARED'));
    const handedOver = this.#all<TransferState>('transfer').some(
      ({ release, lines }) => `release/${release}` === subject && Object.values(lines).includes('RECEIVED'),
    );
    return unit !== null && recipientUnit === unit && (granted || handedOver);
  }

  #examinationLies(subject: string, scope: Scope, { officer, unit }: OracleReader): boolean {
    const state = this.#state<ExaminationState>(subject);
    const mine = [state.requestedBy, state.examiner, state.reviewer].includes(officer);
    if (scope === 'custody') return mine;
    if (scope !== 'unit') return false;
    return mine || (unit !== null && [state.laboratory, state.requestingUnit].includes(unit));
  }

  #officerLies(id: string, scope: Scope, { officer, unit }: OracleReader): boolean {
    if (scope === 'recipient') return false;
    return id === officer || (scope === 'unit' && unit !== null && this.#unitOf(id) === unit);
  }

  #siteLies(subject: string, scope: Scope, reader: OracleReader): boolean {
    if (scope === 'site') return this.#sitesOf(reader).has(subject.slice('site/'.length));
    return reader.unit !== null && this.#state<SiteState>(subject).unit === reader.unit;
  }

  #incidentLies(subject: string, scope: Scope, { officer, unit }: OracleReader): boolean {
    if (scope === 'recipient') throw new Error('the oracle knows no scope recipient of incidents');
    const { openedBy, assigned, reportingUnit } = this.#state<IncidentState>(subject);
    const mine = openedBy === officer || assigned.includes(officer);
    return mine || (scope === 'unit' && unit !== null && reportingUnit === unit);
  }

  #accountLies(subject: string, scope: Scope, { officer }: OracleReader): boolean {
    const { givenBy, incident } = this.#state<AccountState>(subject);
    if (scope === 'incident') return this.#worksOn(incident, officer);
    return scope === 'custody' && givenBy === officer;
  }

  #sceneLies(subject: string, scope: Scope, reader: OracleReader): boolean {
    const { incident, leader } = this.#state<SceneState>(subject);
    return (
      this.#wasInside(subject, reader.officer) ||
      leader === reader.officer ||
      this.#lies(`incident/${incident}`, scope, reader)
    );
  }

  #visitLies(subject: string, scope: Scope, reader: OracleReader): boolean {
    const { scene, visitor } = this.#state<VisitState>(subject);
    return visitor === reader.officer || this.#lies(`scene/${scene}`, scope, reader);
  }

  #openTransfersOf(item: string): readonly TransferState[] {
    return this.#all<TransferState>('transfer').filter(({ lines }) =>
      ['OFFERED', 'DEPARTED', 'REFUSED_ON_ARRIVAL'].includes(lines[item] ?? ''),
    );
  }

  #sitesOf({ unit }: OracleReader): ReadonlySet<string> {
    const run = [...this.#states].filter(
      ([subject, state]) =>
        subject.startsWith('site/') && unit !== null && (state as SiteState).unit === unit,
    );
    return new Set(run.map(([subject]) => subject.slice('site/'.length)));
  }

  #unitOf(officer: string): string | null {
    return this.#state<OfficerState>(`officer/${officer}`).unit;
  }

  #state<State>(subject: string): State {
    const state = this.#states.get(subject);
    if (state === undefined) throw new Error(`${subject} does not exist`);
    return state as State;
  }

  #all<State>(kind: string): readonly State[] {
    return [...this.#states].flatMap(([subject, state]) =>
      subject.startsWith(`${kind}/`) ? [state as State] : [],
    );
  }
}

function partiesOf({ giver, receiver, legs }: TransferState): readonly (string | null)[] {
  return [giver.officer, receiver.officer, ...legs.map(({ courier }) => courier)];
}
