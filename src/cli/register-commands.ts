import type { Command } from 'commander';
import type { Language } from '../custody/text.js';
import { addActCommands } from './commands/act.js';
import { addAnalysisCommands } from './commands/analysis.js';
import { addConnectCommand } from './commands/connect.js';
import { addDossierBuildCommand } from './commands/dossier-build.js';
import { addDossierFetchCommand } from './commands/dossier-fetch.js';
import { addImportTableCommand } from './commands/import-table.js';
import { addKeyCommands } from './commands/key.js';
import { addLaboratoryCommands } from './commands/lab.js';
import { addListCommand } from './commands/list.js';
import { addLogPolicyCommand } from './commands/log-policy.js';
import { addLogRecoverCommand } from './commands/log-recover.js';
import { addLogRotateKeyCommand } from './commands/log-rotate-key.js';
import { addLogWatchCommand } from './commands/log-watch.js';
import { addOfficerEnlistCommand } from './commands/officer-enlist.js';
import { addOutboxCommands } from './commands/outbox.js';
import { addPaperCommands } from './commands/papers.js';
import { addReceiptCommands } from './commands/receipt.js';
import { addReferenceImportCommand } from './commands/reference-import.js';
import { addReleaseCommands } from './commands/release.js';
import { addSignCommand } from './commands/sign.js';
import { addStatusCommand } from './commands/status.js';
import { addVocabularyCommand } from './commands/vocabulary.js';
import type { AddCommand, Surroundings } from './surroundings.js';

/** Commands of the field, in the order of a working day. */
const fieldCommands: readonly AddCommand[] = [
  addConnectCommand,
  addKeyCommands,
  addSignCommand,
  addOutboxCommands,
  addReceiptCommands,
  addStatusCommand,
  addListCommand,
  addVocabularyCommand,
  addActCommands,
  addDossierBuildCommand,
  addDossierFetchCommand,
  addPaperCommands,
  addLaboratoryCommands,
  addReleaseCommands,
  addAnalysisCommands,
  addImportTableCommand,
  addReferenceImportCommand,
  addOfficerEnlistCommand,
  addLogRecoverCommand,
  addLogRotateKeyCommand,
  addLogWatchCommand,
  addLogPolicyCommand,
];

/** Commands that run the service, or need what it is made of: a field laptop does not load it for every act. */
const officeCommands: readonly (() => Promise<AddCommand>)[] = [
  async () => (await import('./commands/demo.js')).addDemoCommand,
  async () => (await import('./commands/init.js')).addInitCommand,
  async () => (await import('./commands/serve.js')).addServeCommand,
  async () => (await import('./commands/migrate.js')).addMigrateCommand,
  async () => (await import('./commands/rebuild.js')).addRebuildCommand,
  async () => (await import('./commands/verify.js')).addVerifyCommand,
  async () => (await import('./commands/page.js')).addPageCommand,
  async () => (await import('./commands/audit.js')).addAuditCommands,
  async () => (await import('./commands/fsck.js')).addFsckCommand,
  async () => (await import('./commands/audit-access-log.js')).addAuditAccessLogCommand,
  async () => (await import('./commands/backup.js')).addBackupCommand,
  async () => (await import('./commands/restore.js')).addRestoreCommand,
  async () => (await import('./commands/quickstart.js')).addQuickstartCommand,
  async () => (await import('./commands/witness.js')).addWitnessCommands,
  async () => (await import('./commands/print.js')).addPrintCommands,
];

/**
 * Every command there is.
 * @param typed the command that was typed: those of the office are loaded unless it is one of the field
 */
export async function registerCommands(
  program: Command,
  typed: string | undefined,
  language: Language,
  surroundings: () => Surroundings,
): Promise<void> {
  for (const add of fieldCommands) add(program, language, surroundings);
  if (program.commands.some(command => command.name() === typed)) return;
  for (const load of officeCommands) (await load())(program, language, surroundings);
}
