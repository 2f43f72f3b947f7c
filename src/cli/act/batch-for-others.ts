import { type BatchFile, missingSignatures, type PlainAct } from '../../client/index.js';
import type { RoleCode } from '../../custody/roles.js';
import type { Sop } from '../../custody/sop/document.js';
import type { Language } from '../../custody/text.js';
import { capacityTold, roleTold } from '../../custody/vocabulary/told.js';
import { UsageError } from '../usage-error.js';
import { shellLine } from './example.js';

/**
 * A batch that goes to another device names who has to sign there, or nobody can: his place in it is his key's.
 * @throws UsageError naming the countersignature the procedure wants and nobody was named for
 */
export function requireCountersigners(acts: readonly PlainAct[], sop: Sop): void {
  for (const { type, countersigners = [] } of acts) {
    const owed = Object.hasOwn(sop.acts, type) ? (sop.acts[type]?.countersignatures ?? []) : [];
    const lacking = owed.find(({ as, count }) => countersigners.filter(by => by.as === as).length < count);
    if (lacking === undefined) continue;
    const { as, roles } = lacking;
    throw new UsageError({
      en: `say who signs elsewhere: --with THEIR.card.json:ROLE:${as} (the card that his \`scelle key new\` printed${admitted(roles, 'en')})`,
      fr: `dites qui signe ailleurs : --with LEUR.card.json:RÔLE:${as} (la carte affichée par son \`scelle key new\`${admitted(roles, 'fr')})`,
    });
  }
}

function admitted(roles: readonly RoleCode[] | null, language: Language): string {
  if (roles === null) return '';
  const told = roles.map(role => roleTold(role)[language]).join(', ');
  return language === 'fr' ? ` ; rôles : ${told}` : `; roles: ${told}`;
}

/** A batch in a file is not in the log: who has still to sign, or how it is sent. */
export function tellStanding(path: string, batch: BatchFile, language: Language): readonly string[] {
  const french = language === 'fr';
  const missing = missingSignatures(batch);
  const push = shellLine(['sign', path, '--as', 'KEY:ROLE', '--push']);
  if (missing.length === 0) {
    return [
      french
        ? `Complet, mais PAS ENCORE envoyé. L'envoyer : ${push}`
        : `Complete, but NOT sent yet. Send it: ${push}`,
    ];
  }
  return [
    french ? 'PAS ENCORE envoyé ; doivent encore signer :' : 'NOT sent yet; these have still to sign:',
    ...missing.map(({ officer, kid }) => `  ${whoSigns(batch, officer, kid, language)}`),
    `  ${push}`,
  ];
}

function whoSigns({ events }: BatchFile, officer: string, kid: string, language: Language): string {
  const own = events.find(event => event.kid === kid && event.jws === null)?.payload;
  const role = roleTold(own?.actor.role ?? '')[language];
  const as = own?.body.as;
  return `${role} ${officer}${typeof as === 'string' ? `, ${capacityTold(as)[language]}` : ''}`;
}
