import type { Text } from '../../../custody/text.js';
import { informationKinds, observations, pieceLanguages } from '../../../custody/vocabulary/information.js';
import { classificationLevels } from '../../../custody/vocabulary/sensitivity.js';
import type { JsonValue } from '../../../log/index.js';
import type { ActRead } from '../contents-reading.js';
import { type Fact, fact, Members } from './fact.js';

/** A report, an analysis or an extract, or what somebody states himself (RQ-07): never in custody. */
export function informationFacts(acts: readonly ActRead[]): readonly Fact[] {
  const [first] = acts;
  if (first === undefined) return [];
  const body = Members.of(first);
  const document = body.within('document');
  const holder = body.raw('document') === undefined ? body : document;
  return [
    ...fact('Kind', 'Nature', body.text('kind', informationKinds) ?? kindOfStatement(first.event.type)),
    ...fact('Language', 'Langue', holder.text('language', pieceLanguages)),
    ...fact('Pages', 'Pages', document.text('pages')),
    ...fact('Author, an officer', 'Auteur, un officier', officerOf(document.raw('authorOfficer'))),
    ...fact('Author, another person', 'Auteur, une autre personne', document.text('authorPerson')),
    ...fact('Rests on', 'Sources exploitées', document.text('sources')),
    ...fact('Who speaks', 'Auteur de la déclaration', body.text('person')),
    ...fact('Capacity', 'Qualité', body.text('capacity')),
    ...fact('How he knows it', 'Comment il le sait', ...body.texts('observed', observations)),
    ...fact('In his own words', 'Dans ses propres termes', body.text('words')),
    ...fact(
      'What could identify another person',
      'Ce qui pourrait identifier une autre personne',
      body.text('withheldWords'),
    ),
    ...fact('Statement signed by hand', 'Déclaration signée de sa main', body.text('statement')),
    ...fact('Interpreter', 'Interprète', body.text('interpreter')),
    ...fact('Personal data of third persons', 'Données personnelles de tiers', body.text('personalData')),
    ...fact(
      'Classification',
      'Classification',
      body.within('classification').text('level', classificationLevels),
    ),
  ];
}

/** By the end of his register number, as everywhere on the page. */
function officerOf(id: JsonValue | undefined): Text | null {
  if (typeof id !== 'string') return null;
  const end = `…\u2060${id.slice(-12)}`;
  return { en: `officer ${end}`, fr: `officier ${end}` };
}

function kindOfStatement(type: string): Text | null {
  if (type === 'information.statement-given')
    return { en: 'Personal statement', fr: 'Déclaration personnelle' };
  if (type !== 'information.statement-taken') return null;
  return {
    en: 'Statement of another person, told by an officer',
    fr: "Déclaration d'une autre personne, rapportée par un officier",
  };
}
