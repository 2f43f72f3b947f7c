import type { Command } from 'commander';
import type { AddCommand } from '../surroundings.js';
import { laboratoryCommands } from '../verbs.js';
import { addActCommand } from './act.js';
import { addLaboratoryList } from './lab-list.js';
import { addLaboratoryMatches } from './lab-matches.js';
import { addTurnRound } from './lab-turn-round.js';

/**
 * `scelle lab …` is `scelle examination …`: the acts of a laboratory's day, those on the items themselves among them, its
 * papers, and what it reads.
 */
export const addLaboratoryCommands: AddCommand = (program, language, surroundings) => {
  const group = program.commands.find((command: Command) => command.name() === 'examination');
  if (group === undefined) return;
  group.alias('lab');
  for (const act of laboratoryCommands()) addActCommand(group, act, language, surroundings);
  addLaboratoryList(group, language, surroundings);
  addTurnRound(group, language, surroundings);
  addLaboratoryMatches(group, language, surroundings);
};
