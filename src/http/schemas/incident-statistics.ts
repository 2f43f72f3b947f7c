import Type from 'typebox';
import { incidentGroupings } from '../../analysis/incidents/groups.js';
import { Nullable, type TSchema, words } from '../../custody/schema/described.js';
import { codesOf } from '../../custody/vocabulary/vocabulary.js';

const Whole = (en: string, fr: string) => Type.Integer(words(en, fr));
const MaybeFigure = (en: string, fr: string) => Nullable(Type.Number(words(en, fr)));
const Text = (en: string, fr: string) => Type.String(words(en, fr));
const MaybeText = (en: string, fr: string) => Nullable(Text(en, fr));
const Rows = (row: TSchema, en: string, fr: string) => Type.Array(row, words(en, fr));

const base = Whole('Of how many', 'Sur combien');
const known = Whole('Of how many it is known', 'Pour combien on le sait');
const unknown = Whole('Of how many it is not', 'Pour combien on ne le sait pas');

const shareMembers = {
  count: Whole('How many', 'Combien'),
  base,
  percent: MaybeFigure('Per cent of the base; null: no base', 'Pour cent de la base ; null : sans base'),
};
const Share = (en: string, fr: string) => Type.Object(shareMembers, words(en, fr));

const Distribution = (en: string, fr: string) =>
  Type.Object(
    {
      base,
      known,
      unknown,
      rows: Rows(
        Type.Object({ label: Text('Code, or words', 'Code, ou termes'), ...shareMembers }),
        'Of those known',
        'Parmi les cas connus',
      ),
    },
    words(en, fr),
  );

const Class = Type.Enum(
  ['ATTACK', 'FIND', 'OTHER'],
  words('Attack, find or other', 'Attaque, découverte, autre'),
);

const Casualties = Type.Object({
  harm: Type.Enum(
    ['dead', 'injured', 'abducted'],
    words('Dead, injured or abducted', 'Morts, blessés, enlevés'),
  ),
  class: Nullable(Class),
  type: MaybeText('Type the incidents count under; null: all', "Type d'incident ; null : tous"),
  category: MaybeText('Whose; null: all together', 'Catégorie ; null : ensemble'),
  lowest: Whole('Sum of the lowest figures', 'Somme des chiffres les plus bas'),
  highest: Whole('Sum of the highest figures', 'Somme des chiffres les plus hauts'),
  base: Whole('Incidents', 'Incidents'),
  withFigure: Whole('With a figure', 'Avec un chiffre'),
  withoutFigure: Whole('Without any figure', 'Sans aucun chiffre'),
  inConflict: Whole('Of which accounts say different things', 'Dont les versions divergent'),
  withoutLimit: Whole('Of which a source names no limit', "Dont une source n'indique pas de limite"),
});

const Pace = Type.Object(
  {
    attacks: Whole('Attacks', 'Attaques'),
    from: MaybeText('First day of the period', 'Premier jour de la période'),
    until: MaybeText('Day after its last one', 'Lendemain du dernier'),
    days: MaybeFigure('Days of the period', 'Jours de la période'),
    oneEveryDays: MaybeFigure('One attack every so many days', 'Une attaque tous les … jours'),
  },
  words('Pace of attacks', 'Rythme des attaques'),
);

const Exploitation = Type.Object(
  {
    base,
    known,
    unknown,
    full: Share('Fully exploited', 'Entièrement exploités'),
    partial: Share('Partly exploited', 'Partiellement exploités'),
    none: Share('Not exploited', 'Non exploités'),
    reasons: Rows(
      Type.Object({ reason: Text('Reason', 'Raison'), ...shareMembers }),
      'Why the rest was not; one incident may have several reasons',
      'Pourquoi le reste ne l’a pas été ; plusieurs raisons possibles',
    ),
  },
  words('How far incidents were exploited', "Niveau d'exploitation des incidents"),
);

const Charge = Type.Object(
  {
    base,
    known,
    unknown,
    smallest: MaybeFigure('Smallest', 'La plus faible'),
    largest: MaybeFigure('Largest', 'La plus forte'),
    meanLowest: MaybeFigure('Mean of the lowest ends', 'Moyenne des minimums'),
    meanHighest: MaybeFigure('Mean of the highest ends', 'Moyenne des maximums'),
    withoutLimit: Whole('Of which no upper end was given', 'Sans maximum indiqué'),
  },
  words('Main charges in kilograms, as estimated', 'Charges en kilogrammes, telles qu’estimées'),
);

const Devices = Type.Object(
  {
    devices: Whole('Devices', 'Engins'),
    byInitiation: Distribution('By category of initiation', 'Selon la mise à feu'),
    bySwitch: Distribution('By class of switch', 'Selon la classe de dispositif'),
    byEmplacement: Distribution('By emplacement or delivery', 'Selon la mise en place ou le vecteur'),
    byMainCharge: Distribution('By class of main charge', 'Selon la classe de charge principale'),
    charge: Charge,
  },
  words('Devices by construction, among those of which it is known', 'Engins selon leur conception connue'),
);

const figures = {
  incidents: Whole('Incidents', 'Incidents'),
  attacks: Whole('Attacks', 'Attaques'),
  finds: Whole('Finds: never among the attacks', 'Découvertes : jamais comptées parmi les attaques'),
  others: Whole('Other incidents', 'Autres incidents'),
  files: Whole(
    'Files opened for no incident: counted nowhere else',
    'Dossiers ouverts sans incident : comptés nulle part ailleurs',
  ),
  attacksWithFind: Whole('Attacks in which a device was found too', 'Attaques avec découverte d’un engin'),
  byType: Rows(
    Type.Object({
      class: Class,
      type: Text('Type; SEVERAL: of several types', 'Type ; SEVERAL : de plusieurs types'),
      incidents: Whole('Incidents', 'Incidents'),
    }),
    'Each incident once',
    'Chaque incident une fois',
  ),
  definitions: Rows(
    Type.Object({
      type: Text('Type', 'Type'),
      text: MaybeText('Definition followed; null: none is named', 'Définition suivie ; null : aucune citée'),
      from: MaybeText('In use from', 'En usage à partir du'),
      incidents: Whole('Incidents', 'Incidents'),
    }),
    'Which definition the records follow',
    'Définition que suivent les fiches',
  ),
  findsAmongDevices: Share(
    'Finds among incidents with a device that exploded or was found',
    'Découvertes parmi les incidents avec un engin explosé ou découvert',
  ),
  pace: Pace,
  abductions: Whole('Incidents recorded as abductions', 'Incidents enregistrés comme enlèvements'),
  casualties: Rows(Casualties, 'Dead, injured and abducted', 'Morts, blessés et enlevés'),
  exploitation: Exploitation,
  devices: Devices,
};

const Figures = Type.Object(figures, { title: 'IncidentFigures', ...words('All together', 'Ensemble') });

export const Grouping = Type.Enum(codesOf(incidentGroupings), words('In groups', 'En groupes'));

/** Answer of `GET /v1/analysis/incidents`. */
export const IncidentStatisticsSchema = Type.Object(
  {
    knownAt: Type.String({ ...words('As known at', 'Tel que connu au'), format: 'date-time' }),
    knownLeaf: Whole(
      'Last leaf of the log that was looked at',
      'Dernière feuille du journal prise en compte',
    ),
    wanted: Type.Object(
      {
        from: MaybeText('From this day on', 'À partir de ce jour'),
        until: MaybeText('Before this day', 'Avant ce jour'),
        region: MaybeText('Administrative unit', 'Circonscription'),
        type: MaybeText('Type', 'Type'),
        target: MaybeText('Target', 'Cible'),
        by: Nullable(Grouping),
      },
      words('What was asked', 'Ce qui a été demandé'),
    ),
    rules: Rows(Type.String(), 'How it is counted', 'Règles de décompte'),
    periodNotKnown: Whole(
      'Incidents of which nobody can say whether they lie in the period: counted nowhere else',
      'Incidents dont nul ne peut dire s’ils relèvent de la période : comptés nulle part ailleurs',
    ),
    total: Figures,
    groups: Rows(
      Type.Object({ key: MaybeText('Group; null: not known', 'Groupe ; null : non connu'), ...figures }),
      'Group by group',
      'Groupe par groupe',
    ),
    statements: Nullable(
      Rows(
        Type.Object({
          incident: Text('Incident', 'Incident'),
          event: Text('Signed statement of its facts', 'Énoncé signé de ses faits'),
          class: Type.Enum(
            ['ATTACK', 'FIND', 'OTHER', 'FILE'],
            words(
              'Attack, find, other, or a file of no incident',
              'Attaque, découverte, autre, ou dossier sans incident',
            ),
          ),
          type: Text('Type it counts under', 'Type sous lequel il compte'),
          accounts: Rows(
            Type.Object({
              account: Text('Account', 'Version des faits'),
              event: Text('Signed statement of it', 'Son énoncé signé'),
            }),
            'Accounts of it',
            'Ses versions des faits',
          ),
        }),
        'What was counted',
        'Ce qui a été compté',
      ),
      words(
        'Statements the figures rest on, where asked for',
        'Énoncés sur lesquels reposent les chiffres, si demandés',
      ),
    ),
    groupsOverlap: Type.Boolean(
      words(
        'May an incident be in several groups? Then they do not add up',
        'Un incident peut-il figurer dans plusieurs groupes ? Leur somme dépasse alors le total',
      ),
    ),
  },
  { title: 'IncidentStatistics', ...words('Statistics of incidents', 'Statistiques des incidents') },
);
