import type { AddCommand } from '../surroundings.js';
import { addIncidentStatistics } from './analysis-incidents.js';
import { addMaterielAnalysis } from './analysis-materiel.js';
import { addUntraced } from './analysis-untraced.js';

/** `scelle analysis …`: what is computed of the register, with its rules and what it rests on. */
export const addAnalysisCommands: AddCommand = (program, language, surroundings) => {
  const group = program
    .command('analysis')
    .description(
      language === 'fr'
        ? "L'analyse : chiffres tirés du registre, avec leurs règles et leur base"
        : 'The analysis: figures of the register, with their rules and what they rest on',
    );
  addIncidentStatistics(group, language, surroundings);
  addMaterielAnalysis(group, language, surroundings);
  addUntraced(group, language, surroundings);
};
