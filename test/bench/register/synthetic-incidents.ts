import type { Choice } from '../../helpers/random-choice.js';

/** A row of a table of incidents, as a cell of analysts might have kept it. Nothing in it ever happened. */
export interface SyntheticIncident {
  readonly file: string;
  readonly date: string;
  readonly type: string;
  readonly region: string;
  readonly place: string;
  readonly target: string;
  readonly military: string;
  readonly civilians: string;
  readonly injured: string;
  readonly initiation: string;
  readonly charge: string;
  readonly exploited: string;
  readonly reason: string;
}

/** domain.md G3: attacks of each year; the brief gives the first and the last, and the sum. */
const attacksByYear: readonly (readonly [year: number, attacks: number])[] = [
  [2014, 103],
  [2015, 160],
  [2016, 200],
  [2017, 232],
  [2018, 262],
  [2019, 288],
  [2020, 321],
  [2021, 351],
  [2022, 410],
];

/** domain.md G3: of all attacks, those on the mission, by type. */
const attacksOnMission: readonly (readonly [type: string, attacks: number])[] = [
  ['IED_ATTACK', 307],
  ['IDF', 165],
  ['SAF', 108],
  ['COMPLEX', 46],
];

/** Beside attacks, which never include them. */
const besideAttacks: readonly (readonly [type: string, count: number])[] = [
  ['IED_FIND', 260],
  ['CACHE', 90],
  ['SEIZURE', 120],
];

const regions = ['DEMO-NORTH', 'DEMO-EAST', 'DEMO-CENTRE', 'DEMO-SOUTH'];
const otherTargets = ['NATIONAL_FORCES', 'CIVILIANS', 'INTERNATIONAL_FORCES', 'NOT_KNOWN'];
const missionTargets = ['UN_FORCE', 'UN_CONVOY', 'UN_CAMP', 'UN_CHECKPOINT', 'UN_CONTRACTOR'];
const attackTypes = ['IED_ATTACK', 'IDF', 'SAF', 'COMPLEX'];
const reasons = ['DIFFICULT_ACCESS', 'RESOURCE_CONSTRAINTS', 'COMPETING_PRIORITIES', 'SECURITY'];

/** 2,327 attacks of which 626 on the mission, and beside them finds, caches and seizures. */
export function syntheticIncidents(choice: Choice): readonly SyntheticIncident[] {
  const onMission = attacksOnMission.flatMap(([type, count]) => Array.from({ length: count }, () => type));
  const years = shuffled(
    choice,
    attacksByYear.flatMap(([year, count]) => Array.from({ length: count }, () => year)),
  );
  const attacks = years.map((year, at) => {
    const type = onMission[at] ?? choice.one(attackTypes);
    const target = choice.one(at < onMission.length ? missionTargets : otherTargets);
    return incidentOf(choice, at, year, type, target);
  });
  const beside = besideAttacks.flatMap(([type, count]) => Array.from({ length: count }, () => type));
  const others = beside.map((type, at) =>
    incidentOf(choice, years.length + at, 2014 + choice.below(9), type, 'NOT_KNOWN'),
  );
  return [...attacks, ...others];
}

function incidentOf(
  choice: Choice,
  at: number,
  year: number,
  type: string,
  target: string,
): SyntheticIncident {
  const date = `${year}-${twoDigits(1 + choice.below(12))}-${twoDigits(1 + choice.below(28))}`;
  const place = `DEMO-PLACE-${1 + choice.below(300)}`;
  const isDevice = type.startsWith('IED') || type === 'COMPLEX';
  const isAttack = attackTypes.includes(type);
  const exploited = choice.one(['FULL', 'PARTIAL', 'NONE', 'NONE', '']);
  return {
    file: `${date.slice(2).replaceAll('-', '')} ${type}, ${place} (${at + 1})`,
    date,
    type,
    region: choice.one(regions),
    place,
    target,
    military: isAttack && choice.once(3) ? String(choice.below(6)) : '',
    civilians: isAttack && choice.once(4) ? String(choice.below(9)) : '',
    injured: isAttack && choice.once(2) ? String(choice.below(20)) : '',
    initiation: isDevice && choice.once(2) ? choice.one(['COMMAND', 'VICTIM_OPERATED', 'TIME']) : '',
    charge: isDevice && choice.once(3) ? String(4 + choice.below(40)) : '',
    exploited,
    reason: exploited === 'NONE' || exploited === 'PARTIAL' ? choice.one(reasons) : '',
  };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function shuffled<T>(choice: Choice, list: readonly T[]): readonly T[] {
  const left = [...list];
  return list.map(() => left.splice(choice.below(left.length), 1)[0] as T);
}
