import Type from 'typebox';
import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Exactly, Flag, Line, Nullable, words } from '../../schema/described.js';
import { refuseIf, type Violation } from '../../violation.js';
import { Coded } from '../../vocabulary/coded.js';
import {
  nationalByClass,
  type OrganisationClass,
  organisationClasses,
} from '../../vocabulary/institutions.js';
import type { UnitState } from '../state.js';
import { checkValidity, validityMembers } from '../validity.js';

const body = Exactly({
  name: Line('Name, as the unit writes it', "Nom, tel que l'unité l'écrit"),
  code: Line('Short code, e.g. PJS', 'Sigle, p. ex. PJS', 40),
  class: Coded(organisationClasses, 'Kind of organisation', "Nature de l'organisation"),
  national: Flag('An authority of the host State?', "Une autorité de l'État hôte ?"),
  country: Nullable(
    Type.String({
      ...words('Contributing State, ISO 3166-1 alpha-3', 'État contributeur, ISO 3166-1 alpha-3'),
      pattern: '^[A-Z]{3}$',
    }),
  ),
  ...validityMembers,
  basis: Nullable(Line('Text that creates or empowers it', "Texte qui l'institue ou l'habilite")),
});

/** `unit.registered` (GATE-10, V12), by two registrars. */
export const unitRegistered = beginning<UnitState, typeof body>({
  type: 'unit.registered',
  form: 1,
  source: 'GATE-10, V12',
  title: { en: 'Unit registered', fr: 'Unité enregistrée' },
  body,
  decide: act => [...checkValidity(act.body), ...checkNational(act.body.class.code, act.body.national)],
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
