import type { EvidenceState } from '../../evidence/state.js';
import { refuseIf, type Violation } from '../../violation.js';

/** D4, GATE-2: class 1 goods travel with a dangerous-goods declaration; from hand to hand they do not travel. */
export function checkDangerousGoods(
  { number, safety }: EvidenceState,
  { means, dangerousGoodsReference }: { means: string; dangerousGoodsReference: string | null },
): readonly Violation[] {
  const classOne = safety.status === 'EXPLOSIVE_CERTIFIED_FOR_TRANSPORT';
  return refuseIf(
    classOne && means !== 'HAND' && dangerousGoodsReference === null,
    'transfer.dangerous-goods-undeclared',
    '/subject',
    { number },
  );
}
