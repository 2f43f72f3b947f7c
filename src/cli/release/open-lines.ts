import { objectsOf, textOf } from '../../audit/report/report-event.js';
import { currentRule } from '../../custody/catalogue.js';
import { evidenceNumber } from '../../custody/evidence/number.js';
import type { Kind } from '../../custody/schema/identifiers.js';
import type { Language } from '../../custody/text.js';
import { kindNames } from '../../custody/vocabulary/kind-names.js';
import { isJsonObject, type JsonObject, type JsonValue, subjectKind } from '../../log/index.js';
import { layOut, terminalColumns } from '../lay-out.js';
import { printableLine } from '../printable.js';

/**
 * What a recipient reads in the acts: each value once, under the act that says it first. What several pieces have in
 * common is told of the first; whole it stands in the answer of the service (`--json`).
 */
export class OpenLines {
  readonly #language: Language;
  readonly #told = new Set<string>();

  constructor(language: Language) {
    this.#language = language;
  }

  ofPiece(piece: JsonObject): readonly string[] {
    return this.#of([piece], this.#say('In the clear in its acts', 'En clair dans ses actes'));
  }

  /** Of one piece, or of several subjects of one kind together. */
  #of(histories: readonly JsonObject[], heading: string): readonly string[] {
    const acts = new Map(histories.flatMap(({ acts }) => objectsOf(acts)).map(act => [act.leaf, act]));
    const lines = new Map<JsonValue | undefined, string[]>();
    let before = 0;
    for (const { label, told, said } of histories.flatMap(({ open }) => objectsOf(open))) {
      const words = [label, told].map(text => this.#inLanguage(text));
      const key = words.join('\n');
      if (this.#told.has(key)) before += 1;
      else {
        this.#told.add(key);
        const places = objectsOf(said);
        const leaf = places[0]?.leaf;
        lines.set(leaf, [...(lines.get(leaf) ?? []), ...this.#memberLines(words, places.length)]);
      }
    }
    const byAct = [...lines].flatMap(([leaf, members]) => [...this.#actLines(acts.get(leaf)), ...members]);
    return [
      `   ${heading}${this.#say(':', ' :')}`,
      ...byAct,
      ...(before === 0
        ? []
        : [this.#say(`     Also said above: ${before}`, `     Aussi dit plus haut : ${before}`)]),
    ];
  }

  /** What goes along beside the pieces, by kind. */
  beside(subjects: readonly JsonObject[], notShown: JsonValue | undefined): readonly string[] {
    const kinds = new Map<string, JsonObject[]>();
    for (const history of subjects) {
      const kind = subjectKind(textOf(history.subject));
      kinds.set(kind, [...(kinds.get(kind) ?? []), history]);
    }
    return [
      ...[...kinds].flatMap(([kind, histories]) =>
        this.#of(histories, this.#heading(kind as Kind, histories)),
      ),
      ...(typeof notShown !== 'number' || notShown === 0
        ? []
        : [
            this.#say(
              `   Not shown, for you may not read their acts: ${notShown}`,
              `   Non montrés, car vous n'en lisez pas les actes : ${notShown}`,
            ),
          ]),
    ];
  }

  #heading(kind: Kind, histories: readonly JsonObject[]): string {
    const { one, several } = kindNames[kind];
    const named = kind === 'evidence' ? histories.map(({ subject }) => numberOf(textOf(subject))) : [];
    const words = histories.length === 1 ? one : several;
    return [`${words[this.#language]} (${histories.length})`, ...named].join(' ');
  }

  #actLines(act: JsonObject | undefined): readonly string[] {
    const type = textOf(act?.type);
    const title = currentRule(type)?.title[this.#language] ?? this.#say('Countersigned', 'Contreseing');
    const at = textOf(act?.at).slice(0, 16).replace('T', ' ');
    const line = `${at}  ${title} (${this.#say('leaf', 'feuille')} ${act?.leaf})`;
    return layOut(printableLine(line), 5, 3, terminalColumns);
  }

  #memberLines([label = '', told = '']: readonly string[], times: number): readonly string[] {
    const again = times === 1 ? '' : this.#say(` (in ${times} acts)`, ` (dans ${times} actes)`);
    const colon = this.#say(': ', ' : ');
    return layOut(printableLine(`${label}${colon}${told}${again}`), 8, 2, terminalColumns);
  }

  #inLanguage(text: JsonValue | undefined): string {
    return text !== undefined && isJsonObject(text) ? textOf(text[this.#language]) : '';
  }

  #say(en: string, fr: string): string {
    return this.#language === 'fr' ? fr : en;
  }
}

function numberOf(subject: string): string {
  return evidenceNumber(subject.slice('evidence/'.length));
}
