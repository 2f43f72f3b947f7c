import { type OfficerState, rolesHeld } from '../custody/officer/state.js';
import type { Language } from '../custody/text.js';
import { roleTold } from '../custody/vocabulary/told.js';
import { type DeviceSession, readTakenAlong } from './device-session.js';
import type { NamedOfficer } from './officers.js';
import { UsageError } from './usage-error.js';

/**
 * What is read in a role is read as its holder: a role that the officer's key does not hold is a slip of the hand.
 * Where nothing is known of the officer here, the service will judge.
 * @throws UsageError naming the roles he holds
 */
export async function requireRoleHeld(
  session: DeviceSession,
  { officer, role }: NamedOfficer,
  online: boolean,
): Promise<void> {
  const subject = `officer/${officer}`;
  const state = online
    ? (await session.service.heads([subject]))[0]?.state
    : (await readTakenAlong(session))?.subjects.get(subject)?.state;
  if (state === undefined || state === null) return;
  const held = rolesHeld(state as unknown as OfficerState, Date.now());
  if (held.some(own => own === role)) return;
  const told = (language: Language) => held.map(own => roleTold(own)[language]).join(', ') || '–';
  throw new UsageError({
    en: `--as: this key does not hold the role ${role}; it holds: ${told('en')}`,
    fr: `--as : cette clé ne détient pas le rôle ${role} ; elle détient : ${told('fr')}`,
  });
}
