/** A group of operations in the document, and what a reader finds there. */
export interface Tag {
  readonly name: string;
  readonly description: string;
  readonly 'x-description-fr': string;
}

function tag(name: string, en: string, fr: string): Tag {
  return { name, description: en, 'x-description-fr': fr };
}

/** Tags of all operations, in the order a newcomer meets them. */
export const tags: readonly Tag[] = [
  tag(
    'Events',
    'Signed acts: rehearsed, appended, and the heads the next ones follow. Every write is here.',
    'Actes signés : répétés, ajoutés, et les têtes que suivent les prochains. Toute écriture passe ici.',
  ),
  tag(
    'Sessions',
    'A session for reading, opened with the key an officer signs with.',
    'Session de lecture, ouverte avec la clé de signature d’un officier.',
  ),
  tag(
    'Log',
    'What anybody may know of the log: its key, its last signed checkpoint, the procedure in force.',
    'Ce que chacun peut savoir du journal : sa clé, son dernier point de contrôle, la procédure en vigueur.',
  ),
  tag(
    'Alerts',
    'What is overdue, expired, missing or owed now, as a list and as a stream.',
    'Ce qui est en retard, expiré, manquant ou dû à cet instant, en liste et en flux.',
  ),
  tag('Evidence items', 'Exhibits and lots, one by one.', 'Pièces et lots, un par un.'),
  tag(
    'Identifications',
    'What items are, read again and understood beside their records.',
    'Ce que sont les pièces, relues et comprises à côté de leur fiche.',
  ),
  tag(
    'Reference collections',
    'Headstamps, producers and models that identifications rest on, each entry with its source.',
    'Marquages, fabricants et modèles sur lesquels se fondent les identifications, chacun avec sa source.',
  ),
  tag(
    'Information',
    'Reports, analyses, extracts and personal statements beside the evidence: never in custody.',
    'Rapports, analyses, extraits et déclarations personnelles à côté des pièces : jamais sous garde.',
  ),
  tag(
    'Sources',
    'Sources and witnesses by code name, for the few who keep them: consent per use.',
    'Sources et témoins sous nom de code, pour les rares personnes qui les gèrent : consentement par usage.',
  ),
  tag(
    'Packages',
    'What is sealed: contents, seals, openings.',
    'Ce qui est scellé : contenu, scellés, ouvertures.',
  ),
  tag('Stocks of seals', 'Seal numbers issued to officers.', 'Numéros de scellés remis aux officiers.'),
  tag(
    'Papers',
    'Labels, seal sheets and forms to print, as PDF in French.',
    'Étiquettes, fiches de scellé et formulaires à imprimer, en PDF et en français.',
  ),
  tag(
    'Transfers',
    'Manifests from giver to receiver, leg by leg.',
    'Bordereaux du remettant au destinataire, étape par étape.',
  ),
  tag(
    'Discrepancies',
    'What does not fit, who looks into it and until when.',
    'Ce qui ne concorde pas, qui l’examine et jusqu’à quand.',
  ),
  tag(
    'Requests',
    'What authorities asked for, and what they were answered.',
    'Ce que des autorités ont demandé, et ce qui leur fut répondu.',
  ),
  tag(
    'Trace requests',
    'What producers and authorities are asked about where things come from, what they answered, and what may be done with it.',
    'Ce qui est demandé aux fabricants et aux autorités sur l’origine des objets, leurs réponses et l’usage permis.',
  ),
  tag(
    'Holds',
    'What may be neither released nor disposed of, by whose function, until it is lifted.',
    'Ce qui ne peut être ni remis ni éliminé, par quelle fonction, jusqu’à la levée.',
  ),
  tag(
    'Examinations',
    'Requests to a laboratory and what it found, version by version.',
    'Demandes adressées à un laboratoire et ses rapports, version par version.',
  ),
  tag(
    'Releases',
    'Legal decisions that a content may go to a recipient.',
    'Autorisations juridiques de remise d’un contenu à un destinataire.',
  ),
  tag(
    'Files',
    'Photographs, scans and other bytes that acts name, sent and read under their hash.',
    'Photographies, numérisations et autres octets que les actes indiquent, envoyés et lus sous leur empreinte.',
  ),
  tag('Incidents', 'Events under investigation.', 'Faits sous enquête.'),
  tag(
    'Accounts of incidents',
    'What each source says of an incident: figures side by side, none chosen.',
    'Ce que chaque source dit d’un incident : les chiffres côte à côte, sans choix.',
  ),
  tag(
    'Analysis',
    'What is computed of the register: figures with their rules and what they rest on, as known at any instant.',
    'Ce qui est calculé à partir du registre : les chiffres avec leurs règles et leur base, tels que connus à tout instant.',
  ),
  tag('Scenes', 'Places that belong to an incident.', 'Lieux rattachés à un incident.'),
  tag(
    'Visits to scenes',
    'Who was at a scene, from when to when.',
    'Qui était sur une scène, et de quand à quand.',
  ),
  tag('Officers', 'Persons with keys and dated roles.', 'Personnes avec leurs clés et leurs rôles datés.'),
  tag('Units', 'Organisations that officers belong to.', 'Organismes dont relèvent les officiers.'),
  tag('Sites', 'Places with stores and shelves.', 'Lieux avec magasins et étagères.'),
  tag(
    'Exports',
    'What was made of the log for auditors, by whom and for whom; ordered, answered for, fetched.',
    'Ce qui fut extrait du journal à des fins d’audit, par qui et pour qui ; commandé, signé, retiré.',
  ),
  tag(
    'Dossiers',
    'What is made of a release for a prosecutor: ordered, answered for, fetched; who has which version.',
    'Ce qui est tiré d’une autorisation pour le parquet : commandé, signé, retiré ; qui détient quelle version.',
  ),
  tag(
    'Armed groups',
    'Groups as analysts know them: dated names, areas, mergers, sanctions lists.',
    'Groupes tels que les analystes les connaissent : noms datés, zones, fusions, listes de sanctions.',
  ),
  tag(
    'Propaganda',
    'Claims of armed groups, and what of them can be seen.',
    'Revendications de groupes armés, et ce qui en est visible.',
  ),
  tag(
    'Links',
    'What analysts assert, or reject, between items, incidents, claims and groups.',
    'Ce que des analystes affirment ou écartent entre pièces, incidents, revendications et groupes.',
  ),
  tag(
    'Information requirements',
    'What the mission wants to know, and the records that say something to it.',
    'Ce que la Mission veut savoir, et les fiches qui y apportent quelque chose.',
  ),
  tag(
    'Imports',
    'Tables that were kept before, taken over row by row; their rows count once the import is closed.',
    'Tableaux tenus auparavant, repris ligne par ligne ; leurs lignes comptent une fois l’import clos.',
  ),
  tag(
    'Operations',
    'For whoever runs the service, and for finding one’s way in it.',
    'Pour l’exploitant du service, et pour s’y orienter.',
  ),
];
