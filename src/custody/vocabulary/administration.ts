import type { Vocabulary } from './vocabulary.js';

/** What was done to the service itself, where the log has an event of it. A code never changes its meaning. */
export const administrativeActWords = {
  MIGRATED: { en: 'Schema of the database brought up to date', fr: 'Schéma de la base mis à jour' },
  CONFIGURED: { en: 'Configuration changed', fr: 'Configuration modifiée' },
  BACKED_UP: { en: 'Backup made', fr: 'Sauvegarde faite' },
  RESTORED: { en: 'Backup put in place', fr: 'Sauvegarde remise en place' },
  RECOVERED: { en: 'Lost events brought back', fr: 'Événements perdus rapportés' },
  REBUILT: { en: 'Tables for reading made anew', fr: 'Tables de lecture refaites' },
} as const satisfies Vocabulary;

/** Parts of the configuration, by what they govern; never their values. */
export const settingWords = {
  DATABASE: { en: 'Database', fr: 'Base de données' },
  NETWORK: { en: 'Network', fr: 'Réseau' },
  PROXIES: { en: 'Proxies', fr: 'Serveurs mandataires' },
  LIMITS: { en: 'Limits', fr: 'Limites' },
  FILES: { en: 'Files', fr: 'Fichiers' },
  LOGGING: { en: 'Logging', fr: 'Journalisation technique' },
  METRICS: { en: 'Metrics', fr: 'Mesures' },
  OFFICER: { en: 'Key of the service', fr: 'Clé du service' },
  POLICY: { en: 'Policy of the log', fr: 'Politique du journal' },
  WITNESSES: { en: 'Witnesses', fr: 'Témoins cosignataires' },
  TIMESTAMPS: { en: 'Time-stamp authority', fr: "Autorité d'horodatage" },
  RELEASE: { en: 'Version of the program', fr: 'Version du programme' },
} as const satisfies Vocabulary;
