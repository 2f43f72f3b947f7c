import { Counter, Gauge, type Registry } from 'prom-client';
import { poolUse } from '../../store/database.js';
import type { OpenLog } from '../../store/open-log.js';

/**
 * What a log and its appender come to, read when somebody asks. Labels are codes of this program, so their number is
 * bounded; no officer, subject or address is ever one.
 */
export function registerLogMetrics(registry: Registry, { appender, vault, db }: OpenLog): void {
  const registers = [registry];
  const { statistics } = appender;
  new Counter({
    name: 'scelle_batches_total',
    help: 'Batches answered by this process, by outcome',
    labelNames: ['outcome'],
    registers,
    collect() {
      this.reset();
      for (const [outcome, count] of statistics.batches) this.inc({ outcome }, count);
    },
  });
  new Counter({
    name: 'scelle_refusals_total',
    help: 'Batches refused by this process, by rule',
    labelNames: ['rule'],
    registers,
    collect() {
      this.reset();
      for (const [rule, count] of statistics.refusals) this.inc({ rule }, count);
    },
  });
  new Counter({
    name: 'scelle_groups_total',
    help: 'Group commits of this process',
    registers,
    collect() {
      this.reset();
      this.inc(statistics.groups);
    },
  });
  new Gauge({
    name: 'scelle_batches_waiting',
    help: 'Batches that wait to be appended',
    registers,
    collect() {
      this.set(appender.waiting);
    },
  });
  new Gauge({
    name: 'scelle_database_connections',
    help: 'Connections of this process to the database, and callers that wait for one',
    labelNames: ['state'],
    registers,
    collect() {
      const { open, idle, waiting } = poolUse(db);
      this.set({ state: 'busy' }, open - idle);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waiting' }, waiting);
    },
  });
  new Gauge({
    name: 'scelle_log_events',
    help: 'Events in the log; absent while the database cannot be reached',
    registers,
    async collect() {
      await setOrRemove(this, async () => {
        const { size } = await db.selectFrom('log_state').select('size').executeTakeFirstOrThrow();
        return size;
      });
    },
  });
  new Gauge({
    name: 'scelle_checkpoint_events',
    help: 'Events under the last signed checkpoint; absent while the vault cannot be read',
    registers,
    async collect() {
      await setOrRemove(this, async () => (await vault.read()).size);
    },
  });
  new Gauge({
    name: 'scelle_checkpoint_timestamp_seconds',
    help: 'When this process last had a checkpoint signed; absent until then',
    registers,
    async collect() {
      const { checkpointAt } = appender;
      await setOrRemove(this, async () => (checkpointAt === null ? null : checkpointAt / 1000));
    },
  });
}

/** A number that cannot be had is not told: yesterday's would look like today's. */
async function setOrRemove(gauge: Gauge, read: () => Promise<number | null>): Promise<void> {
  const value = await read().catch(() => null);
  if (value === null) gauge.remove();
  else gauge.set(value);
}
