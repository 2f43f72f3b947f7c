import { parseEvidenceNumber } from '../../custody/evidence/number.js';
import { isUuid } from '../../log/index.js';
import { type DeviceSession, tryToSignIn } from '../device-session.js';
import { type NamedOfficer, officerOnCard } from '../officers.js';
import { UsageError } from '../usage-error.js';
import { type KnownSubject, type ListedKind, listedKind } from './kinds.js';
import { subjectsOfService, subjectsOnDevice } from './known-subjects.js';

/** What an officer types for himself: his UUID stands in his key file, where nobody looks for it. */
const oneself: readonly string[] = ['me', 'moi'];

/**
 * Finds what people call a subject: the number on an item's label, a manifest's number, the name of a scene. Asks the
 * device first, so that it works in the field as it does in the office, and then the service.
 */
export class SubjectNames {
  readonly #session: DeviceSession;
  readonly #signer: NamedOfficer;
  readonly #offline: boolean;
  #online: Promise<boolean> | undefined;

  constructor(session: DeviceSession, signer: NamedOfficer, offline: boolean) {
    this.#session = session;
    this.#signer = signer;
    this.#offline = offline;
  }

  /** False: told so, or the service cannot be reached. */
  online(): Promise<boolean> {
    this.#online ??= this.#offline ? Promise.resolve(false) : tryToSignIn(this.#session, this.#signer);
    return this.#online;
  }

  /** The UUID of the subject of this kind that has the name. @throws UsageError where none has, or several */
  async idOf(kind: string, typed: string): Promise<string> {
    const name = typed.startsWith(`${kind}/`) ? typed.slice(kind.length + 1) : typed;
    if (isUuid(name)) return name;
    if (kind === 'officer' && oneself.includes(name)) return this.#signer.officer;
    if (kind === 'officer' && name.endsWith('.json')) return (await officerOnCard(name)).officer;
    const listed = listedKind(kind);
    if (listed === undefined) throw notAUuid(kind, typed);
    const wanted = kind === 'evidence' ? readNumber(name) : name;
    const found = new Set(
      (await this.#named(listed, wanted))
        .filter(subject => listed.namesOf(subject).includes(wanted))
        .map(({ id }) => id),
    );
    const [only] = found;
    if (only === undefined) throw unknownName(listed, wanted);
    if (found.size > 1) throw severalSo(listed, wanted, [...found]);
    return only;
  }

  /** A number of an item is its own for ever; other names may be used again, so the service is asked if it can be. */
  async #named(listed: ListedKind, name: string): Promise<readonly KnownSubject[]> {
    const here = await subjectsOnDevice(this.#session, listed);
    const isSettled =
      listed.kind === 'evidence' && here.some(subject => listed.namesOf(subject).includes(name));
    if (isSettled || !(await this.online())) return here;
    const filter = listed.filter === null ? '' : `?${listed.filter}=${encodeURIComponent(name)}`;
    return [...here, ...(await subjectsOfService(this.#session, listed, filter))];
  }
}

function readNumber(name: string): string {
  const number = parseEvidenceNumber(name);
  if (number !== null) return number;
  throw new UsageError({
    en: `${name} is neither a UUID nor the number of an item: its check character does not fit`,
    fr: `${name} n'est ni un UUID ni le numéro d'une pièce : le caractère de contrôle ne convient pas`,
  });
}

function notAUuid(kind: string, typed: string): UsageError {
  return new UsageError({
    en: `${typed} is no UUID; expected ${kind}/UUID or the UUID alone`,
    fr: `${typed} n'est pas un UUID ; attendu ${kind}/UUID ou l'UUID seul`,
  });
}

function unknownName({ kind, singular, word }: ListedKind, name: string): UsageError {
  if (kind === 'officer') {
    return new UsageError({
      en: `No officer ${name} is known here: the names of officers are withheld. Give his public card (FILE.json), or his UUID: scelle list officers`,
      fr: `Officier ${name} : inconnu ici, les noms des officiers sont réservés. Donnez sa carte publique (FICHIER.json), ou son UUID : scelle list officers`,
    });
  }
  return new UsageError({
    en: `No ${singular.en} ${name} is known here, or you may not read it: see scelle list ${word}`,
    fr: `${singular.fr} ${name} : inconnu ici, ou vous ne pouvez le lire ; voir scelle list ${word}`,
  });
}

function severalSo({ singular }: ListedKind, name: string, ids: readonly string[]): UsageError {
  return new UsageError({
    en: `${name} names more than one ${singular.en}; give its UUID: ${ids.join(', ')}`,
    fr: `${name} désigne plusieurs ${singular.fr} ; donnez l'UUID : ${ids.join(', ')}`,
  });
}
