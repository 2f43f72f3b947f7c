import { kind } from './problem-kind.js';

/** What stands in the way of an export or a dossier that was ordered. */
export const orderProblems = {
  'export-unanswered': kind(
    409,
    { en: 'Nobody has answered for this export yet', fr: "Personne n'a encore répondu de cet extrait" },
    {
      en: 'Sign export.generated on the subject of the order, with what the order says, and send it by POST /v1/events.',
      fr: "Signez export.generated sur le sujet de la commande, avec ce qu'elle indique, et envoyez-le par POST /v1/events.",
    },
  ),
  'export-differs': kind(
    409,
    {
      en: 'What was signed is not the export that was ordered',
      fr: "Ce qui fut signé n'est pas l'extrait commandé",
    },
    {
      en: 'Hash, size, scope, recipient, purpose and withheld claims must be those of the order: order it again.',
      fr: 'Empreinte, taille, portée, destinataire, fins et éléments réservés doivent être ceux de la commande : recommandez-le.',
    },
  ),
  'export-outdated': kind(
    409,
    {
      en: 'A claim that was to be handed over was erased since, or another release writes exports otherwise',
      fr: 'Un élément qui devait être communiqué a été effacé depuis, ou une autre version écrit les extraits autrement',
    },
    {
      en: 'Order the export again: it is frozen as it is now.',
      fr: "Commandez l'extrait à nouveau : il est figé tel qu'il est maintenant.",
    },
  ),
  'nothing-to-preview': kind(
    409,
    {
      en: 'Nothing of this release may leave: it was refused, suspended or withdrawn',
      fr: 'Rien de cette autorisation ne peut sortir : elle a été refusée, suspendue ou retirée',
    },
    {
      en: 'What it would have held is not previewed. To have it decided again, ask for a new release (release.requested); the state of this one stands at GET /v1/releases/{id}.',
      fr: "Ce qu'elle aurait contenu n'est pas présenté. Pour qu'il soit statué à nouveau, demandez une nouvelle autorisation (release.requested) ; l'état de celle-ci figure à GET /v1/releases/{id}.",
    },
  ),
  'dossier-unprinted': kind(
    503,
    {
      en: 'The printing of the dossier broke off: nothing of it was kept',
      fr: "L'impression du dossier s'est interrompue : rien n'en a été conservé",
    },
    {
      en: 'Build it again. If it breaks off again, the operator finds the cause under the request id: no room on the disk, no memory, or a fault.',
      fr: "Établissez-le à nouveau. S'il s'interrompt encore, l'exploitant trouve la cause sous l'identifiant de la requête : disque plein, mémoire insuffisante ou défaut.",
    },
  ),
  'dossier-unanswered': kind(
    409,
    { en: 'Nobody has answered for this dossier yet', fr: "Personne n'a encore répondu de ce dossier" },
    {
      en: 'Sign dossier.built on the subject of the order, with what the order says, and send it by POST /v1/events.',
      fr: "Signez dossier.built sur le sujet de la commande, avec ce qu'elle indique, et envoyez-le par POST /v1/events.",
    },
  ),
  'dossier-differs': kind(
    409,
    {
      en: 'What was signed is not the dossier that was built',
      fr: "Ce qui fut signé n'est pas le dossier établi",
    },
    {
      en: 'What the event states must be what the order says: order it again.',
      fr: "Ce qu'énonce l'acte doit être ce qu'indique la commande : recommandez-le.",
    },
  ),
  'dossier-outdated': kind(
    409,
    {
      en: 'The dossier cannot be made again as it was: its files or the key of the log are gone, or another release writes dossiers otherwise',
      fr: 'Le dossier ne peut plus être refait tel quel : ses fichiers ou la clé du journal manquent, ou une autre version écrit les dossiers autrement',
    },
    { en: 'Build a new version of it.', fr: 'Établissez-en une nouvelle version.' },
  ),
  'dossier-halted': kind(
    409,
    {
      en: 'The release does not cover this dossier any more',
      fr: "L'autorisation ne couvre plus ce dossier",
    },
    {
      en: 'It expired, or was suspended, withdrawn or decided anew: nothing leaves under it. A new decision is needed.',
      fr: 'Elle a expiré, ou a été suspendue, retirée ou décidée à nouveau : rien ne sort à ce titre. Une nouvelle décision est nécessaire.',
    },
  ),
  'export-since-differs': kind(
    409,
    {
      en: 'The checkpoint to be compared with is of another history than this log',
      fr: "Le point de contrôle à comparer est d'une autre histoire que celle de ce journal",
    },
    {
      en: 'Keep the note: if it bears the signature of this log, it proves that two histories were signed.',
      fr: 'Conservez la note : si elle porte la signature de ce journal, elle prouve que deux histoires ont été signées.',
    },
  ),
} as const;
