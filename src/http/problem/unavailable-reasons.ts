import type { Text } from '../../custody/text.js';
import type { UnavailableReason } from '../../store/appender/outcome.js';

/** Why the service cannot answer; a reason without words does not compile. */
export const unavailableReasons: Record<UnavailableReason | 'overloaded' | 'storage', Text> = {
  database: { en: 'The database cannot be reached.', fr: 'La base de données est injoignable.' },
  vault: {
    en: 'The checkpoint vault cannot be read.',
    fr: 'Le coffre des points de contrôle est illisible.',
  },
  'old-backup-restored': {
    en: 'An old backup was restored: nothing is appended until the operator has recovered the log.',
    fr: "Une ancienne sauvegarde a été restaurée : rien n'est ajouté avant que l'exploitant ait rétabli le journal.",
  },
  'clock-behind': { en: 'The clock is behind the log.', fr: "L'horloge retarde sur le journal." },
  'sop-missing': {
    en: 'The document of the procedure in force is not at hand.',
    fr: "Le document de la procédure en vigueur n'est pas disponible.",
  },
  'state-changed': {
    en: 'What is stored of officers or of the log is not what signed events say: nothing is appended until the operator has rebuilt it.',
    fr: "Ce qui est enregistré des officiers ou du journal n'est pas ce que disent les actes signés : rien n'est ajouté avant reconstruction par l'exploitant.",
  },
  'log-key': {
    en: "The service's key file does not hold the key that the log has now.",
    fr: 'Le fichier de clé du service ne contient pas la clé que le journal a maintenant.',
  },
  'queue-full': { en: 'Too many batches are waiting.', fr: 'Trop de lots sont en attente.' },
  stopping: { en: 'The service is stopping.', fr: "Le service s'arrête." },
  storage: {
    en: 'There is no room for files, or their disk does not answer.',
    fr: "Il n'y a plus de place pour les fichiers, ou leur disque ne répond pas.",
  },
  overloaded: { en: 'The service is overloaded.', fr: 'Le service est surchargé.' },
};
