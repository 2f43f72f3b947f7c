import { eventRule } from '../../custody/catalogue.js';
import type { Text } from '../../custody/text.js';
import { releaseOutcomes } from '../../custody/vocabulary/releases.js';
import type { MatterRead } from './contents-reading.js';
import { Members } from './facts/fact.js';

/** Where it stands, as its last act says: of a release what was decided, of anything else what was done last. */
export function tellMatterState({ kind, acts }: MatterRead): Text | null {
  if (kind === 'information') return null;
  const last = acts.findLast(({ event }) => !passing.includes(event.type));
  if (last === undefined) return null;
  const { type, form } = last.event;
  if (type === 'release.decided') return Members.of(last).text('outcome', releaseOutcomes);
  return eventRule(type, form)?.title ?? { en: type, fr: type };
}

/** Acts that leave a matter where it stood. */
const passing: readonly string[] = [
  'examination.release-requested',
  'examination.release-decided',
  'examination.release-suspended',
  'examination.release-withdrawn',
  'release.input-given',
  'examination.lead-recorded',
  'examination.traces-matched',
];
