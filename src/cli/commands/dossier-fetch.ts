import { requireNew } from '../audit/require-new.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { fetchDossier } from '../dossier/fetch-dossier.js';
import { readBuilt } from '../dossier/read-built.js';
import { exampleHelp, exampleId } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import { SubjectNames } from '../subjects/subject-names.js';
import type { AddCommand, Surroundings } from '../surroundings.js';

interface DossierFetchOptions {
  readonly as: string;
  readonly out: string;
}

const help = {
  en: `
The dossier is the same bytes each time it is fetched, as long as its release covers it. Its hash is checked against the event
that records it in the log, whose receipt is checked with the log's key of this device, before it gets its name; that
event comes beside it. What breaks off leaves nothing half-made: fetch it again. Nothing is signed.`,
  fr: `
Le dossier est le même, octet pour octet, à chaque retrait, tant que son autorisation le couvre. Son empreinte est comparée à
celle de l'acte qui le consigne au journal, dont le récépissé est vérifié avec la clé du journal que détient cet appareil,
avant qu'il ait son nom ; cet acte est écrit à côté. Un retrait interrompu ne laisse rien d'inachevé : recommencez-le.
Rien n'est signé.`,
};

/** `scelle dossier fetch`: a dossier that was built and answered for, again or after a fetch that broke off. */
export const addDossierFetchCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program.commands
    .find(command => command.name() === 'dossier')
    ?.command('fetch')
    .argument(
      '<dossier>',
      say('the dossier, by its number or UUID', 'le dossier, par son numéro ou son UUID'),
    )
    .description(say('Fetch a dossier that was built and signed for', 'Retirer un dossier établi et signé'))
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .requiredOption(
      '--out <path>',
      say('a new folder, or a file that ends in .zip', 'un nouveau dossier, ou un fichier en .zip'),
    )
    .addHelpText('after', help[language])
    .addHelpText(
      'after',
      exampleHelp(language, `scelle dossier fetch ${exampleId} --as my.key.json:CASE --out dossier.zip`),
    )
    .action((dossier: string, options: DossierFetchOptions) => fetchBuilt(dossier, options, surroundings()));
};

async function fetchBuilt(
  dossier: string,
  { as, out }: DossierFetchOptions,
  { output, home }: Surroundings,
): Promise<void> {
  await requireNew(out);
  const session = await openDeviceSession(home, output);
  const signer = await readNamedOfficer(as, output.language);
  await signIn(session, signer);
  const id = await new SubjectNames(session, signer, false).idOf('dossier', dossier);
  const built = await readBuilt(session, id);
  const receipt = await fetchDossier(session, { id, ...built }, out, output);
  const { number, version, hash, index } = built;
  output.result({ out, receipt, subject: `dossier/${id}`, index, number, version, hash }, [
    out,
    receipt,
    output.language === 'fr'
      ? `SHA-256 de tagmanifest-sha256.txt : ${hash}, tel que l'énonce l'acte #${index} du journal (dossier.built)`
      : `SHA-256 of tagmanifest-sha256.txt: ${hash}, as event #${index} of the log states it (dossier.built)`,
  ]);
}
