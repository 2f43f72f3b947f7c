import Type, { type Static } from 'typebox';
import { checkSchema } from '../../custody/judge/admit-body.js';
import { SopRef } from '../../custody/log/sop-reference.js';
import { Jwk, Pop } from '../../custody/officer/events/key-registered.js';
import { Exactly, Line, List, Nullable, words } from '../../custody/schema/described.js';
import { IdOf } from '../../custody/schema/identifiers.js';
import { Instant } from '../../custody/schema/occurrence.js';
import {
  base64urlText,
  FormatError,
  isSubject,
  logOrigin,
  type PublicKey,
  parsePublicJwk,
  parseVerifierKey,
  type Random,
} from '../../log/index.js';
import { FoundingFileError } from './founding-file-error.js';

const Random16 = Type.String({
  ...words('16 random bytes', '16 octets aléatoires'),
  pattern: '^[\\w-]{22}$',
});

const Founder = Exactly({
  officer: IdOf('officer', 'Founder', 'Fondateur'),
  name: Line('Name and grade', 'Nom et grade'),
  jwk: Jwk,
  pop: Nullable(Pop),
});

const FoundingFileSchema = Exactly({
  v: Type.Literal(1),
  kind: Type.Literal('scelle-founding'),
  name: Line('First part of the origin', "Première partie de l'origine", 253),
  subject: Line('Subject of the log', 'Sujet du journal', 60),
  logKey: Line('Verifier key of the log', 'Clé de vérification du journal', 400),
  sop: SopRef,
  // Not there in a founding that continues no older log.
  continues: Type.Optional(
    Type.String({
      ...words('Last note of an older log', "Dernière note d'un journal antérieur"),
      maxLength: 4000,
    }),
  ),
  at: Instant('When the founding began', 'Début de la fondation'),
  founders: List(Founder, 'Founders', 'Fondateurs', { min: 2, max: 20 }),
  nonces: List(Random16, 'Nonces of the events', 'Nonces des actes', { max: 60 }),
  salts: List(Random16, 'Salts of the names', 'Sels des noms', { max: 20 }),
  signatures: List(
    Nullable(Type.String({ ...words('Signed event', 'Acte signé'), maxLength: 100_000 })),
    'Signed events by position',
    'Actes signés, par position',
    { max: 60 },
  ),
});

/**
 * The founding of a log on its way between its founders: by memory stick, each on a machine of his own. It holds no
 * secret of any of them; names stand in it that the log withholds. The founding batch follows from it alone: what is
 * random in it was drawn at the beginning, so every founder signs the same bytes.
 */
export type FoundingFile = Static<typeof FoundingFileSchema>;

/** Who founds a log: from his public card, and his name and grade as the registrars know him. */
export type FounderCard = Pick<FoundingFile['founders'][number], 'officer' | 'name' | 'jwk'>;

/** `log.opened`, a countersignature by each other founder, and two events for each founder's registration. */
function eventsOfFounding(founders: number): number {
  return 3 * founders;
}

export interface FoundingPlan {
  readonly name: string;
  /** `log/<UUID>` */
  readonly subject: string;
  readonly logKey: string;
  readonly sop: FoundingFile['sop'];
  /** b64 of the last signed note of an older log, where this one goes on in its place. */
  readonly continues?: string;
  readonly at: string;
  readonly founders: readonly FounderCard[];
}

/** Begins a founding. @throws FoundingFileError */
export function beginFounding({ founders, ...plan }: FoundingPlan, random: Random): FoundingFile {
  const draw = () => base64urlText(random(16));
  const events = eventsOfFounding(founders.length);
  return requireConsistent({
    v: 1,
    kind: 'scelle-founding',
    ...plan,
    sop: { ...plan.sop },
    founders: founders.map(founder => ({ ...founder, pop: null })),
    nonces: Array.from({ length: events }, draw),
    salts: founders.map(draw),
    signatures: Array.from({ length: events }, () => null),
  });
}

/** Reads a founding file that somebody brought; signatures in it are checked elsewhere. @throws FoundingFileError */
export function parseFoundingFile(value: unknown): FoundingFile {
  const [fault] = checkSchema(FoundingFileSchema, value, '');
  if (fault !== undefined) throw new FoundingFileError('not-a-founding-file', fault.pointer);
  return requireConsistent(value as FoundingFile);
}

/** The origin that these founders give the log (log-format section 5). @throws FoundingFileError */
export function originOfFounding({
  name,
  founders,
  subject,
}: Pick<FoundingPlan, 'name' | 'founders' | 'subject'>): string {
  try {
    const opening = founders.map(founder => ({ officer: founder.officer, jwk: keyOf(founder).jwk }));
    return logOrigin(name, opening, subject);
  } catch (cause) {
    if (cause instanceof RangeError) throw new FoundingFileError('name-not-host-like', name, { cause });
    throw cause;
  }
}

export function keyOf({ name, jwk }: Pick<FounderCard, 'name' | 'jwk'>): PublicKey {
  try {
    return parsePublicJwk(jwk);
  } catch (cause) {
    if (cause instanceof FormatError) throw new FoundingFileError('key-malformed', name, { cause });
    throw cause;
  }
}

function requireConsistent(file: FoundingFile): FoundingFile {
  const { founders, subject, logKey, nonces, salts, signatures } = file;
  if (founders.length < 2) throw new FoundingFileError('founders-too-few');
  const officers = new Set(founders.map(({ officer }) => officer));
  const keys = new Set(founders.map(founder => keyOf(founder).kid));
  if (officers.size !== founders.length || keys.size !== founders.length) {
    throw new FoundingFileError('founders-not-distinct');
  }
  const events = eventsOfFounding(founders.length);
  if (nonces.length !== events || signatures.length !== events || salts.length !== founders.length) {
    throw new FoundingFileError('not-a-founding-file', '/signatures');
  }
  if (!isSubject(subject) || !subject.startsWith('log/')) {
    throw new FoundingFileError('not-a-founding-file', '/subject');
  }
  if (nameOfKey(logKey) !== originOfFounding(file)) throw new FoundingFileError('origin-differs');
  return file;
}

function nameOfKey(logKey: string): string {
  try {
    return parseVerifierKey(logKey, 'key').name;
  } catch (cause) {
    if (cause instanceof FormatError)
      throw new FoundingFileError('not-a-founding-file', '/logKey', { cause });
    throw cause;
  }
}
