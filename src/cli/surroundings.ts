import type { Command } from 'commander';
import type { Language } from '../custody/text.js';
import type { Output } from './output.js';

/** What every command gets from the options that all share. */
export interface Surroundings {
  readonly output: Output;
  readonly home: string;
}

/** Adds a command, or a group of them, to the program; what all share is read when the command runs. */
export type AddCommand = (program: Command, language: Language, surroundings: () => Surroundings) => void;
