/**
 * Which files a dossier has beside those that are kept for it, and what stands in them. Raised when the same log and the same request come to other bytes.
 */
export const DOSSIER_LAYOUT = 5;
