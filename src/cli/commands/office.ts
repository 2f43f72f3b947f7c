import type { AddCommand } from '../program.js';
import { addDemoCommand } from './demo.js';
import { addInitCommand } from './init.js';
import { addMigrateCommand } from './migrate.js';
import { addQuickstartCommand } from './quickstart.js';
import { addRebuildCommand } from './rebuild.js';
import { addServeCommand } from './serve.js';

/** Commands that run the service, or need what it is made of. */
export const addOfficeCommands: AddCommand = (program, language, surroundings) => {
  addDemoCommand(program, language, surroundings);
  addInitCommand(program, language, surroundings);
  addServeCommand(program, language, surroundings);
  addMigrateCommand(program, language, surroundings);
  addRebuildCommand(program, language, surroundings);
  addQuickstartCommand(program, language, surroundings);
};
