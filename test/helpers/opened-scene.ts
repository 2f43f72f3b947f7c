import type { Sop } from '../../src/custody/sop/document.js';
import type { JsonObject } from '../../src/log/index.js';
import { openIncident } from './bodies/incident.js';
import { openScene } from './bodies/scene.js';
import { registerUnit } from './bodies/unit.js';
import { Procedure } from './procedure.js';

/** A procedure with `DEMO-UNIT` and `DEMO-INCIDENT`, to which scenes are opened. */
export function withIncident(sop?: Sop): Procedure {
  const procedure = new Procedure(sop);
  procedure.accept(registerUnit());
  procedure.accept(openIncident());
  procedure.enlist('DEMO-WIT-1', 'WIT');
  return procedure;
}

/** The same with `DEMO-SCENE` opened by `DEMO-WIT-1`: explosive hazard possible, nothing cleared yet. */
export function withScene(changes: JsonObject = {}, sop?: Sop): Procedure {
  const procedure = withIncident(sop);
  procedure.accept(openScene(changes));
  return procedure;
}
