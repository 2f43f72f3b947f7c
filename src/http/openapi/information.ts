/** What the document says of the whole interface. */
export const information = {
  title: 'Scellé',
  version: '0.1.0',
  summary: 'Evidence chain of custody, from the field to the prosecutor',
  description: [
    'Every write is a batch of statements that officers signed with keys only they hold, and every answer to a write is a receipt that can be checked without trusting whoever runs the service. Every read is a projection of the log, and shows what the procedure in force lets the reader see: what one may not know is answered like what does not exist.',
    'Bodies of signed events are the components `<type>.v<form>`, e.g. `evidence.collected.v1`. In them `x-subject` names the kind of subject whose UUID a member holds; `x-event` marks an event that the act relies on and so lists in `refs`; `x-coded` a choice from a vocabulary; `x-withheld` the schema of a value that never stands in the body but is committed to by its digest. `x-description-fr` is the description in French.',
    'Errors are problem documents (RFC 9457); `type` leads to an explanation on this service. Messages are in English or French, as `Accept-Language` asks.',
    'Pages of other origins cannot read answers: no address but those of the public log (checkpoint, tiles, policy) sends CORS headers. Answers that may hold a withheld claim, a salt or a whole state are kept in no cache; `If-None-Match` works for who keeps the tag himself.',
  ].join('\n\n'),
  'x-description-fr':
    "Toute écriture est un lot de déclarations signées par des officiers, et toute réponse à une écriture est un reçu vérifiable sans faire confiance à l'exploitant. Toute lecture montre ce que la procédure en vigueur permet au lecteur de voir.",
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
} as const;

/** The service itself, wherever it runs: the document names neither host nor port. */
export const servers = [{ url: '/', description: 'The service that gives this document' }] as const;

export const securitySchemes = {
  session: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'Access token of 15 minutes from `POST /v1/sessions`, for reading. Appending needs none: the signature of each event is the authorization.',
  },
  metrics: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token that the operator set as `METRICS_TOKEN`, for `GET /metrics` alone.',
  },
} as const;
