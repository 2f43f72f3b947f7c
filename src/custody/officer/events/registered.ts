import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Code, Exactly, Flag, Line, Nullable } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { Withholdable } from '../../schema/withheld.js';
import type { UnitState } from '../../unit/state.js';
import { refuseIf } from '../../violation.js';
import { officerKinds } from '../../vocabulary/officers.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { secondRegistrar } from '../authority.js';
import type { OfficerState } from '../state.js';

const body = Exactly({
  name: Withholdable(Line('Name and grade', 'Nom et grade'), 'Name', 'Nom'),
  unit: Nullable(IdOf('unit', 'Unit', 'Unité')),
  kind: Code(
    codesOf(officerKinds),
    'A person, or the running service',
    'Une personne, ou le service lui-même',
  ),
  national: Flag('Officer of a national authority?', "Officier d'une autorité nationale ?"),
});

/** `officer.registered` (log-format section 8). A founder's key and role come from `log.opened`. */
export const officerRegistered = beginning<OfficerState, typeof body>({
  type: 'officer.registered',
  form: 1,
  source: 'log-format section 8',
  title: { en: 'Officer registered', fr: 'Officier enregistré' },
  body,
  decide: (act, circumstances) => secondRegistrar(act, circumstances),
  decideLogWide(_state, { body: { unit: id, national } }, facts) {
    const unit = id === null ? undefined : (facts.state(`unit/${id}`) as UnitState | undefined);
    return refuseIf(
      unit !== undefined && unit.national !== national,
      'officer.unit-national',
      '/body/national',
      { unit: unit?.code ?? '' },
    );
  },
  evolve(act, circumstances) {
    const founder = circumstances.officer(act.id);
    return {
      ...uncorrected,
      unit: act.body.unit,
      national: act.body.national,
      keys: founder?.keys ?? {},
      grants: founder?.grants ?? {},
    };
  },
});
