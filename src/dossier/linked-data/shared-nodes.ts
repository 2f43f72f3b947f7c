import { isRoleCode, roles } from '../../custody/roles.js';
import type { JsonObject } from '../../log/index.js';
import type { NameOf } from './names.js';
import { bilingual, node, to } from './vocabulary.js';

/** What several acts have in common: officers by their register numbers, roles, places. Each stands once. */
export class SharedNodes {
  readonly #names: NameOf;
  readonly #nodes = new Map<string, JsonObject>();

  constructor(names: NameOf) {
    this.#names = names;
  }

  /** In the order in which they were first named. */
  nodes(): readonly JsonObject[] {
    return [...this.#nodes.values()];
  }

  /** @returns the name of the officer, who is told by his number alone: names are withheld */
  officer(officer: string, role: string): string {
    const person = this.#add(
      node(this.#names('subject', `officer/${officer}`), 'uco-identity:Identity', {
        'uco-core:name': `officer/${officer}`,
      }),
    );
    const held = this.#add(
      node(this.#names('role', role), 'uco-role:Role', {
        'uco-core:name': role,
        'uco-core:description': isRoleCode(role) ? [bilingual(roles[role].title)] : undefined,
      }),
    );
    this.#add(
      node(this.#names('officer in role', `${officer} ${role}`), 'uco-core:Relationship', {
        'uco-core:source': to(person),
        'uco-core:target': to(held),
        'uco-core:kindOfRelationship': 'Has_Role',
        'uco-core:isDirectional': true,
      }),
    );
    return person;
  }

  /** @returns the name of the place; undefined where the act names none */
  place(description: string): string | undefined {
    if (description === '') return undefined;
    return this.#add(
      node(this.#names('place', description), 'uco-location:Location', { 'uco-core:name': description }),
    );
  }

  #add(thing: JsonObject): string {
    const id = String(thing['@id']);
    if (!this.#nodes.has(id)) this.#nodes.set(id, thing);
    return id;
  }
}
