import { randomBytes } from 'node:crypto';

export const systemRandom = (length: number) => new Uint8Array(randomBytes(length));
