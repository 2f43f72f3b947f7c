import { Gauge, type Registry } from 'prom-client';
import type { OutsideStanding } from '../../store/outside-standing.js';

/** How far others vouch for the log; 0 before it was looked at. */
export function registerOutsideMetrics(registry: Registry, outside: () => OutsideStanding | null): void {
  const registers = [registry];
  const gauges = {
    witnessed: 'the last checkpoint with a quorum of cosignatures',
    anchored: 'the last cosigned checkpoint that the log names',
  } as const;
  for (const [what, words] of Object.entries(gauges) as ['witnessed' | 'anchored', string][]) {
    new Gauge({
      name: `scelle_${what}_timestamp_seconds`,
      help: `Time of ${words}; 0: never`,
      registers,
      collect() {
        this.set((outside()?.[what]?.at ?? 0) / 1000);
      },
    });
  }
  new Gauge({
    name: 'scelle_overdue',
    help: 'Whether a quorum or an anchor is older than it may be, where the policy asks for witnesses',
    labelNames: ['what'],
    registers,
    collect() {
      this.reset();
      const standing = outside();
      if (standing === null) return;
      for (const what of ['witnessed', 'anchored'] as const)
        this.set({ what }, standing.overdue.includes(what) ? 1 : 0);
    },
  });
}
