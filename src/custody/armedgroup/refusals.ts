import type { Refusal } from '../refusal.js';

export const armedGroupRefusals = {
  'armedgroup.from-itself': {
    gate: null,
    source: 'domain.md G1',
    message: { en: 'A group does not come from itself.', fr: "Un groupe n'est pas issu de lui-même." },
    missing: { en: 'Another group.', fr: 'Un autre groupe.' },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
