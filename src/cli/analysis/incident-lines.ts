import { objectsOf } from '../../audit/report/report-event.js';
import type { Language } from '../../custody/text.js';
import { casualtyCategories } from '../../custody/vocabulary/accounts.js';
import { iedCategories, iedEmplacements, iedMainCharges, iedSwitches } from '../../custody/vocabulary/ied.js';
import { incidentTypes, targetClasses } from '../../custody/vocabulary/incident-types.js';
import { nonExploitationReasons } from '../../custody/vocabulary/scenes.js';
import type { Vocabulary } from '../../custody/vocabulary/vocabulary.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { row } from '../lay-out.js';
import { printableLine } from '../printable.js';

type Say = (en: string, fr: string) => string;

/** Statistics of incidents for a terminal: a table of the groups, then what stands behind all of them together. */
export function incidentStatisticsLines(answer: JsonObject, language: Language): readonly string[] {
  const say: Say = (en, fr) => (language === 'fr' ? fr : en);
  const total = isJsonObject(answer.total ?? null) ? (answer.total as JsonObject) : {};
  return [
    `${say('As known at', 'Tel que connu le')} ${answer.knownAt} (${say('leaf', 'feuille')} ${answer.knownLeaf})`,
    '',
    ...groupTable(objectsOf(answer.groups), total, say, language),
    ...(answer.groupsOverlap === true
      ? [
          say(
            'Groups overlap: they do not add up.',
            'Les groupes se recoupent : leur somme dépasse le total.',
          ),
        ]
      : []),
    ...notInPeriod(answer.periodNotKnown, say),
    '',
    paceLine(memberOf(total, 'pace'), say),
    ...definitionLines(objectsOf(total.definitions), say, language),
    ...casualtyLines(objectsOf(total.casualties), say, language),
    ...exploitationLines(memberOf(total, 'exploitation'), say, language),
    ...deviceLines(memberOf(total, 'devices'), say, language),
    '',
    ...(Array.isArray(answer.rules) ? answer.rules.map(rule => `* ${rule}`) : []),
  ].map(printableLine);
}

function groupTable(
  groups: readonly JsonObject[],
  total: JsonObject,
  say: Say,
  language: Language,
): readonly string[] {
  const heading = [
    ...['', say('incidents', 'incidents'), say('attacks', 'attaques'), say('finds', 'découvertes')],
    ...[say('others', 'autres'), say('dead', 'morts'), say('injured', 'blessés')],
  ];
  const cellsOf = (name: string, figures: JsonObject) => [
    name,
    ...['incidents', 'attacks', 'finds', 'others'].map(member => String(figures[member])),
    ...['dead', 'injured'].map(harm => rangeOf(allOf(figures, harm))),
  ];
  const table = [
    heading,
    ...groups.map(group => cellsOf(groupName(group.key, say, language), group)),
    cellsOf(say('all', 'ensemble'), total),
  ];
  const widths = heading.map((_, column) => Math.max(...table.map(cells => cells[column]?.length ?? 0)));
  return table.map(cells => row(cells, widths));
}

function groupName(key: JsonValue | undefined, say: Say, language: Language): string {
  if (typeof key !== 'string') return say('not known', 'non connu');
  return labelOf({ ...incidentTypes, ...targetClasses, SEVERAL: several }, key, language);
}

const several = { en: 'Of several types', fr: 'De plusieurs types' };

function notInPeriod(count: JsonValue | undefined, say: Say): readonly string[] {
  if (typeof count !== 'number' || count === 0) return [];
  return [
    say(
      `${count} more: nobody can say whether in the period; counted nowhere.`,
      `${count} de plus : nul ne peut dire s'ils relèvent de la période ; comptés nulle part.`,
    ),
  ];
}

function paceLine({ attacks, from, until, days, oneEveryDays }: JsonObject, say: Say): string {
  if (typeof oneEveryDays !== 'number')
    return say('Pace: no attack in the period.', 'Rythme : aucune attaque dans la période.');
  return say(
    `Pace: one attack every ${oneEveryDays} days (${attacks} in ${days} days, from ${from} to before ${until}).`,
    `Rythme : une attaque tous les ${decimal(oneEveryDays)} jours (${attacks} en ${days} jours, du ${from} à avant le ${until}).`,
  );
}

/** By which definition incidents are called what they are, where any record names one. */
function definitionLines(
  definitions: readonly JsonObject[],
  say: Say,
  language: Language,
): readonly string[] {
  return definitions.map(({ type, text, from, incidents }) => {
    const since = from === null ? '' : ` (${from})`;
    const followed =
      text === null ? say('no definition named', 'aucune définition citée') : `« ${text} »${since}`;
    return `${groupName(type, say, language)}${colon(say)}${followed}, ${incidents}`;
  });
}

/** Per type and category, where any account gives a figure. */
function casualtyLines(casualties: readonly JsonObject[], say: Say, language: Language): readonly string[] {
  const told = casualties.filter(({ withFigure, category }) => withFigure !== 0 && category !== null);
  if (told.length === 0) return [];
  const harms: Readonly<Record<string, string>> = {
    dead: say('dead', 'morts'),
    injured: say('injured', 'blessés'),
    abducted: say('abducted', 'enlevés'),
  };
  return [
    say('Casualties, by type and category:', 'Victimes, par type et catégorie :'),
    ...told.map(figure => {
      const type =
        figure.type === null ? say('all types', 'tous types') : groupName(figure.type, say, language);
      const category = labelOf(casualtyCategories, String(figure.category), language);
      return `  ${type}, ${category}${colon(say)}${harms[String(figure.harm)]} ${rangeOf(figure)} ${basisOf(figure, say)}`;
    }),
  ];
}

function basisOf(figure: JsonObject, say: Say): string {
  const { base, withoutFigure, inConflict } = figure;
  return say(
    `(${base} incidents, ${withoutFigure} without a figure, ${inConflict} in conflict)`,
    `(${base} incidents, ${withoutFigure} sans chiffre, ${inConflict} en contradiction)`,
  );
}

function exploitationLines(figures: JsonObject, say: Say, language: Language): readonly string[] {
  const { known, base } = figures;
  const shares = [
    [say('fully', 'entièrement'), memberOf(figures, 'full')],
    [say('partly', 'partiellement'), memberOf(figures, 'partial')],
    [say('not at all', 'pas du tout'), memberOf(figures, 'none')],
  ] as const;
  return [
    `${say('Exploited', 'Exploités')} (${say(`known of ${known} of ${base}`, `connu pour ${known} sur ${base}`)})${colon(say)}${shares
      .map(([word, share]) => `${word} ${shareText(share, language)}`)
      .join(', ')}`,
    ...objectsOf(figures.reasons).map(
      reason =>
        `  ${labelOf(nonExploitationReasons, String(reason.reason), language)}${colon(say)}${shareText(reason, language)}`,
    ),
  ];
}

function deviceLines(figures: JsonObject, say: Say, language: Language): readonly string[] {
  const charge = memberOf(figures, 'charge');
  const tables: readonly (readonly [string, string, Vocabulary])[] = [
    ['byInitiation', say('by initiation', 'selon la mise à feu'), iedCategories],
    ['bySwitch', say('by switch', 'selon le dispositif'), iedSwitches],
    ['byEmplacement', say('by emplacement', 'selon la mise en place'), iedEmplacements],
    ['byMainCharge', say('by main charge', 'selon la charge'), iedMainCharges],
  ];
  return [
    `${say('Devices', 'Engins')}${colon(say)}${figures.devices}`,
    ...tables.flatMap(([member, title, words]) =>
      distributionLine(memberOf(figures, member), title, words, say, language),
    ),
    ...(charge.known === 0
      ? []
      : [
          say(
            `  charge, known of ${charge.known} of ${charge.base}: ${charge.smallest} to ${charge.largest} kg`,
            `  charge, connue pour ${charge.known} sur ${charge.base} : de ${decimal(charge.smallest)} à ${decimal(charge.largest)} kg`,
          ),
        ]),
  ];
}

function distributionLine(
  { known, base, rows }: JsonObject,
  title: string,
  words: Vocabulary,
  say: Say,
  language: Language,
): readonly string[] {
  if (known === 0) return [];
  const parts = objectsOf(rows).map(
    share => `${labelOf(words, String(share.label), language)} ${shareText(share, language)}`,
  );
  return [
    `  ${title}, ${say(`known of ${known} of ${base}`, `connu pour ${known} sur ${base}`)}${colon(say)}${parts.join(', ')}`,
  ];
}

/** French sets a blank before it. */
function colon(say: Say): string {
  return say(': ', ' : ');
}

/** `3/4 (75 %)`: never a percentage without what it is of. */
function shareText({ count, base, percent }: JsonObject, language: Language): string {
  const told = language === 'fr' ? decimal(percent) : String(percent);
  return percent === null ? `${count}/${base}` : `${count}/${base} (${told} %)`;
}

function decimal(value: JsonValue | undefined): string {
  return String(value).replace('.', ',');
}

function labelOf(words: Vocabulary, code: string, language: Language): string {
  return Object.hasOwn(words, code) ? (words[code]?.[language] ?? code) : code;
}

function allOf(figures: JsonObject, harm: string): JsonObject {
  const found = objectsOf(figures.casualties).find(
    figure => figure.harm === harm && figure.type === null && figure.category === null,
  );
  return found ?? {};
}

/** `4`, `4–40`, `4–40+` where a source names no limit, `–` where nobody says. */
function rangeOf({ lowest, highest, withFigure, withoutLimit }: JsonObject): string {
  if (withFigure === 0 || withFigure === undefined) return '–';
  return `${lowest === highest ? lowest : `${lowest}–${highest}`}${withoutLimit === 0 ? '' : '+'}`;
}

function memberOf(object: JsonObject, name: string): JsonObject {
  const member = object[name] ?? null;
  return isJsonObject(member) ? member : {};
}
