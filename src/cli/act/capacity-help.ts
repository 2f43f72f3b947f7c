import { type RoleCode, roleCodes } from '../../custody/roles.js';
import { reconstruction } from '../../custody/sop/reconstruction.js';
import type { Language } from '../../custody/text.js';
import { roleTold } from '../../custody/vocabulary/told.js';

/** In which roles an act is signed, by the procedure that is shipped, as typed after `--as`. */
export function signerHelp(type: string, language: Language): string {
  const signers = reconstruction.acts[type]?.signers;
  if (signers === undefined) return '';
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const few = signers !== null && signers.length <= 8;
  const roles = few ? signers.map(role => roleTold(role)[language]).join(', ') : tellRoles(signers, say);
  const byKind = Object.entries(reconstruction.acts[type]?.signersByKind ?? {}).map(
    ([kind, own]) => `\n  ${kind}: ${own.map(role => roleTold(role)[language]).join(', ')}`,
  );
  const signed = say('Signed by (--as KEY:ROLE):', 'Signé par (--as CLÉ:RÔLE) :');
  return `\n\n${signed} ${roles}${byKind.join('')}`;
}

/** Who countersigns an act and in which capacity, as typed after `--with`; empty where nobody does. */
export function capacityHelp(type: string, language: Language): string {
  const capacities = reconstruction.acts[type]?.countersignatures ?? [];
  if (capacities.length === 0) return '';
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const heading = say(
    'Countersigned by (--with KEY:ROLE:CAPACITY; * always, else where the case asks for it):',
    'Contresigné par (--with CLÉ:RÔLE:QUALITÉ ; * toujours, sinon quand le cas le demande) :',
  );
  const lines = capacities.map(({ as, count, roles }) => {
    const times = count > 1 ? ` (${count})` : '';
    return `  ${count > 0 ? '*' : ' '} ${as}${times}: ${tellRoles(roles, say)}`;
  });
  return `\n\n${[heading, ...lines].join('\n')}`;
}

/** The roles, or those left out where these are fewer. */
function tellRoles(roles: readonly RoleCode[] | null, say: (en: string, fr: string) => string): string {
  if (roles === null) return say('any role', 'tout rôle');
  const others = roleCodes.filter(role => !roles.includes(role));
  if (others.length >= roles.length) return roles.join(' | ');
  return say(`any role but ${others.join(', ')}`, `tout rôle sauf ${others.join(', ')}`);
}
