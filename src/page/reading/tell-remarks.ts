import type { Text } from '../../custody/text.js';
import type { JsonObject } from '../../log/index.js';
import { memberOf, objectsOf, textOf } from './body-members.js';

/** What an act says that a reader must not overlook, in words. */
export function tellRemarks(body: JsonObject): readonly Text[] {
  const late = textOf(memberOf(body, 'lateEntry').reason);
  const clock = textOf(memberOf(body, 'occurred').clockDoubt);
  const reserve = textOf(memberOf(body, 'reserve').text);
  const difference = textOf(memberOf(body, 'difference').explanation);
  const gap = memberOf(body, 'gap');
  return [
    ...objectsOf(body.overrides).map(({ gate, reason }) => ({
      en: `${textOf(gate)} passed by decision of an officer: ${textOf(reason)}`,
      fr: `${textOf(gate)} levé par décision d'un officier : ${textOf(reason)}`,
    })),
    ...told(late, 'entered late', 'inscrit tardivement'),
    ...told(clock, 'clock in doubt', 'horloge douteuse'),
    ...told(reserve, 'received under reserve', 'reçu sous réserve'),
    ...told(difference, 'quantity differs', 'quantité différente'),
    ...told(textOf(gap.reason), 'gap in custody', 'lacune dans la garde'),
    ...(body.conditionAgrees === false ? [conditionDiffers] : []),
    ...(body.descriptionAgrees === false ? [descriptionDiffers] : []),
    ...(body.seen === false ? [notSeen] : []),
  ];
}

const conditionDiffers: Text = {
  en: 'condition not as it was described',
  fr: 'état différent de la description',
};
const descriptionDiffers: Text = {
  en: 'not as it was described',
  fr: 'non conforme à la description',
};
const notSeen: Text = { en: 'not seen by who signs', fr: 'non vu par le signataire' };

function told(reason: string, en: string, fr: string): readonly Text[] {
  return reason === '' ? [] : [{ en: `${en}: ${reason}`, fr: `${fr} : ${reason}` }];
}
