/**
 * Which files an export has, and what stands in them. Raised when the same log and the same request come to other bytes:
 * what was ordered of another layout is ordered again.
 */
export const EXPORT_LAYOUT = 3;
