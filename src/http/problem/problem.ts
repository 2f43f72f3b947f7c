import type { AppendOutcome } from '../../store/appender/outcome.js';
import { orderProblems } from './order-problems.js';
import { kind, type ProblemKind } from './problem-kind.js';
import { unavailableReasons } from './unavailable-reasons.js';

/** Everything the service may say instead of a result: the one table from codes to HTTP status. */
export const problemKinds = {
  'invalid-request': kind(
    400,
    { en: 'The request cannot be read', fr: 'La requête est illisible' },
    { en: 'Follow the OpenAPI document.', fr: 'Suivez le document OpenAPI.' },
  ),
  malformed: kind(
    400,
    { en: 'The batch cannot be read', fr: 'Le lot est illisible' },
    {
      en: 'Each fault names its event and the check of the log format that failed.',
      fr: 'Chaque défaut nomme son acte et le contrôle du format du journal qui a échoué.',
    },
  ),
  'upload-interrupted': kind(
    400,
    { en: 'The file did not come to its end', fr: "Le fichier n'est pas arrivé jusqu'au bout" },
    {
      en: 'Upload it again; POST /v1/uploads lets an upload go on where it stopped.',
      fr: "Renvoyez-le ; POST /v1/uploads permet de reprendre un envoi là où il s'est arrêté.",
    },
  ),
  'too-many-events': kind(
    400,
    { en: 'A batch holds at most 1,000 events', fr: 'Un lot contient au plus 1 000 actes' },
    { en: 'Send several batches.', fr: 'Envoyez plusieurs lots.' },
  ),
  unauthenticated: kind(
    401,
    { en: 'A session is needed', fr: 'Une session est nécessaire' },
    {
      en: 'Open a session with POST /v1/sessions and send its access token.',
      fr: "Ouvrez une session par POST /v1/sessions et envoyez son jeton d'accès.",
    },
  ),
  'session-refused': kind(
    401,
    { en: 'The session was not opened', fr: "La session n'a pas été ouverte" },
    {
      en: 'Sign a fresh nonce of the service with a registered key that was not revoked.',
      fr: 'Signez un nonce récent du service avec une clé enregistrée et non révoquée.',
    },
  ),
  forbidden: kind(
    403,
    { en: 'Your roles do not show this', fr: 'Vos rôles ne donnent pas accès à ceci' },
    {
      en: 'The procedure names who may read what: GET /v1/sop.',
      fr: 'La procédure nomme qui peut lire quoi : GET /v1/sop.',
    },
  ),
  'purpose-required': kind(
    403,
    { en: 'The procedure asks why you read this', fr: 'La procédure demande pourquoi vous lisez ceci' },
    {
      en: 'Say why in the header Read-Purpose; scelle sends what SCELLE_READ_PURPOSE says. It is kept with the reading.',
      fr: "Dites pourquoi dans l'en-tête Read-Purpose ; scelle envoie ce que dit SCELLE_READ_PURPOSE. C'est conservé avec la consultation.",
    },
  ),
  'not-found': kind(
    404,
    { en: 'There is nothing to be shown here', fr: "Il n'y a rien à montrer ici" },
    {
      en: 'It does not exist, or you may not know of it.',
      fr: "Cela n'existe pas, ou vous ne pouvez pas en avoir connaissance.",
    },
  ),
  'request-timeout': kind(
    408,
    { en: 'The request did not come in time', fr: "La requête n'est pas arrivée à temps" },
    { en: 'Send it again.', fr: 'Renvoyez-la.' },
  ),
  'method-not-allowed': kind(
    405,
    { en: 'This address does not take the method', fr: "Cette adresse n'admet pas cette méthode" },
    { en: 'Use one of those that Allow names.', fr: "Utilisez l'une de celles que nomme Allow." },
  ),
  stale: kind(
    409,
    { en: 'Another act came first', fr: 'Un autre acte est intervenu entre-temps' },
    {
      en: 'Look at what came between, and sign again.',
      fr: "Voyez ce qui s'est passé entre-temps, puis signez à nouveau.",
    },
  ),
  ...orderProblems,
  'upload-elsewhere': kind(
    409,
    { en: 'The upload stands at another byte', fr: "L'envoi en est à un autre octet" },
    {
      en: 'Ask with HEAD where it stands, and go on from there.',
      fr: 'Demandez par HEAD où il en est, et reprenez à partir de là.',
    },
  ),
  'upload-protocol': kind(
    412,
    { en: 'Another version of the upload protocol', fr: "Autre version du protocole d'envoi" },
    {
      en: 'Send Tus-Resumable: 1.0.0.',
      fr: 'Envoyez Tus-Resumable: 1.0.0.',
    },
  ),
  'too-large': kind(
    413,
    { en: 'The request is too large', fr: 'La requête est trop volumineuse' },
    { en: 'Send it in smaller parts.', fr: 'Envoyez-la en plusieurs parties.' },
  ),
  'file-too-large': kind(
    413,
    { en: 'The file is too large', fr: 'Le fichier est trop volumineux' },
    {
      en: 'The operator sets how large a file may be (`limit`, in bytes). Nothing was kept.',
      fr: "L'exploitant fixe la taille admise (`limit`, en octets). Rien n'a été conservé.",
    },
  ),
  'address-too-long': kind(
    414,
    { en: 'The address is too long', fr: "L'adresse est trop longue" },
    { en: 'Ask for less at once.', fr: 'Demandez moins à la fois.' },
  ),
  'media-type': kind(
    415,
    { en: 'The media type is not accepted', fr: "Le type de média n'est pas accepté" },
    {
      en: 'Send what the OpenAPI document names for this address; text in UTF-8, nothing compressed.',
      fr: 'Envoyez ce que le document OpenAPI indique pour cette adresse ; texte en UTF-8, sans compression.',
    },
  ),
  'range-not-satisfiable': kind(
    416,
    { en: 'The file has no such part', fr: "Le fichier n'a pas cette partie" },
    { en: 'Content-Range says how large it is.', fr: 'Content-Range indique sa taille.' },
  ),
  refused: kind(
    422,
    { en: 'A rule says no', fr: "Une règle s'y oppose" },
    {
      en: 'Each violation names what is missing and who can provide it.',
      fr: 'Chaque violation nomme ce qui manque et qui peut le fournir.',
    },
  ),
  'export-since': kind(
    422,
    {
      en: 'What the export is to be compared with is no earlier checkpoint of this log',
      fr: "Ce à quoi l'extrait doit être comparé n'est pas un point de contrôle antérieur de ce journal",
    },
    {
      en: 'In since, name sizes from 1 to that of the last checkpoint, or signed notes of this log.',
      fr: 'Indiquez dans since des tailles de 1 à celle du dernier point de contrôle, ou des notes signées de ce journal.',
    },
  ),
  'file-differs': kind(
    422,
    { en: 'The bytes do not have this hash', fr: "Les octets n'ont pas cette empreinte" },
    { en: 'Nothing was kept. Upload the file again.', fr: "Rien n'a été conservé. Renvoyez le fichier." },
  ),
  'too-many-requests': kind(
    429,
    { en: 'Too many requests', fr: 'Trop de requêtes' },
    { en: 'Wait as Retry-After says.', fr: "Attendez comme l'indique Retry-After." },
  ),
  'headers-too-large': kind(
    431,
    { en: 'Address and headers are too large', fr: "L'adresse et les en-têtes sont trop volumineux" },
    { en: 'Ask for less at once.', fr: 'Demandez moins à la fois.' },
  ),
  fault: kind(
    500,
    { en: 'The service has failed', fr: 'Le service est en défaut' },
    {
      en: 'The operator finds the cause under the request id.',
      fr: "L'exploitant trouve la cause sous l'identifiant de la requête.",
    },
  ),
  unavailable: kind(
    503,
    { en: 'The service cannot answer just now', fr: "Le service ne peut pas répondre pour l'instant" },
    {
      en: 'Send the same again after Retry-After: nothing was lost, nothing is done twice.',
      fr: "Renvoyez la même chose après Retry-After : rien n'est perdu, rien n'est fait deux fois.",
    },
  ),
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemKinds;

/** Every outcome that is not a receipt has its code; another outcome does not compile. */
export const codeOfOutcome = {
  malformed: 'malformed',
  stale: 'stale',
  refused: 'refused',
} as const satisfies Record<Exclude<AppendOutcome['kind'], 'appended'>, ProblemCode>;

export type ProblemMembers = Readonly<Record<string, unknown>>;

/** Ends a request with a problem document, from wherever it is found. It is no fault: nothing is logged. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly members: ProblemMembers;

  constructor(code: ProblemCode, members: ProblemMembers = {}, options: ErrorOptions = {}) {
    super(problemKinds[code].title.en, options);
    this.code = code;
    this.members = members;
  }
}

export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  readonly reason: keyof typeof unavailableReasons;

  constructor(reason: keyof typeof unavailableReasons) {
    super(unavailableReasons[reason].en);
    this.reason = reason;
  }
}
