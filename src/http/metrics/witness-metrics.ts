import { Counter, Gauge, type Registry } from 'prom-client';

/** A witness of the log, as far as this process has asked it. */
export interface WatchedWitness {
  /** Its name in the policy. */
  readonly name: string;
  readonly last: { readonly size: number; readonly time: number } | null;
  /** How often it was asked, by what came of it. */
  readonly replies: ReadonlyMap<string, number>;
}

/** Labels are names of the policy and codes of this program. */
export function registerWitnessMetrics(registry: Registry, witnesses: () => readonly WatchedWitness[]): void {
  const registers = [registry];
  new Counter({
    name: 'scelle_witness_replies_total',
    help: 'Requests of this process to witnesses, by what came of them: cosigned, or why not',
    labelNames: ['witness', 'reply'],
    registers,
    collect() {
      this.reset();
      for (const { name: witness, replies } of witnesses()) {
        for (const [reply, count] of replies) this.inc({ witness, reply }, count);
      }
    },
  });
  new Gauge({
    name: 'scelle_witness_events',
    help: 'Events under the last checkpoint that each witness has cosigned',
    labelNames: ['witness'],
    registers,
    collect() {
      this.reset();
      for (const { name: witness, last } of witnesses()) if (last !== null) this.set({ witness }, last.size);
    },
  });
  new Gauge({
    name: 'scelle_witness_timestamp_seconds',
    help: 'When each witness cosigned last, by its own clock',
    labelNames: ['witness'],
    registers,
    collect() {
      this.reset();
      for (const { name: witness, last } of witnesses())
        if (last !== null) this.set({ witness }, last.time / 1000);
    },
  });
}
