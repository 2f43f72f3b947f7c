import { exampleHelp } from '../example-help.js';
import type { AddCommand } from '../surroundings.js';
import { configureVerify } from '../verify/configure-verify.js';
import { runVerify, type VerifyCommandOptions } from '../verify/run-verify.js';

/** `scelle verify`: an export against its policy, offline (log-format section 12). */
export const addVerifyCommand: AddCommand = (program, language, surroundings) => {
  configureVerify(program.command('verify'), language)
    .addHelpText(
      'after',
      exampleHelp(
        language,
        'scelle verify audit.zip --policy policy.txt',
        'scelle verify --receipt receipts/000603.json --policy policy.txt',
        'scelle verify audit --policy policy.txt --known checkpoint-of-june checkpoint-of-july --json',
      ),
    )
    .action(async (path: string | undefined, options: VerifyCommandOptions) => {
      const script = new URL('../verify/examiner-thread.js', import.meta.url);
      await runVerify(path, options, surroundings().output, script);
    });
};
