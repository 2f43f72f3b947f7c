import { type PlainAct, readPublicCard } from '../../client/index.js';
import { isRoleCode, type RoleCode, roleCodes, roles } from '../../custody/roles.js';
import {
  FormatError,
  formatTime,
  isJsonObject,
  type JsonObject,
  newId,
  type PublicKey,
  parsePublicJwk,
  verifyProofOfPossession,
} from '../../log/index.js';
import { type DeliveryOptions, deliver, readSigners } from '../act/deliver.js';
import { exampleHelp } from '../example-help.js';
import { readJsonFile } from '../home.js';
import { didYouMean } from '../near-names.js';
import type { AddCommand, Surroundings } from '../surroundings.js';
import { systemRandom } from '../system-random.js';
import { UsageError } from '../usage-error.js';

interface EnlistOptions extends DeliveryOptions {
  readonly proof: string;
  readonly name: string;
  readonly role: readonly string[];
  readonly unit?: string;
  readonly national?: boolean;
  readonly service?: boolean;
  readonly from?: string;
  readonly until?: string;
}

const help = {
  en: `
The new officer makes his key on a machine of his own and proves that he has it; the registrars get the two
files it printed, never the key. Who he is, his key and his roles then go as one batch: all of it or nothing.

  the new officer        scelle key new my.key.json --label mine --card my.card.json
                         scelle key prove my.key.json --log ORIGIN > my.proof.json
  one registrar          scelle officer enlist my.card.json --proof my.proof.json … --as KEY:REG --with CARD:REG:registrar --out batch.json
  the other registrar    scelle sign batch.json --as KEY:REG --push`,
  fr: `
Le nouvel officier crée sa clé sur sa propre machine et prouve qu'il la détient ; les officiers enregistreurs reçoivent
les deux fichiers ainsi affichés, jamais la clé. Son identité, sa clé et ses rôles partent en un seul lot : tout ou rien.

  le nouvel officier     scelle key new ma.cle.json --label mienne --card ma.carte.json
                         scelle key prove ma.cle.json --log ORIGINE > ma.preuve.json
  un enregistreur        scelle officer enlist ma.carte.json --proof ma.preuve.json … --as CLÉ:REG --with CARTE:REG:registrar --out lot.json
  l'autre enregistreur   scelle sign lot.json --as CLÉ:REG --push`,
};

const collect = (value: string, previous: readonly string[] = []) => [...previous, value];

/** `scelle officer enlist CARD`: the acts a new officer needs, signed by two registrars as one batch. */
export const addOfficerEnlistCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program.commands
    .find(command => command.name() === 'officer')
    ?.command('enlist')
    .argument('<card>', say('public card of the new officer', 'carte publique du nouvel officier'))
    .description(
      say(
        'Register an officer with his key and his roles, in one batch',
        'Enregistrer un officier avec sa clé et ses rôles, en un seul lot',
      ),
    )
    .requiredOption(
      '--proof <file>',
      say('what his `scelle key prove` printed', 'ce que son `scelle key prove` a affiché'),
    )
    .requiredOption('--name <text>', say('his name and grade', 'ses nom et grade'))
    .requiredOption(
      '--role <code>',
      say(
        'role; repeat; words: scelle vocabulary roles',
        'rôle ; à répéter ; libellés : scelle vocabulary roles',
      ),
      collect,
    )
    .option('--unit <uuid>', say('his unit', 'son unité'))
    .option('--national', say('of a national authority', "d'une autorité nationale"))
    .option(
      '--service',
      say(
        "no person: the service's own officer, in role OPS (its key lies in the home of the service as service.key)",
        'pas une personne : l’officier du service, en rôle OPS (sa clé est dans le dossier du service, service.key)',
      ),
    )
    .option(
      '--from <time>',
      say('first instant of the roles, UTC; else now', 'début des rôles, UTC ; sinon maintenant'),
    )
    .option(
      '--until <time>',
      say(
        'end of the roles, UTC; REG and OPS may go without',
        'fin des rôles, UTC ; facultative pour REG et OPS',
      ),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option(
      '--with <file:role:as>',
      say(
        'the second registrar, FILE:REG:registrar: his key file, or his public card where he signs elsewhere',
        "le second enregistreur, FICHIER:REG:registrar : sa clé, ou sa carte publique s'il signe ailleurs",
      ),
      collect,
    )
    .option(
      '--out <file>',
      say(
        'write the batch to a file instead of sending it, to be signed elsewhere',
        "écrire le lot dans un fichier au lieu de l'envoyer, à signer ailleurs",
      ),
    )
    .option(
      '--yes',
      say(
        'those who countersign here were shown the act and agree: for scripts',
        'ceux qui contresignent ici ont lu l’acte et acceptent : pour les scripts',
      ),
    )
    .option('--offline', say('sign and keep; push later', 'signer et garder ; envoyer plus tard'))
    .addHelpText('after', help[language])
    .addHelpText(
      'after',
      exampleHelp(
        language,
        'scelle officer enlist my.card.json --proof my.proof.json --name DEMO-WIT-9 --role WIT --until 2027-01-01T00:00:00Z --as my.key.json:REG --with other.key.json:REG:registrar',
      ),
    )
    .action((card: string, options: EnlistOptions) => enlist(card, options, surroundings()));
};

async function enlist(card: string, options: EnlistOptions, surroundings: Surroundings): Promise<void> {
  const wanted = options.role.map(readRole);
  if (options.service === true && wanted.some(role => role !== 'OPS')) {
    throw new UsageError({
      en: 'the service acts in role OPS alone: give --service with --role OPS and no other',
      fr: "le service n'agit qu'en rôle OPS : donnez --service avec --role OPS et aucun autre",
    });
  }
  const { officer, key } = await readCard(card);
  const signers = await readSigners(options, surroundings);
  const { origin } = signers.session.device;
  const { jwk, pop } = await readProof(options.proof, { log: origin, officer }, key);
  const subject = `officer/${officer}`;
  const now = formatTime(Date.now());
  const { name, unit = null, national = false, service = false, from = now, until = null } = options;
  const act = (type: string, body: JsonObject): PlainAct => ({
    subject,
    type,
    by: signers.signer,
    at: now,
    body,
    countersigners: signers.countersigners,
  });
  const acts = [
    act('officer.registered', { name, unit, kind: service ? 'SERVICE' : 'PERSON', national }),
    act('officer.key-registered', { jwk, pop }),
    ...wanted.map(role =>
      act('officer.role-granted', { grant: newId(Date.now(), systemRandom(16)), role, from, until }),
    ),
  ];
  await deliver(subject, acts, [], signers, { ...options, ownOptions: true }, surroundings.output);
}

function readRole(code: string): RoleCode {
  if (isRoleCode(code)) return code;
  const near = didYouMean(code, roleCodes);
  const all = (language: 'en' | 'fr') =>
    roleCodes.map(known => `${known} ${roles[known].title[language]}`).join(', ');
  throw new UsageError({
    en: `there is no role ${code}${near.en || `: ${all('en')}`}`,
    fr: `il n'y a pas de rôle ${code}${near.fr || ` : ${all('fr')}`}`,
  });
}

async function readCard(path: string): Promise<{ readonly officer: string; readonly key: PublicKey }> {
  const stored = await readJsonFile(path);
  if (isJsonObject(stored) && stored.kind === 'scelle-officer-key') {
    throw new UsageError({
      en: `${path} is the officer's key itself: it must never leave his machine. Ask for the card that \`scelle key new\` printed`,
      fr: `${path} est la clé même de l'officier : elle ne doit jamais quitter sa machine. Demandez la carte affichée par \`scelle key new\``,
    });
  }
  const { officer, jwk } = readPublicCard(stored);
  return { officer, key: parsePublicJwk(jwk) };
}

/** Another's key, or a proof for another log, is found before anybody signs. */
async function readProof(
  path: string,
  holder: { readonly log: string; readonly officer: string },
  key: PublicKey,
): Promise<{ readonly jwk: JsonObject; readonly pop: string }> {
  const stored = await readJsonFile(path);
  const { pop } = isJsonObject(stored) ? stored : {};
  try {
    await verifyProofOfPossession(String(pop), holder, key);
    return { jwk: { ...key.jwk }, pop: String(pop) };
  } catch (cause) {
    if (!(cause instanceof FormatError)) throw cause;
    throw new UsageError(
      {
        en: `${path} does not prove that officer ${holder.officer} has the key of his card, for the log ${holder.log}: let him run \`scelle key prove\` again`,
        fr: `${path} ne prouve pas que l'officier ${holder.officer} détient la clé de sa carte, pour le journal ${holder.log} : qu'il relance \`scelle key prove\``,
      },
      { cause },
    );
  }
}
