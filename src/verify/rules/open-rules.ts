import type { Kind } from '../../custody/schema/identifiers.js';
import type { Language, Text } from '../../custody/text.js';
import { kindNames } from '../../custody/vocabulary/kind-names.js';

/** What rules look at beside subjects, as `kindOf` names it. */
const named: Readonly<Record<string, Text>> = {
  event: { en: 'act', fr: 'acte' },
  items: { en: 'items of the group', fr: 'pièces du groupe' },
};

function nameOf(kind: string): Text {
  if (Object.hasOwn(kindNames, kind)) return kindNames[kind as Kind].one;
  return named[kind] ?? { en: kind, fr: kind };
}

interface Missed {
  readonly type: string;
  readonly kind: string;
  events: number;
  readonly leaf: number;
  lastLeaf: number;
  /** What was asked for there. */
  readonly name: string;
}

/**
 * Rules that could not be replayed, because they look at what is not inside. One line for each type of event and kind of
 * thing it looks at: an export of ten thousand items would say the same ten thousand times.
 */
export class OpenRules {
  readonly #missed = new Map<string, Missed>();
  readonly #consents: { readonly type: string; readonly leaf: number }[] = [];

  /** @param asked what the rules of this event looked for in vain */
  note(type: string, leaf: number, asked: Iterable<string>): void {
    const kinds = new Map([...asked].map(name => [kindOf(name), name]));
    for (const [kind, name] of kinds) {
      const key = `${type} ${kind}`;
      const missed = this.#missed.get(key);
      if (missed === undefined) this.#missed.set(key, { type, kind, events: 1, leaf, lastLeaf: leaf, name });
      else if (missed.lastLeaf !== leaf) Object.assign(missed, { events: missed.events + 1, lastLeaf: leaf });
    }
  }

  /** @param type of an act that is judged by the consent of sources, of which not all links are inside (GATE-8) */
  noteConsents(type: string, leaf: number): void {
    this.#consents.push({ type, leaf });
  }

  /** All of them in few paragraphs for people, by what is missing; none where every rule was replayed. */
  told(): readonly Text[] {
    return [...this.#toldMissed(), ...this.#toldConsents()];
  }

  #toldConsents(): readonly Text[] {
    const [first] = this.#consents;
    if (first === undefined) return [];
    const count = this.#consents.length;
    return [
      {
        en: `rules: that the consent of sources covers who receives (GATE-8) is not checked here, for which pieces they are linked to is withheld: ${first.type} at leaf ${first.leaf}${more(count, 'and', 'more')}`,
        fr: `règles : que le consentement des sources couvre le destinataire (GATE-8) n'est pas vérifié ici, car les pièces qui leur sont rattachées sont réservées : ${first.type} à la feuille ${first.leaf}${more(count, 'et', 'autres')}`,
      },
    ];
  }

  #toldMissed(): readonly Text[] {
    const counts = new Map<string, number>();
    for (const { kind, events } of this.#missed.values()) counts.set(kind, (counts.get(kind) ?? 0) + events);
    if (counts.size === 0) return [];
    const of = (language: Language) =>
      [...counts]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([kind, count]) => `${nameOf(kind)[language]} (${count})`)
        .join(', ');
    return [
      {
        en: `rules that look at what is not inside were not checked; what is missing, and for how many events: ${of('en')}: ask for the export of the incident to have them checked`,
        fr: `les règles qui regardent ce qui est absent n'ont pas été vérifiées ; ce qui manque, et pour combien d'actes : ${of('fr')} : demandez l'extrait de l'incident pour les faire vérifier`,
      },
    ];
  }

  /** Texts for `notProven`, in a fixed order. */
  texts(): readonly Text[] {
    return [...this.#textsOfMissed(), ...this.#toldConsents()];
  }

  #textsOfMissed(): readonly Text[] {
    return [...this.#missed]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, { type, kind, events, leaf, name }]) => ({
        en: `rules: those of ${type} that look at ${nameOf(kind).en} not inside: leaf ${leaf}${more(events, 'and', 'more')} (${name})`,
        fr: `règles : celles de ${type} qui regardent ${nameOf(kind).fr} absent : feuille ${leaf}${more(events, 'et', 'autres')} (${name})`,
      }));
  }
}

function more(events: number, and: string, others: string): string {
  return events === 1 ? '' : ` ${and} ${events - 1} ${others}`;
}

/** `scene/<UUID>` is a scene; `event <id>` and `items of …` say themselves what they are. */
function kindOf(name: string): string {
  const [kind = ''] = name.split(/[ /]/);
  return kind;
}
