import { objectsOf, textOf } from '../../../audit/report/report-event.js';
import { leadSources } from '../../../custody/vocabulary/laboratory.js';
import { confidences } from '../../../custody/vocabulary/marks.js';
import { inWordsAndCode } from '../../../custody/vocabulary/told.js';
import type { Lead } from '../../paper/laboratory-report.js';
import { joined } from '../../paper/print/told.js';
import { row, said, withheld } from '../clearance/said.js';
import type { NameItem } from './item-names.js';
import { choice } from './of-request.js';
import { idOf, type ReleasedReport, toldIn } from './released-report.js';

/**
 * V7: every lead that the examination recorded, whenever it did: its act is inside, and nobody is to think that there
 * was none. Source and confidence stand in the clear in every form. The list, the State, the reference and the lead in
 * words leave with no report where they are withheld: that they are is what stands there. In form 1 list, State and lead
 * stand in the clear in the signed act, and the paper says what the act says (GATE-6).
 */
export function leadsIn({ leads }: Pick<ReleasedReport, 'leads'>, named: NameItem): readonly Lead[] {
  return leads.map(({ index, event: { body } }) => ({
    leaf: index,
    rows: [
      row('Pièce', 'Item', joined(itemsIn(body.items).map(named), ', ')),
      row('Origine', 'Source', choice(leadSources, body.source)),
      row('Fichier ou liste', 'Database or list', said(body.list)),
      row('État ayant émis le mandat', 'State that issued the warrant', said(body.issuedBy)),
      row('Référence', 'Reference', said(body.reference)),
      row('Degré de confiance', 'Confidence', inWordsAndCode(confidences)(textOf(body.confidence))),
      row('Piste', 'Lead', toldIn(body, 'statement') ?? withheld),
    ],
  }));
}

function itemsIn(items: Parameters<typeof objectsOf>[0]): readonly string[] {
  return objectsOf(items).map(({ subject }) => idOf(textOf(subject)));
}
