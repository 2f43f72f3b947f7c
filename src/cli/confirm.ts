import { createInterface } from 'node:readline/promises';
import type { Text } from '../custody/text.js';
import type { Output } from './output.js';
import { UsageError } from './usage-error.js';

/** Asks for a yes at the terminal; `--yes` stands for it in scripts. @throws UsageError where there is none */
export async function confirm(question: Text, yes: boolean, { language }: Output): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) {
    throw new UsageError({
      en: 'Nothing was signed: there is no terminal to ask at; read the act and give --yes.',
      fr: "Rien n'a été signé : aucun terminal pour poser la question ; lisez l'acte et donnez --yes.",
    });
  }
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question(
    `${question[language]} (${language === 'fr' ? 'oui/non' : 'yes/no'}) `,
  );
  asking.close();
  if (!/^(y|yes|o|oui)$/i.test(answer.trim())) {
    throw new UsageError({ en: 'Nothing was signed.', fr: "Rien n'a été signé." });
  }
}
