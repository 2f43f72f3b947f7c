/** The gates of domain.md C.4: rules that no one can pass silently. */
export const gateIds = [
  'GATE-1',
  'GATE-2',
  'GATE-3',
  'GATE-4',
  'GATE-5',
  'GATE-6',
  'GATE-7',
  'GATE-8',
  'GATE-9',
  'GATE-10',
  'GATE-11',
  'GATE-12',
  'GATE-13',
  'GATE-14',
  'GATE-15',
] as const;

export type GateId = (typeof gateIds)[number];
