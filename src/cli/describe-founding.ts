import { type FoundingFile, missingFromFounding } from '../client/index.js';
import { reconstruction } from '../custody/sop/reconstruction.js';
import { sopReference } from '../custody/sop/sop-bytes.js';
import type { Language } from '../custody/text.js';
import {
  base64Bytes,
  base64Text,
  parseCheckpoint,
  parseNote,
  parsePublicJwk,
  parseVerifierKey,
  utf8Text,
} from '../log/index.js';

/** A founding in words: what a founder puts his name to. */
export function describeFounding(file: FoundingFile, language: Language): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const { logKey, sop, founders, at, continues } = file;
  const own = sop.sha256 === sopReference(reconstruction).sha256;
  return [
    say(`Founding of a log, begun ${at}`, `Fondation d'un journal, commencée ${at}`),
    say(
      `  origin     ${parseVerifierKey(logKey, 'key').name}`,
      `  origine    ${parseVerifierKey(logKey, 'key').name}`,
    ),
    say(`  log key    ${logKey}`, `  clé        ${logKey}`),
    say(`  procedure  ${sop.id} version ${sop.version}`, `  procédure  ${sop.id} version ${sop.version}`),
    `             sha256 ${sop.sha256}`,
    own
      ? say(
          '             (the document that this release brings along)',
          '             (le document fourni avec cette version)',
        )
      : say(
          '             (NOT the document of this release)',
          '             (ce N’EST PAS le document de cette version)',
        ),
    ...(continues === undefined ? [] : describeContinued(continues, language)),
    say('  founders, each with role REG:', '  fondateurs, chacun dans le rôle REG :'),
    ...founders.flatMap(({ name, officer, jwk }, position) => [
      `   ${position + 1}. ${name}`,
      `      ${officer}`,
      say(`      key ${parsePublicJwk(jwk).kid}`, `      clé ${parsePublicJwk(jwk).kid}`),
    ]),
    ...(founders.length > 2
      ? []
      : [
          say(
            'WARNING: with two founders one lost key is a deadlock: nobody can be registered any more. Three are advised.',
            'ATTENTION : à deux fondateurs, une seule clé perdue bloque tout : plus personne ne peut être enregistré. Trois sont conseillés.',
          ),
        ]),
  ];
}

/** The log that this one goes on from, with its last checkpoint: what was signed in it still counts. */
function describeContinued(continues: string, language: Language): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const note = utf8Text(base64Bytes(continues, 'checkpoint'));
  const { origin, size, root } = parseCheckpoint(parseNote(note).text);
  return [
    say(`  continues  ${origin}`, `  prolonge   ${origin}`),
    say(
      `             ${size} events, root ${base64Text(root)}`,
      `             ${size} actes, racine ${base64Text(root)}`,
    ),
  ];
}

/** Who has to do what next. */
export function nextOfFounding(file: FoundingFile, path: string, language: Language): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const missing = missingFromFounding(file);
  const proofs = missing.filter(({ needed }) => needed === 'proof');
  const [heading, waiting] =
    proofs.length > 0
      ? [
          say(
            'Still to prove that they have their keys:',
            'Doivent encore prouver qu’ils détiennent leur clé :',
          ),
          proofs,
        ]
      : [say('Still to sign:', 'Doivent encore signer :'), missing];
  if (missing.length === 0) {
    return [
      say(
        `All have signed. Next: scelle init --complete ${path}`,
        `Tous ont signé. Ensuite : scelle init --complete ${path}`,
      ),
    ];
  }
  return [
    heading,
    ...waiting.map(({ name }) => `  ${name}`),
    say(
      `Next, on their machines: scelle sign ${path} --as KEY:REG`,
      `Ensuite, sur leurs machines : scelle sign ${path} --as CLÉ:REG`,
    ),
  ];
}
