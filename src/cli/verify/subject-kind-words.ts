import type { Kind } from '../../custody/schema/identifiers.js';
import type { Text } from '../../custody/text.js';
import { listedKinds } from '../subjects/kinds.js';

/** Not the log itself: of a part of it, `1 log` would read as if the whole were inside. */
const log: Text = { en: 'the acts about the log itself', fr: 'les actes sur le journal lui-même' };

const plurals: Readonly<Record<Kind, Text>> = {
  log: { en: 'logs', fr: 'journaux' },
  officer: { en: 'officers', fr: 'officiers' },
  unit: { en: 'units', fr: 'unités' },
  site: { en: 'sites', fr: 'sites' },
  incident: { en: 'incidents', fr: 'incidents' },
  scene: { en: 'scenes', fr: 'lieux' },
  visit: { en: 'visits', fr: 'visites' },
  evidence: { en: 'items', fr: 'pièces' },
  package: { en: 'packages', fr: 'colis' },
  sealstock: { en: 'stocks of seals', fr: 'stocks de scellés' },
  transfer: { en: 'transfers', fr: 'transferts' },
  discrepancy: { en: 'discrepancies', fr: 'anomalies' },
  release: { en: 'releases', fr: 'autorisations de remise' },
  export: { en: 'exports', fr: 'extraits' },
};

/** Subjects of one kind in words, `3 items`; a kind that this program does not know is told as it is written. */
export function subjectKindWords(kind: string, count: number): Text {
  if (kind === 'log') return log;
  const { en, fr } = count === 1 ? singularOf(kind) : pluralOf(kind);
  return { en: `${count} ${en}`, fr: `${count} ${fr}` };
}

function singularOf(kind: string): Text {
  return listedKinds.find(listed => listed.kind === kind)?.singular ?? { en: kind, fr: kind };
}

function pluralOf(kind: string): Text {
  return Object.hasOwn(plurals, kind) ? plurals[kind as Kind] : { en: kind, fr: kind };
}
