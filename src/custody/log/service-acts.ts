/**
 * All that the key of the service's own officer may sign (log-format section 8, Authority): a closed list, here and
 * nowhere else. Nothing of it says anything of evidence or of people.
 */
export const serviceActs = ['log.anchored', 'log.access-anchored', 'log.administered'] as const;

export type ServiceAct = (typeof serviceActs)[number];
