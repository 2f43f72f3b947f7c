import type { Refusal } from '../refusal.js';
import { roleTold } from '../vocabulary/told.js';

export const officerRefusals = {
  'officer.registrar-about-himself': {
    gate: null,
    source: 'log-format section 8, role',
    message: {
      en: 'A registrar cannot sign this about himself.',
      fr: 'Un officier enregistreur ne peut pas signer ceci pour lui-même.',
    },
    missing: {
      en: 'The signature of another registrar.',
      fr: "La signature d'un autre officier enregistreur.",
    },
    provider: ['REG'],
  },
  'officer.second-registrar-missing': {
    gate: null,
    source: 'log-format section 8, role',
    message: {
      en: 'Two registrars act together: the countersignature of another officer in role REG is missing.',
      fr: "Deux officiers enregistreurs agissent ensemble : il manque le contreseing d'un autre officier en rôle REG.",
    },
    missing: {
      en: 'Countersignature as registrar, role REG.',
      fr: 'Contreseing en qualité de registrar, rôle REG.',
    },
    provider: ['REG'],
  },
  'officer.revoker-not-entitled': {
    gate: null,
    source: 'log-format section 8, role',
    message: {
      en: 'A key is revoked by a registrar or by its holder.',
      fr: 'Une clé est révoquée par un officier enregistreur ou par son détenteur.',
    },
    missing: {
      en: 'The signature of a registrar, or of the holder with a key in force.',
      fr: "La signature d'un officier enregistreur, ou celle du détenteur avec une clé en vigueur.",
    },
    provider: ['REG', 'AUTHOR'],
  },
  'officer.unit-national': {
    gate: null,
    source: 'domain.md (b), GATE-10',
    message: {
      en: '"national" differs between the officer and his unit {unit}.',
      fr: "« national » diffère entre l'officier et son unité {unit}.",
    },
    missing: {
      en: 'An officer of the host State in a unit of the host State, and no other.',
      fr: "Un officier de l'État hôte dans une unité de l'État hôte, et nul autre.",
    },
    provider: ['REG'],
  },
  'officer.key-malformed': {
    gate: null,
    source: 'log-format section 8, key',
    message: {
      en: 'The public key is not valid: {reason}.',
      fr: "La clé publique n'est pas valable : {reason}.",
    },
    missing: {
      en: 'A public key on P-256, P-384 or Ed25519.',
      fr: 'Une clé publique P-256, P-384 ou Ed25519.',
    },
    provider: ['AUTHOR'],
  },
  'officer.key-unknown': {
    gate: null,
    source: 'log-format section 8, key',
    message: { en: '{kid} is no key of this officer.', fr: "{kid} n'est pas une clé de cet officier." },
    missing: { en: 'The kid of a registered key.', fr: "Le kid d'une clé enregistrée." },
    provider: ['REG'],
  },
  'officer.key-revoked-before': {
    gate: null,
    source: 'log-format section 8, key',
    message: { en: 'The key {kid} was revoked before.', fr: 'La clé {kid} est déjà révoquée.' },
    missing: { en: 'A key in force.', fr: 'Une clé en vigueur.' },
    provider: ['REG'],
  },
  'officer.compromise-index': {
    gate: null,
    source: 'log-format section 8',
    message: {
      en: 'compromisedSince goes with reason compromised only, and lies above the registration of the key.',
      fr: "compromisedSince n'accompagne que la raison compromised et se situe après l'enregistrement de la clé.",
    },
    missing: { en: 'A leaf index above {registered}.', fr: 'Un rang de feuille supérieur à {registered}.' },
    provider: ['REG'],
  },
  'officer.grant-unknown': {
    gate: null,
    source: 'SD-8',
    message: {
      en: '{grant} is no role grant of this officer in force.',
      fr: "{grant} n'est pas un rôle en vigueur de cet officier.",
    },
    missing: { en: 'The UUID of a grant.', fr: "L'UUID d'un rôle accordé." },
    provider: ['REG'],
  },
  'officer.role-dates': {
    gate: null,
    source: 'SD-8',
    message: { en: 'The role ends before it begins.', fr: 'Le rôle prend fin avant de commencer.' },
    missing: { en: 'until later than from, or null.', fr: 'until postérieur à from, ou null.' },
    provider: ['REG'],
  },
  'officer.role-without-end': {
    gate: null,
    source: 'SD-8',
    message: {
      en: 'The role {role} is granted without an end: operational roles have start and end dates.',
      fr: 'Le rôle {role} est accordé sans fin : les rôles opérationnels ont un début et une fin.',
    },
    missing: { en: 'until: the day the role ends.', fr: 'until : la date de fin du rôle.' },
    provider: ['REG'],
    told: { role: roleTold },
  },
  'officer.operator-holds-operational-role': {
    gate: null,
    source: 'SD-7',
    message: {
      en: '{role} cannot be held together with {held}: OPS and REG hold no operational role.',
      fr: '{role} ne peut être cumulé avec {held} : OPS et REG ne détiennent aucun rôle opérationnel.',
    },
    missing: {
      en: 'Another officer, or the end of the role {held}.',
      fr: 'Un autre officier, ou la fin du rôle {held}.',
    },
    provider: ['REG'],
    told: { role: roleTold, held: roleTold },
  },
  'officer.role-national': {
    gate: null,
    source: 'domain.md (b)',
    message: {
      en: '{role} is a role of national authorities; the unit of the officer is not national, or the reverse.',
      fr: "{role} est un rôle des autorités nationales ; l'unité de l'officier n'est pas nationale, ou l'inverse.",
    },
    missing: {
      en: 'An officer of a national unit for NAT roles, of the mission for others.',
      fr: "Un officier d'une unité nationale pour les rôles NAT, de la Mission pour les autres.",
    },
    provider: ['REG'],
    told: { role: roleTold },
  },
} as const satisfies Record<string, Refusal>;
