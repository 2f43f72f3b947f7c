import type { CustodyAct, CustodyPeriod, DossierItem } from '../item.js';
import type { Bilingual, Moment } from '../words.js';
import type { Block, TimeBar } from './block.js';
import { exhibitFacts } from './exhibits.js';
import { heading, same, shortMoment, toTheMinute, unlessEmpty } from './told.js';

/** What a page has room for below the facts and the picture, and what a row takes of it, in centimetres as they are set. */
const room = { page: 12.5, origin: 1.8, period: 1.2, act: 1.9 } as const;

/**
 * The custody of one item on one page: what it is, the picture along time, who answered for it in turn (D7, RQ-04); and
 * its signed acts where they have room there, else they follow behind the pages of all items.
 */
export function custodyHistory(item: DossierItem, until: Moment): readonly Block[] {
  return [
    { kind: 'page' },
    { kind: 'heading', level: 1, text: custodyTitle(item) },
    { ...exhibitFacts(item), close: true },
    heading(2, 'Détenteurs successifs', 'Custodians in turn'),
    ...item.origins.map(text => ({ kind: 'paragraph', text }) as const),
    ...unlessEmpty(item.periods, periods => [timeline(item.number, periods, until), periodTable(periods)]),
    heading(2, 'Actes signés', 'Signed acts'),
    ...(actsHaveRoom(item)
      ? unlessEmpty(item.acts, acts => [actTable(acts)])
      : [{ kind: 'paragraph', text: actsBehind(item.acts.entries.length) } as const]),
  ];
}

/** The signed acts of those items on whose page they have no room, one item after the other. */
export function signedActs(items: readonly DossierItem[]): readonly Block[] {
  const long = items.filter(item => !actsHaveRoom(item));
  if (long.length === 0) return [];
  return [
    { kind: 'page' },
    heading(1, actsTitle.fr, actsTitle.en),
    ...long.flatMap(({ number, acts }) => [
      { kind: 'heading', level: 2, text: same(number) } as const,
      actTable(acts.entries),
    ]),
  ];
}

const actsTitle = { fr: 'Actes signés, pièce par pièce', en: 'Signed acts, item by item' } as const;

function actsHaveRoom({ origins, periods, acts }: DossierItem): boolean {
  const before = origins.length * room.origin + periods.entries.length * room.period;
  return before + acts.entries.length * room.act <= room.page;
}

function actsBehind(count: number): Bilingual {
  return {
    fr: `${count} actes : voir « ${actsTitle.fr} », à la suite des pages relatives à la garde.`,
    en: `${count} acts: see “${actsTitle.en}”, behind the pages on custody.`,
  };
}

function actTable(acts: readonly CustodyAct[]): Block {
  return {
    kind: 'table',
    close: true,
    columns: [
      { title: { fr: 'Date (UTC)', en: 'Date (UTC)' }, width: 2.7 },
      {
        title: { fr: 'Acte ; inscrit (UTC), rang, déclaration', en: 'Act; entered, position, statement' },
        width: 4,
      },
      { title: { fr: 'Signé par', en: 'Signed by' }, width: 7.4 },
      { title: { fr: 'Scellés', en: 'Seals' }, width: 3 },
    ],
    rows: acts.map(({ occurred, entered, leaf, what, by, seals, marks, event }) => ({
      cells: [
        [occurred === null ? same('–') : shortMoment(toTheMinute(occurred))],
        [what],
        [by],
        [seals ?? same('–')],
      ],
      below: [
        ...marks.map(mark => warned(mark)),
        { exact: `${shortMoment(toTheMinute(entered)).fr}  ${leaf}  ${event}` },
      ],
    })),
  };
}

function custodyTitle({ number }: DossierItem): Bilingual {
  return { fr: `Continuité de la preuve : ${number}`, en: 'Chain of custody' };
}

function warned({ fr, en }: Bilingual): Bilingual {
  return { fr: `Mention : ${fr}`, en: en == null ? null : `Note: ${en}` };
}

function periodTable(periods: readonly CustodyPeriod[]): Block {
  const kinds = {
    custody: { fr: 'Garde', en: 'Custody' },
    transit: { fr: 'Transport scellé', en: 'Sealed transit' },
    gap: { fr: 'LACUNE', en: 'GAP' },
  };
  return {
    kind: 'table',
    close: true,
    columns: [
      { title: { fr: 'N°', en: 'No.' }, width: 0.8 },
      { title: { fr: 'Du (UTC)', en: 'From (UTC)' }, width: 2.2 },
      { title: { fr: 'Au (UTC)', en: 'Until (UTC)' }, width: 2.2 },
      { title: { fr: 'Nature', en: 'Kind' }, width: 2.2 },
      { title: { fr: 'Détenteur, en qualité de', en: 'Custodian, in the capacity of' }, width: 5 },
      { title: { fr: 'Lieu', en: 'Place' }, width: 4 },
    ],
    rows: periods.map(({ kind, custodian, of, place, from, until }, index) => ({
      cells: [
        [same(String(index + 1))],
        [shortMoment(toTheMinute(from))],
        [until === null ? { fr: 'à ce jour', en: 'to date' } : shortMoment(toTheMinute(until))],
        [kinds[kind]],
        [custodian],
        of === null ? [place] : [place, { fr: `garde de ${of}`, en: `custody of ${of}` }],
      ],
      strong: kind === 'gap',
    })),
  };
}

/** Periods along time, from the first to the date of the dossier; each bar has the number of its line. */
function timeline(number: string, periods: readonly CustodyPeriod[], until: Moment): Block {
  const start = Date.parse(periods[0]?.from.at ?? until.at);
  const last = periods.map(period => Date.parse((period.until ?? until).at));
  const end = Math.max(start + 60_000, Date.parse(until.at), ...last);
  const share = (at: string) => round((Date.parse(at) - start) / (end - start));
  const bars: readonly TimeBar[] = periods.map((period, index) => ({
    kind: period.kind,
    name: String(index + 1),
    from: share(period.from.at),
    until: period.until === null ? 1 : share(period.until.at),
  }));
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(at => ({
    at,
    text: shortMoment({
      at: new Date(start + at * (end - start)).toISOString(),
      precision: tickPrecision(end - start),
    }).fr,
  }));
  return { kind: 'timeline', words: wordsOf(number, periods), axis: axisTitle, bars, ticks };
}

const axisTitle: Bilingual = {
  fr: 'Temps universel coordonné (UTC)',
  en: 'Coordinated universal time (UTC)',
};

/** To the hour on an axis of days, to the day on a longer one. */
function tickPrecision(span: number): Moment['precision'] {
  return span < 8 * 86_400_000 ? 'MINUTE' : 'DAY';
}

/** The same digits on every machine. */
function round(share: number): number {
  return Math.min(1, Math.max(0, Math.round(share * 100_000) / 100_000));
}

/** The picture in words, for who does not see it. */
function wordsOf(number: string, periods: readonly CustodyPeriod[]): string {
  const told = periods.map(
    ({ kind, custodian, from, until }, index) =>
      `${index + 1} ${kind === 'gap' ? 'lacune' : custodian.fr}, du ${shortMoment(from).fr} au ${until === null ? 'jour du dossier' : shortMoment(until).fr}`,
  );
  return `Garde de ${number} dans le temps (UTC) : ${told.join(' ; ')}.`;
}
