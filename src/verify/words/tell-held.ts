import type { Language, Text } from '../../custody/text.js';
import { formatTime } from '../../log/index.js';
import type { Account } from '../account.js';
import { isRecorded } from '../list-not-proven.js';
import type { Recording } from '../whole/recording.js';
import { vouchedWords } from '../witnesses.js';

type Outcome = Account['held'][number]['outcome'];

const outcomes: Record<Outcome | 'recorded', Text> = {
  compared: { en: 'this log contains it', fr: 'ce journal le contient' },
  'key not in force': {
    en: 'signed by a key of this log that is not the one in force for its size: by a thief of that key, or by this log for another history. Keep it, and ask the log',
    fr: "signé d'une clé de ce journal qui n'est pas celle en vigueur pour sa taille : par un voleur de cette clé, ou par ce journal pour un autre historique. Gardez-le, et interrogez le journal",
  },
  altered: {
    en: 'signed by this log, but THE RECEIPT DOES NOT VERIFY: its statement is not what the log entered. Ask for it again where it was kept',
    fr: "signé par ce journal, mais LE RÉCÉPISSÉ EST FAUX : sa déclaration n'est pas ce que le journal a inscrit. Redemandez-le à qui le gardait",
  },
  newer: {
    en: 'of a larger log than this export, and so not compared',
    fr: "d'un journal plus grand que cet export, donc pas comparé",
  },
  recorded: {
    en: 'of the larger log that recorded this',
    fr: 'du journal plus grand qui a consigné ceci',
  },
  'not comparable': {
    en: 'not compared: the export has no proof from its size on',
    fr: "pas comparé : l'export n'a pas de preuve à partir de sa taille",
  },
  'not of this log': {
    en: 'not one of this log by this policy',
    fr: 'pas de ce journal selon cette politique',
  },
};

/** What came of each checkpoint or receipt that was handed over with `--known`, in their order. */
export function tellHeld({ held }: Account, language: Language): readonly string[] {
  return held.map(({ size, outcome, records }, position) => {
    const told = `${outcomes[records?.isThis && outcome === 'newer' ? 'recorded' : outcome][language]}${recordingWords(records, language)}`;
    const sized = size === null ? '' : language === 'fr' ? ` (taille ${size})` : ` (size ${size})`;
    return language === 'fr'
      ? `Point de contrôle détenu ${position + 1}${sized} : ${told}.`
      : `Checkpoint held ${position + 1}${sized}: ${told}.`;
  });
}

/**
 * A receipt of a dossier that was handed over with this is of another one, and no receipt is of this: told first. Beside
 * the whole log that is nothing to be told.
 */
export function tellOther({ held, complete }: Account, language: Language): readonly string[] {
  if (complete || isRecorded(held)) return [];
  return held.flatMap(({ records }) => {
    if (records?.type !== 'dossier.built') return [];
    const number = numberedWords(records);
    return language === 'fr'
      ? `AUTRE CHOSE : le récépissé que vous détenez est celui d'un autre dossier${number} (feuille ${records.leaf}). Demandez celui de cet exemplaire.`
      : `ANOTHER ONE: the receipt that you hold is of another dossier${number} (leaf ${records.leaf}). Ask for the receipt of this one.`;
  });
}

function numberedWords({ numbered }: Recording): string {
  return numbered === null ? '' : ` (${numbered.number}, version ${numbered.version})`;
}

function recordingWords(records: Account['held'][number]['records'], language: Language): string {
  if (records === null) return '';
  const { isThis, type, leaf } = records;
  const number = numberedWords(records);
  if (language === 'fr')
    return isThis
      ? ` ; CONSIGNÉ : l'acte ${type}${number} de la feuille ${leaf} porte l'empreinte de ceci, jusqu'au dernier octet`
      : ` ; son acte ${type}${number} de la feuille ${leaf} consigne AUTRE CHOSE que ceci`;
  return isThis
    ? `; RECORDED: the act ${type}${number} at leaf ${leaf} has the hash of this, to the last byte`
    : `; its act ${type}${number} at leaf ${leaf} records SOMETHING ELSE than this`;
}

/**
 * A log that was seen larger than the export: for whoever holds that checkpoint, what came between is missing here, and
 * whether the larger log has grown from this one is not shown. Told among the first. The act that
 * records an export comes after its tree, so that the receipt of this one tells nothing of a cut.
 */
export function tellLarger({ held, verdict }: Account, language: Language): readonly string[] {
  const larger = held.filter(({ outcome, records }) => outcome === 'newer' && !records?.isThis);
  const [largest] = larger.sort((one, other) => (other.size ?? 0) - (one.size ?? 0));
  if (largest === undefined) return [];
  const { size, seen } = largest;
  const by = seen === null ? null : vouchedWords(seen);
  if (language === 'fr') {
    const when =
      by === null || seen === null ? 'sans quorum' : `au plus tard le ${formatTime(seen.time)}, ${by.fr}`;
    return [
      `PEUT-ÊTRE TRONQUÉ : le journal comptait déjà ${size} actes (${when}), selon un point de contrôle que vous détenez ; cet export s'arrête à ${verdict.size}. Demandez un export de cette taille.`,
    ];
  }
  const when =
    by === null || seen === null ? 'without a quorum' : `at the latest on ${formatTime(seen.time)}, ${by.en}`;
  return [
    `MAY BE CUT: the log already had ${size} events (${when}), as a checkpoint that you hold shows; this export ends at ${verdict.size}. Ask for an export of that size.`,
  ];
}
