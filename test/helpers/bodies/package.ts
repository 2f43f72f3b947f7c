import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';
import { stockSubject } from './sealstock.js';

export const packageSubject = `package/${uuidOf('DEMO-PACKAGE')}`;

export const demoPhoto = { sha256: '5e'.repeat(32), size: 1_048_576, mediaType: 'image/jpeg' };

/** Seal `DEMO-00000<n>` of the demonstration stock. */
export function sealNumber(n: number): string {
  return `DEMO-${String(n).padStart(6, '0')}`;
}

export function sealApplied(number: string, changes: JsonObject = {}): JsonObject {
  return {
    stock: stockSubject.slice('sealstock/'.length),
    number,
    type: 'TAMPER_EVIDENT_BAG',
    form: 'CLOSED',
    signedAcross: 'SIGNATURE',
    photo: demoPhoto,
    ...changes,
  };
}

export function labelBody(changes: JsonObject = {}): JsonObject {
  return {
    case: 'DEMO-CASE',
    exhibit: 'DEMO-1',
    description: 'DEMO item',
    date: '2021-04-02',
    place: 'DEMO-PLACE',
    officer: 'DEMO-WIT-1',
    ...changes,
  };
}

/** Body of `package.sealed`. */
export function sealedBody(number: string, at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    packageNumber: 'DEMO-P-1',
    packageType: { code: 'PLASTIC_BAG', text: null },
    holds: 'NEITHER',
    seal: sealApplied(number),
    label: labelBody(),
    ...changes,
  };
}

/** Body of `package.opened`. */
export function openedBody(number: string, at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    sealNumber: number,
    sealState: 'VERIFIED_INTACT',
    reason: 'DEMO: examination',
    authority: { kind: 'LAB_REQUEST', reference: 'DEMO-LAB-1' },
    awayFromSeal: true,
    whyThroughSeal: null,
    oldSealKept: 'DEMO: inside the package',
    photo: demoPhoto,
    ...changes,
  };
}

/** Body of `package.resealed`: `old` is superseded by `number`. */
export function resealedBody(old: string, number: string, at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    sealNumber: old,
    condition: 'DEMO: bag reused, cut edge closed',
    holds: 'NEITHER',
    seal: sealApplied(number),
    label: labelBody(),
    ...changes,
  };
}

/** Body of `package.found-damaged`. */
export function foundDamagedBody(number: string, at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    sealNumber: number,
    state: 'DAMAGED_UNEXPLAINED',
    numberRead: null,
    explanation: null,
    couldHaveBeenTouched: 'DEMO: everything inside',
    photo: demoPhoto,
    ...changes,
  };
}

export const contentLine = {
  description: 'DEMO item as packed',
  quantity: { amount: '1', unit: 'PIECE' },
};

interface PackageAct {
  /** `OFFICER/ROLE` */
  readonly by: string;
  readonly countersigned?: readonly string[];
  /** `evidence/<UUID>` of each item. */
  readonly items: readonly string[];
  readonly package?: string;
  /** Members changed in the body of the act, and of every item's event. */
  readonly changes?: JsonObject;
  readonly itemChanges?: JsonObject;
}

/** An act on a package with the event of each item, which repeats when, where, package and seal. */
function packageAct(
  word: string,
  itemType: string,
  body: JsonObject,
  sealNumber: string,
  itemMembers: JsonObject,
  { by, countersigned, items, package: subject = packageSubject, changes, itemChanges }: PackageAct,
): Intent {
  const full: JsonObject = { ...body, ...changes };
  const { occurred = null, place = null } = full;
  const itemBody: JsonObject = {
    occurred,
    place,
    package: subject.slice('package/'.length),
    sealNumber,
    ...itemMembers,
    ...itemChanges,
  };
  return {
    subject,
    type: `package.${word}`,
    by,
    countersigned: countersigned ?? ['DEMO-WITNESS/WIT as witness'],
    body: full,
    items: items.map(item => ({ subject: item, type: itemType, body: itemBody })),
  };
}

export function sealPackage(number: string, at: string, act: PackageAct): Intent {
  const body = sealedBody(number, at);
  return packageAct('sealed', 'evidence.sealed', body, number, { content: contentLine }, act);
}

export function openPackage(number: string, at: string, act: PackageAct): Intent {
  const body = openedBody(number, at, act.changes);
  const { sealState = null, authority } = body;
  const kind = (authority as { kind: string }).kind;
  const members = { sealState, authority: kind, condition: 'DEMO: as described' };
  return packageAct('opened', 'evidence.unsealed', body, number, members, act);
}

export function resealPackage(old: string, number: string, at: string, act: PackageAct): Intent {
  const members = { formerSealNumber: old, content: contentLine, condition: 'DEMO: unchanged' };
  return packageAct('resealed', 'evidence.resealed', resealedBody(old, number, at), number, members, act);
}

export function findDamaged(number: string, at: string, act: PackageAct): Intent {
  const body = foundDamagedBody(number, at, act.changes);
  const { state = null, couldHaveBeenTouched = null } = body;
  const members = { state, couldHaveBeenTouched };
  return packageAct('found-damaged', 'evidence.seal-found-damaged', body, number, members, act);
}
