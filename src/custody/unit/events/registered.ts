import Type from 'typebox';
import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Exactly, Flag, Line, Nullable, words } from '../../schema/described.js';
import { refuseIf, type Violation } from '../../violation.js';
import { Coded } from '../../vocabulary/coded.js';
import {
  formerOrganisationClasses,
  nationalByClass,
  type OrganisationClass,
  organisationClasses,
} from '../../vocabulary/institutions.js';
import type { UnitState } from '../state.js';
import { checkValidity, validityMembers } from '../validity.js';

const nameMembers = {
  name: Line('Name, as the unit writes it', "Nom, tel que l'unité l'écrit"),
  code: Line('Short code, e.g. PJS', 'Sigle, p. ex. PJS', 40),
};

const otherMembers = {
  national: Flag('An authority of the host State?', "Une autorité de l'État hôte ?"),
  country: Nullable(
    Type.String({
      ...words('Contributing State, ISO 3166-1 alpha-3', 'État contributeur, ISO 3166-1 alpha-3'),
      pattern: '^[A-Z]{3}$',
    }),
  ),
  ...validityMembers,
  basis: Nullable(Line('Text that creates or empowers it', "Texte qui l'institue ou l'habilite")),
};

const classWords = ['Kind of organisation', "Nature de l'organisation"] as const;

const body = Exactly({ ...nameMembers, class: Coded(organisationClasses, ...classWords), ...otherMembers });

/** Form 1 knew no recipients but those of the host State (RQ-68). */
const formerBody = Exactly({
  ...nameMembers,
  class: Coded(formerOrganisationClasses, ...classWords),
  ...otherMembers,
});

/** `unit.registered` (GATE-10, V12), by two registrars: also a court, a State or a panel that could receive (RQ-68). */
export const unitRegistered = beginning<UnitState, typeof body>({
  type: 'unit.registered',
  form: 2,
  source: 'GATE-10, V12, RQ-68',
  title: { en: 'Unit registered', fr: 'Unité enregistrée' },
  body,
  former: [{ form: 1, body: formerBody, supersededIn: 3 }],
  decide: act => [
    ...checkValidity(act.body),
    ...checkNational(act.body.class.code, act.body.national),
    ...refuseIf(
      act.body.class.code === 'OTHER_STATE' && act.body.country === null,
      'unit.state-not-named',
      '/body/country',
    ),
  ],
  evolve(act) {
    const { name, code, class: kind, national, country, validFrom, validUntil } = act.body;
    return {
      ...uncorrected,
      name,
      code,
      class: kind.code,
      classText: kind.text,
      national,
      country,
      validFrom,
      validUntil,
    };
  },
});

function checkNational(kind: OrganisationClass, national: boolean): readonly Violation[] {
  const expected = nationalByClass[kind];
  return refuseIf(expected !== undefined && expected !== national, 'unit.class-national', '/body/national', {
    class: organisationClasses[kind].en,
    classFr: organisationClasses[kind].fr,
  });
}
