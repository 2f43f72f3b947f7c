/** What is wrong with the tree, the histories, receipts or a time-stamp: English as it is thrown, and French. */
export const wholeDetails: Readonly<Record<string, string>> = {
  'no event is inside': "aucun acte n'est présent",
  'the head statement denies its event {}, which the group at leaf {} lists':
    'la déclaration de tête nie son acte {1}, que le groupe à la feuille {2} énumère',
  'nothing inside names its event at leaf {}': 'rien de présent ne désigne son acte à la feuille {1}',
  'the checkpoint held of size {} is of another history':
    "le point de contrôle détenu de taille {1} est d'une autre histoire",
  'the log has shrunk: it was seen with {} leaves at {}, and this smaller tree took a leaf in at {}':
    'le journal a rétréci : il fut vu avec {1} feuilles à {2}, et cet arbre plus petit a reçu une feuille à {3}',
  'the log has shrunk: it was seen with {} leaves at {}, and this smaller tree was cosigned at {}':
    'le journal a rétréci : il fut vu avec {1} feuilles à {2}, et cet arbre plus petit fut cosigné à {3}',
  'a receipt held shows another leaf here': 'un récépissé détenu montre ici une autre feuille',
  'a receipt held shows this event at leaf {}': 'un récépissé détenu montre cet acte à la feuille {1}',
  'a receipt held shows another event {} of {} at leaf {}':
    'un récépissé détenu montre un autre acte {1} de {2} à la feuille {3}',
  'the proof is not base64': "la preuve n'est pas en base64",
  'the anchor of size {} is of another history': "l'ancrage de taille {1} est d'une autre histoire",
  'the head statements are of different times': "les déclarations de tête sont d'heures différentes",
  'no event of the subject is inside': "aucun acte du sujet n'est présent",
  'its head statement is missing': 'sa déclaration de tête manque',
  'the head statement is {}': 'la déclaration de tête est {1}',
  'of another log': "d'un autre journal",
  'of {}': 'de {1}',
  'of another tree': "d'un autre arbre",
  'of another tag': "d'une autre étiquette",
  'of seq {}, the last event inside has {}': 'de seq {1}, le dernier acte présent a {2}',
  'of another event': "d'un autre acte",
  'of another leaf': "d'une autre feuille",
  'not of the time received of the last leaf': "pas de l'heure de réception de la dernière feuille",
  'of more than 5 minutes after the tree was seen': "de plus de 5 minutes après que l'arbre a été vu",
  'the head statement denies its event {}, which a receipt held shows at leaf {}':
    "la déclaration de tête nie son acte {1}, qu'un récépissé détenu montre à la feuille {2}",
  'expected {} leaves, found {}': '{1} feuilles attendues, {2} trouvées',
  'the leaves make another tree than that of the checkpoint':
    'les feuilles font un autre arbre que celui du point de contrôle',
  'the tile is missing': 'la tuile manque',
  'longer than a tile': "plus long qu'une tuile",
  'the tile is not that of the leaves': "la tuile n'est pas celle des feuilles",
  'the tree has no such tile': "l'arbre n'a pas cette tuile",
  'the salt is not 32 bytes long': "le sel n'a pas 32 octets",
  'a checkpoint held is of {}': 'un point de contrôle détenu est de {1}',
  'two roots of the size {}: the log has signed two histories':
    'deux racines de la taille {1} : le journal a signé deux histoires',
  'no receipts, or too many': 'aucun récépissé, ou trop',
  'not a receipt: expected jws, proof and subjectSalt, or event and receipt':
    'pas un récépissé : jws, proof et subjectSalt, ou event et receipt attendus',
  'the certificate is not one for time-stamping alone': "le certificat n'est pas réservé à l'horodatage",
  'the note has no line of its log': "la note n'a pas de ligne de son journal",
  'the token is too long': 'le jeton est trop long',
  'bytes after the token': 'des octets après le jeton',
  'the token is no signed data': "le jeton n'est pas une donnée signée",
  'the token signs no time-stamp': 'le jeton ne signe aucun horodatage',
  'the token is not readable': "le jeton n'est pas lisible",
  'the token does not name its signing certificate': 'le jeton ne désigne pas son certificat de signature',
  'the token names another signing certificate': 'le jeton désigne un autre certificat de signature',
  'the token names a signing certificate with another serial number':
    "le jeton désigne un certificat de signature d'un autre numéro de série",
  'the signing certificate is named unreadably': 'le certificat de signature est désigné illisiblement',
  'the signing certificate is named by an unknown hash':
    'le certificat de signature est désigné par une empreinte inconnue',
  'the certificate was not valid then': "le certificat n'était pas valide alors",
  'expected a time-stamp of version 1, received {}': 'horodatage de version 1 attendu, {1} reçue',
  'the time-stamp is of something else': "l'horodatage est d'autre chose",
  'an unknown critical extension': 'une extension critique inconnue',
  'expected one signature': 'une signature attendue',
  'the hash function of the signature is not accepted':
    "la fonction de hachage de la signature n'est pas admise",
  'the signature is not one over a time-stamp': "la signature n'est pas celle d'un horodatage",
  'the signature of the token does not hold': 'la signature du jeton ne tient pas',
};
