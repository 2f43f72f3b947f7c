import type { Command } from 'commander';
import type { ExportScopeOf } from '../../custody/export/scope.js';
import type { Language } from '../../custody/text.js';
import type { JsonObject } from '../../log/index.js';
import { answerForOrder, exportBody } from '../audit/answer-for-order.js';
import { describeOrder, readOrder, whereToCompare } from '../audit/export-order.js';
import { fetchExport } from '../audit/fetch-export.js';
import { fetchProgress } from '../audit/fetch-progress.js';
import { readSince } from '../audit/read-since.js';
import { requireNew } from '../audit/require-new.js';
import { confirm } from '../confirm.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import { SubjectNames } from '../subjects/subject-names.js';
import type { Surroundings } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

interface AuditExportOptions {
  readonly as: string;
  readonly whole?: boolean;
  readonly incident?: string;
  readonly item?: string;
  readonly custodian?: string;
  readonly from?: string;
  readonly until?: string;
  readonly for: string;
  readonly purpose: string;
  readonly place: string;
  readonly withheld?: boolean;
  readonly since?: readonly string[];
  readonly out: string;
  readonly yes?: boolean;
}

const help = {
  en: `
The service freezes the export at its last checkpoint and says what is inside. You are shown it, sign for it with your
key, and only then it is fetched; its hash is checked before it gets its name. Who verifies it needs the policy apart.`,
  fr: `
Le service fige l'extrait à son dernier point de contrôle et dit ce qu'il contient. Il vous est montré, vous en répondez
par votre clé, et il n'est retiré qu'ensuite ; son empreinte est vérifiée avant qu'il ait son nom. Pour le vérifier, il
faut la politique, obtenue à part.`,
};

/** `scelle audit export` (E60): order, see, sign, fetch. */
export function addAuditExportCommand(
  group: Command,
  language: Language,
  surroundings: () => Surroundings,
): void {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  group
    .command('export')
    .description(say('Take an export of the log along', 'Emporter un extrait du journal'))
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option('--whole', say('the whole log', 'tout le journal'))
    .option('--incident <name>', say('an incident', 'un incident'))
    .option('--item <number>', say('one item', 'une pièce'))
    .option(
      '--custodian <uuid>',
      say('all that an officer answered for', 'tout ce dont un officier a répondu'),
    )
    .option('--from <time>', say('what was received from then on, UTC', 'ce qui fut reçu à partir de, UTC'))
    .option('--until <time>', say('and before then', 'et avant'))
    .requiredOption('--for <text>', say('for whom', 'pour qui'))
    .requiredOption('--purpose <text>', say('what for', 'à quelles fins'))
    .requiredOption('--place <text>', say('where you sign, in words', 'lieu de la signature, en clair'))
    .option(
      '--withheld',
      say(
        'hand over withheld claims too, where the procedure grants it',
        'communiquer aussi les éléments réservés, si la procédure le permet',
      ),
    )
    .option(
      '--since <size or file...>',
      say(
        'earlier checkpoints that the recipient holds: he compares this export with them',
        'points de contrôle antérieurs que détient le destinataire : il y compare cet extrait',
      ),
    )
    .requiredOption(
      '--out <path>',
      say('a new folder, or a file that ends in .zip', 'un nouveau dossier, ou un fichier en .zip'),
    )
    .option('--yes', say('I was shown what it is: for scripts', 'il m’a été montré : pour les scripts'))
    .addHelpText('after', help[language])
    .addHelpText(
      'after',
      exampleHelp(
        language,
        'scelle audit export --whole --as my.key.json:AUD --for DEMO-OVERSIGHT --purpose DEMO-AUDIT --place DEMO-HQ --out audit',
      ),
    )
    .action((options: AuditExportOptions) => exportForAudit(options, surroundings()));
}

async function exportForAudit(options: AuditExportOptions, { output, home }: Surroundings): Promise<void> {
  await requireNew(options.out);
  const session = await openDeviceSession(home, output);
  const signer = await readNamedOfficer(options.as, output.language);
  await signIn(session, signer);
  const asked = {
    scope: await readScope(options, new SubjectNames(session, signer, false)),
    recipient: options.for,
    purpose: options.purpose,
    withheldIncluded: options.withheld === true,
  } satisfies JsonObject;
  const held = await Promise.all((options.since ?? []).map(readSince));
  const since = [...new Set(held.map(({ size }) => size))].sort((one, other) => one - other);
  const answer = await session.service.orderExport({ ...asked, since: held.map(one => one.asked) });
  const order = readOrder(answer, { ...asked, since });
  for (const line of describeOrder(order, output.language)) output.note(line);
  const question = {
    en: 'Do you answer for this export, and sign it?',
    fr: 'Répondez-vous de cet extrait, et le signez-vous ?',
  };
  await confirm(question, options.yes === true, output);
  const answered = {
    subject: order.subject,
    type: 'export.generated',
    body: exportBody(order),
    what: { en: 'the export', fr: "de l'extrait" },
  };
  const { index } = await answerForOrder(session, signer, answered, options.place, output);
  await fetchExport(
    session.service.stream(`/v1/audit/exports/${order.id}`),
    order.hash,
    options.out,
    fetchProgress(output, order.counts.bytes),
  );
  const { subject, size, hash, counts, cosigned, stamped } = order;
  output.result({ out: options.out, subject, index, size, hash, counts, cosigned, stamped, since }, [
    options.out,
    ...whereToCompare(order, index, output.language),
  ]);
}

/** What is asked for, named as people name it. @throws UsageError unless it is exactly one thing */
async function readScope(options: AuditExportOptions, names: SubjectNames): Promise<ExportScopeOf> {
  const { whole = false, incident, item, custodian, from, until } = options;
  const period = from !== undefined || until !== undefined;
  const chosen = [whole, incident !== undefined, item !== undefined, custodian !== undefined, period];
  if (chosen.filter(Boolean).length !== 1 || (period && (from === undefined || until === undefined))) {
    throw new UsageError({
      en: 'what of the log? exactly one of --whole, --incident, --item, --custodian, or --from with --until',
      fr: 'quoi du journal ? exactement un de --whole, --incident, --item, --custodian, ou --from avec --until',
    });
  }
  const none = { incident: null, item: null, custodian: null, from: null, until: null };
  if (incident !== undefined) {
    return { ...none, kind: 'INCIDENT', incident: await names.idOf('incident', incident) };
  }
  if (item !== undefined) return { ...none, kind: 'ITEM', item: await names.idOf('evidence', item) };
  if (custodian !== undefined) {
    return { ...none, kind: 'CUSTODIAN', custodian: await names.idOf('officer', custodian) };
  }
  if (from !== undefined && until !== undefined) return { ...none, kind: 'PERIOD', from, until };
  return { ...none, kind: 'LOG' };
}
