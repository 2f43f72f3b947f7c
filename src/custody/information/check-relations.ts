import type { EvidenceState } from '../evidence/state.js';
import type { LogWideFacts } from '../rule.js';
import type { SceneState } from '../scene/state.js';
import { refuseIf, type Violation } from '../violation.js';

/** What a piece is about belongs together: its items, and the scene, are of the incident it names. */
export function checkOfIncident(
  {
    incident,
    about,
    scene = null,
  }: { readonly incident: string | null; readonly about: readonly string[]; readonly scene?: string | null },
  facts: LogWideFacts,
): readonly Violation[] {
  if (incident === null) return [];
  const at = scene === null ? undefined : (facts.state(`scene/${scene}`) as SceneState | undefined);
  return [
    ...about.flatMap((id, position) => {
      const item = facts.state(`evidence/${id}`) as EvidenceState | undefined;
      return refuseIf(
        item !== undefined && item.incident !== incident,
        'information.item-of-other-incident',
        `/body/about/${position}`,
        { item: item?.number ?? '' },
      );
    }),
    ...refuseIf(
      at !== undefined && at.incident !== incident,
      'information.scene-of-other-incident',
      '/body/scene',
    ),
  ];
}
