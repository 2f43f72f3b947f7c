import type { Language, Text } from '../../custody/text.js';
import type { Account } from '../account.js';
import type { NoExport } from '../no-export.js';
import type { Verdict } from '../verdict.js';
import { failingWords } from './failing-words.js';
import { type Say, speaking, tellHolding } from './tell-holding.js';
import type { ToldVerdict } from './told-verdict.js';

/** What is known of a verification beside its verdict. */
export interface Told {
  /** Of an export that holds; null of one that does not. */
  readonly account: Account | null;
  /** The file of the policy, as it was named; null where none was handed over. */
  readonly policy: string | null;
  /** What was named is no export. */
  readonly noExport: NoExport | null;
  /** What was found of what was handed over with it, in the language asked for. */
  readonly remarks: readonly string[];
  /** How a policy is handed over; absent: to the command. */
  readonly askForPolicy?: Text;
}

/** The verdict for people, line by line: first what holds, or what does not; then what was not proven. */
export function tellVerdict(verdict: Verdict, told: Told, language: Language): readonly string[] {
  const { headline, warnings, facts, notProven, closing, beside } = tellVerdictInParts(
    verdict,
    told,
    language,
  );
  return [
    headline,
    ...warnings,
    ...facts,
    ...(notProven.length > 0 ? [language === 'fr' ? 'Non prouvé :' : 'Not proven:'] : []),
    ...notProven.map(text => `  - ${text}`),
    ...closing,
    ...beside,
  ];
}

/** The same in its parts, for a page. */
export function tellVerdictInParts(verdict: Verdict, told: Told, language: Language): ToldVerdict {
  const say = speaking(language);
  const { failed } = verdict;
  const { account, noExport } = told;
  if (failed === null) {
    if (account === null) throw new Error('an export that holds has an account');
    return tellHolding(account, told.remarks, language);
  }
  if (noExport !== null) return tellNoExport(noExport, say);
  if (failed.check === 'policy') {
    const [headline = '', ...rest] = tellUnchecked(told.policy, failed.detail, say, told.askForPolicy);
    return {
      ...nothingTold,
      outcome: 'unchecked',
      headline,
      facts: rest.slice(0, -1),
      closing: rest.slice(-1),
    };
  }
  const [headline, detail] = describeFailure(failed, language, say);
  if (failed.check === 'access-log' && account !== null) {
    const apart = say(
      'That is said of the access log alone: the export stands as told above.',
      "Cela ne concerne que le journal des accès : ce qui est dit de l'export ci-dessus demeure.",
    );
    return { ...tellHolding(account, told.remarks, language), beside: [headline, detail, apart] };
  }
  return {
    ...nothingTold,
    outcome: 'fails',
    headline,
    facts: [detail],
    closing: [say('Nothing else is said of this export.', "Rien d'autre n'est dit de cet export.")],
  };
}

const nothingTold = { warnings: [], facts: [], notProven: [], closing: [], beside: [] };

function tellNoExport({ kind, inside }: NoExport, say: Say): ToldVerdict {
  if (kind === 'file') {
    const headline = say(
      'NO EXPORT: this is neither a folder nor a ZIP.',
      "PAS UN EXPORT : ce n'est ni un dossier ni un ZIP.",
    );
    return { ...nothingTold, outcome: 'no-export', headline };
  }
  const found =
    kind === 'zip'
      ? say(
          `An export lies inside, in the folder ${inside}: unpack the ZIP and ask for that folder.`,
          `Un export se trouve dedans, dans le dossier ${inside} : décompressez le ZIP et demandez ce dossier.`,
        )
      : say(`An export lies inside: ask for ${inside}.`, `Un export se trouve dedans : demandez ${inside}.`);
  const headline = say(
    'NO EXPORT: this is no export (no bagit.txt).',
    "PAS UN EXPORT : ce n'est pas un export (aucun bagit.txt).",
  );
  return { ...nothingTold, outcome: 'no-export', headline, facts: inside === null ? [] : [found] };
}

const askTheCommand: Text = {
  en: 'give --policy <file>, the policy of the log that you were handed apart from this.',
  fr: "donnez --policy <file>, la politique du journal que l'on vous a remise à part de ceci.",
};

/**
 * Where no policy was given, or one that cannot be read: that says nothing of the export, or of receipts.
 * @param policy its file, as it was named
 * @param ask how it is handed over
 */
export function tellUnchecked(
  policy: string | null,
  detail: string,
  say: Say,
  ask: Text = askTheCommand,
): readonly string[] {
  const why =
    policy === null
      ? [say(`NOT CHECKED: ${ask.en}`, `NON VÉRIFIÉ : ${ask.fr}`)]
      : [
          say(
            `NOT CHECKED: ${policy} is no policy that can be used.`,
            `NON VÉRIFIÉ : ${policy} n'est pas une politique utilisable.`,
          ),
          `  ${detail}`,
        ];
  return [
    ...why,
    say(
      'Nothing is said of what was to be checked, for or against.',
      "Rien n'est dit de ce qui devait être vérifié, ni pour ni contre.",
    ),
  ];
}

function describeFailure(
  { check, where, detail }: NonNullable<Verdict['failed']>,
  language: Language,
  say: Say,
): readonly [headline: string, detail: string] {
  const place = /^\d+$/.test(where) ? say(`leaf ${where}`, `feuille ${where}`) : where;
  const wrong = failingWords[check][language];
  return [
    where === '.'
      ? say(`DOES NOT HOLD: ${check}: ${wrong}.`, `NE TIENT PAS : ${check} : ${wrong}.`)
      : say(`DOES NOT HOLD: ${check}: ${wrong}: ${place}.`, `NE TIENT PAS : ${check} : ${wrong} : ${place}.`),
    `  ${detail}`,
  ];
}
