import Type from 'typebox';
import { Nullable, words } from '../../custody/schema/described.js';
import { type AlertKind, alertKinds } from '../../store/readers/alerts/alert.js';

export const AlertSchema = Type.Object(
  {
    id: Type.String(
      words(
        'The same as long as the alert holds; another once it has ceased and comes again, but of a stopped handover',
        "Le même tant que l'alerte dure ; un autre si elle revient après avoir cessé, sauf pour une remise arrêtée",
      ),
    ),
    kind: Type.Enum(Object.keys(alertKinds) as AlertKind[], words('Kind', 'Nature')),
    title: Type.String(words('In words, in the language asked for', 'En clair, dans la langue demandée')),
    subject: Type.String(words('What it is about', 'Sur quoi elle porte')),
    label: Type.String(
      words(
        'Number of the item or manifest, name of the scene',
        'Numéro de la pièce ou du bordereau, nom des lieux',
      ),
    ),
    officer: Nullable(Type.String(words('Who is to act, or is concerned', 'Qui doit agir, ou est concerné'))),
    detail: Type.String(
      words('More: a role, a period, the hash of a file', 'Précision : rôle, période, empreinte'),
    ),
    since: Type.String({
      ...words(
        'Since when it holds, and the log shows it; of a stopped handover, when that was offered',
        'Depuis quand elle dure, et ressort du journal ; pour une remise arrêtée, quand elle fut offerte',
      ),
      format: 'date-time',
    }),
  },
  { title: 'Alert', ...words('Something that is not as it should be', "Ce qui n'est pas comme il se doit") },
);

export const alertExample = {
  id: '5f0c8e2b7a914d36b1c2a4f7d9e08135',
  kind: 'TRANSFER_OVERDUE',
  title: alertKinds.TRANSFER_OVERDUE.en,
  subject: 'transfer/01788c72-3c00-761a-a189-320c4983dd5d',
  label: 'DEMO-MANIFEST-1',
  officer: '01788c72-3c00-7d52-b6f4-8f1f0a4c9e11',
  detail: '',
  since: '2021-04-04T12:00:00.000Z',
};
