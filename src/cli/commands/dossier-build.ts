import { Option } from 'commander';
import { dossierContents } from '../../custody/vocabulary/dossiers.js';
import { codesOf } from '../../custody/vocabulary/vocabulary.js';
import type { JsonObject } from '../../log/index.js';
import { answerForOrder } from '../audit/answer-for-order.js';
import { requireNew } from '../audit/require-new.js';
import { confirm } from '../confirm.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { describeDossier, dossierBody, readDossierOrder } from '../dossier/dossier-order.js';
import { fetchDossier, howToTakeUp } from '../dossier/fetch-dossier.js';
import { printingProgress } from '../dossier/printing-progress.js';
import { exampleHelp } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import { SubjectNames } from '../subjects/subject-names.js';
import type { AddCommand, Surroundings } from '../surroundings.js';

interface DossierBuildOptions {
  readonly as: string;
  readonly contents: string;
  readonly follows?: string;
  readonly number?: string;
  readonly place: string;
  readonly out: string;
  readonly yes?: boolean;
}

const help = {
  en: `
The service builds exactly what the release grants, at its last checkpoint, and says what is inside and what stays out.
You are shown it, sign for it with your key, and only then it is fetched; its hash is checked before it gets its name.
Beside it comes the event that records it, with its receipt. Who verifies it needs the policy apart. Broken off after you
signed, it is taken up again by scelle dossier fetch.

--follows names an earlier dossier: of the same release this one is a new version of it; of a later release for the same
recipient and proceedings, a supplement to it.`,
  fr: `
Le service établit exactement ce qu'accorde l'autorisation, à son dernier point de contrôle, et dit ce que le dossier
contient et ce qui reste dehors. Il vous est montré, vous en répondez par votre clé, et il n'est retiré qu'ensuite ; son
empreinte est vérifiée avant qu'il ait son nom. L'acte qui le consigne et son récépissé sont écrits à côté. Pour le
vérifier, il faut la politique, obtenue à part. Interrompu après votre signature, le retrait se reprend par
scelle dossier fetch.

--follows désigne un dossier antérieur : sur la même autorisation, celui-ci en est une nouvelle version ; sur une
autorisation ultérieure pour le même destinataire et la même procédure, un complément.`,
};

/** `scelle dossier build` (E41): build, see, sign, fetch. */
export const addDossierBuildCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program.commands
    .find(command => command.name() === 'dossier')
    ?.command('build')
    .argument('<release>', say('the release, by its number', "l'autorisation, par son numéro"))
    .description(say('Build the dossier of a release', "Établir le dossier d'une autorisation de remise"))
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .addOption(
      new Option('--contents <code>', say('what is handed over', 'ce qui est remis'))
        .choices(codesOf(dossierContents))
        .makeOptionMandatory(),
    )
    .option(
      '--follows <dossier>',
      say(
        'the earlier dossier that it replaces or adds to',
        "le dossier antérieur qu'il remplace ou complète",
      ),
    )
    .option(
      '--number <text>',
      say(
        'its number; else that of the dossier it follows, or of the release',
        "son numéro ; sinon celui du dossier qu'il suit, ou de l'autorisation",
      ),
    )
    .requiredOption('--place <text>', say('where you sign, in words', 'lieu de la signature, en clair'))
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
        'scelle dossier build DEMO-RELEASE-1 --as my.key.json:CASE --contents ORIGINALS --place DEMO-HQ --out dossier.zip',
      ),
    )
    .action((release: string, options: DossierBuildOptions) =>
      buildDossier(release, options, surroundings()),
    );
};

async function buildDossier(
  release: string,
  options: DossierBuildOptions,
  { output, home }: Surroundings,
): Promise<void> {
  await requireNew(options.out);
  const session = await openDeviceSession(home, output);
  const signer = await readNamedOfficer(options.as, output.language);
  await signIn(session, signer);
  const names = new SubjectNames(session, signer, false);
  const asked: JsonObject = {
    release: await names.idOf('release', release),
    contents: options.contents,
    follows: options.follows === undefined ? null : await names.idOf('dossier', options.follows),
    number: options.number ?? null,
  };
  output.note(output.language === 'fr' ? 'Établissement du dossier…' : 'Building the dossier…');
  const printing = printingProgress(output.language);
  const answered = await session.service.orderDossier(asked, printing.report).finally(printing.stop);
  const order = readDossierOrder(answered, asked);
  for (const line of describeDossier(order, output.language)) output.note(line);
  const question = {
    en: 'Do you answer for this dossier, and sign it?',
    fr: 'Répondez-vous de ce dossier, et le signez-vous ?',
  };
  await confirm(question, options.yes === true, output);
  const act = {
    subject: order.subject,
    type: 'dossier.built',
    body: dossierBody(order),
    what: { en: 'the dossier', fr: 'du dossier' },
  };
  const answer = await answerForOrder(session, signer, act, options.place, output);
  const receipt = await fetchDossier(session, { ...order, ...answer }, options.out, output).catch(
    (error: unknown) => {
      output.note(howToTakeUp(order.id, options, output.language));
      throw error;
    },
  );
  const { subject, number, version, size, hash, piecesHash, pieces, counts } = order;
  const { index } = answer;
  output.result(
    { out: options.out, receipt, subject, index, number, version, size, hash, piecesHash, pieces, counts },
    [
      options.out,
      receipt,
      output.language === 'fr'
        ? `SHA-256 de tagmanifest-sha256.txt : ${hash}, tel que l'énonce l'acte #${index} du journal (dossier.built)`
        : `SHA-256 of tagmanifest-sha256.txt: ${hash}, as event #${index} of the log states it (dossier.built)`,
    ],
  );
}
