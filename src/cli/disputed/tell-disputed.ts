import { currentRule } from '../../custody/catalogue.js';
import type { Language } from '../../custody/text.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';

/** A statement by a compromised key, and what speaks for it all the same: lines for people. */
export function tellDisputed(event: JsonObject, language: Language): readonly string[] {
  const { index, at, type, subject, actor = null, disputed = null } = event;
  const title = currentRule(String(type))?.title[language] ?? String(type);
  const officer = isJsonObject(actor) ? String(actor.officer) : '';
  return [
    `#${index}  ${at}  ${title}  ${subject}  ${officer}`,
    ...(isJsonObject(disputed) ? tellDispute(disputed, language) : []),
  ];
}

/** Why an event is disputed, and what supports it. */
export function tellDispute(
  { since, revokedBy, support = null }: JsonObject,
  language: Language,
): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const found = isJsonObject(support) ? support : {};
  const ways = [
    [say('countersigned by', 'contresigné par'), signed(found.countersigned)],
    [say('followed by', 'suivi par'), signed(found.followed)],
    [say('named by', 'nommé par'), signed(found.named)],
    [say('files there', 'fichiers présents'), countOf(found.files)],
    [
      say('seen by a witness', 'vu par un témoin'),
      typeof found.cosignedAt === 'string' ? found.cosignedAt : '',
    ],
  ] as const;
  const told = ways.flatMap(([way, what]) => (what === '' ? [] : [`${way} ${what}`]));
  return [
    say(
      `    ! disputed: its key was compromised from leaf ${since} on (${revokedBy})`,
      `    ! contesté : sa clé était compromise dès la feuille ${since} (${revokedBy})`,
    ),
    say(
      `      what speaks for it: ${told.length === 0 ? 'nothing' : told.join('; ')}`,
      `      ce qui parle pour lui : ${told.length === 0 ? 'rien' : told.join(' ; ')}`,
    ),
  ];
}

function signed(events: JsonValue | undefined): string {
  if (!Array.isArray(events)) return '';
  return events
    .filter(isJsonObject)
    .map(({ index }) => `#${index}`)
    .join(', ');
}

function countOf(files: JsonValue | undefined): string {
  return Array.isArray(files) && files.length > 0 ? String(files.length) : '';
}
