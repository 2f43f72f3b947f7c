import type { OfficerState } from '../../custody/officer/state.js';
import { roles } from '../../custody/roles.js';
import type { Text } from '../../custody/text.js';
import type { UnitState } from '../../custody/unit/state.js';
import type { Bilingual, Signatory } from '../paper/words.js';
import type { DossierReading } from './dossier-reading.js';

/** Leaf of the report, why, and since which leaf the key was in other hands. */
export type Revocation = NonNullable<OfficerState['keys'][string]['revoked']>;

const noUnit: Text = { en: 'no unit on record', fr: 'sans unité inscrite' };

/** Officers by capacity and unit. Their names are withheld claims, so nobody is named (RQ-08, GATE-8). */
export class People {
  readonly #units: ReadonlyMap<string, Text>;
  readonly #officers: ReadonlyMap<string, unknown>;

  /** @param officers their states, by subject */
  private constructor(units: ReadonlyMap<string, Text>, officers: ReadonlyMap<string, unknown>) {
    this.#units = units;
    this.#officers = officers;
  }

  /** @param officers UUIDs */
  static async read({ states }: DossierReading, officers: Iterable<string>): Promise<People> {
    const wanted = [...new Set(officers)].map(officer => `officer/${officer}`);
    const found = await states(wanted);
    const unitOf = new Map(
      [...found].map(([subject, state]) => [subject.slice('officer/'.length), (state as OfficerState).unit]),
    );
    const units = await states(
      [...new Set(unitOf.values())].flatMap(unit => (unit === null ? [] : [`unit/${unit}`])),
    );
    const named = [...unitOf].map(([officer, unit]) => {
      const state = unit === null ? undefined : (units.get(`unit/${unit}`) as UnitState | undefined);
      return [officer, state === undefined ? noUnit : { en: state.name, fr: state.name }] as const;
    });
    return new People(new Map(named), found);
  }

  /** Why a key of an officer counts no more; undefined while it does. */
  revocationOf(officer: string, kid: string): Revocation | undefined {
    const state = this.#officers.get(`officer/${officer}`) as OfficerState | undefined;
    return state?.keys[kid]?.revoked ?? undefined;
  }

  unitOf(officer: string): Text {
    return this.#units.get(officer) ?? noUnit;
  }

  /** `Headquarters evidence custodian (f3bf12), DEMO-MISSION`. */
  tell(signer: { readonly officer: string; readonly role: string }): Text {
    const title = titleOfOfficer(signer);
    const unit = this.unitOf(signer.officer);
    return { en: `${title.en}, ${unit.en}`, fr: `${title.fr}, ${unit.fr}` };
  }

  signatory(signer: { readonly officer: string; readonly role: string }): Signatory {
    return { name: null, grade: null, capacity: titleOfOfficer(signer), unit: this.unitOf(signer.officer) };
  }
}

/**
 * Two officers of one function and unit are told apart by the end of their identifier in the log: whoever made safe
 * together, or witnessed, is seen to be two (SD-6). It is the random end, and tells nothing of a person.
 */
export function titleOfOfficer({ officer, role }: { readonly officer: string; readonly role: string }): Text {
  const { en, fr } = titleOf(role);
  const mark = `(${officer.slice(-6)})`;
  return { en: `${en} ${mark}`, fr: `${fr} ${mark}` };
}

export function titleOf(role: string): Text {
  return Object.hasOwn(roles, role) ? roles[role as keyof typeof roles].title : { en: role, fr: role };
}

/** What an officer wrote in one language alone stands in French as it was written. */
export function asWritten(text: string): Bilingual {
  return { fr: text };
}
