import { type KnownLog, mergeKnowledge, takeAlong } from '../../client/index.js';
import type { Heads } from '../../custody/compose/compose-act.js';
import type { Sop } from '../../custody/sop/document.js';
import { standOn } from '../act/sign-and-keep.js';
import { type DeviceSession, knownLog, readTakenAlong, saveTakenAlong } from '../device-session.js';
import type { NamedOfficer } from '../officers.js';
import type { Output } from '../output.js';
import type { RegisterFromOptions } from './options.js';

/** What a whole table is checked against before anything of it is signed. */
export interface TableGround {
  readonly online: boolean;
  readonly known: KnownLog | null;
  readonly sop: Sop | null;
  readonly heads: Heads;
}

/** With a connection the device takes along the scene as it is now, so that the rules can be rehearsed row by row. */
export async function groundFor(
  session: DeviceSession,
  signer: NamedOfficer,
  { incident, scene, offline }: RegisterFromOptions,
  output: Output,
): Promise<TableGround> {
  const ground = await standOn(session, signer, offline === true, output);
  if (!ground.online) return { ...ground, heads: await ground.heads([]) };
  const wanted = {
    officer: signer.officer,
    incidents: [incident],
    scenes: scene === undefined ? [] : [scene],
    sites: [],
    items: [],
  };
  const { taken } = await takeAlong(session.service, wanted, Date.now());
  const merged = mergeKnowledge(await readTakenAlong(session), taken);
  await saveTakenAlong(session, merged);
  const known = await knownLog(session, merged, new Set());
  return { online: true, known, sop: merged.sop, heads: known.heads() };
}
