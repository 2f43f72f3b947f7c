import type { AddCommand } from '../surroundings.js';
import { addAuditExportCommand } from './audit-export.js';
import { addAuditReportCommand } from './audit-report.js';

/** `scelle audit …`: what an auditor takes along, and what he looks at first. */
export const addAuditCommands: AddCommand = (program, language, surroundings) => {
  const group = program
    .command('audit')
    .description(
      language === 'fr' ? "Extraits et états à des fins d'audit" : 'Exports and reports for auditors',
    );
  addAuditExportCommand(group, language, surroundings);
  addAuditReportCommand(group, language, surroundings);
};
