/** What is wrong with an event: English as it is thrown, with `{}` for each value, and French. */
export const eventDetails: Readonly<Record<string, string>> = {
  'expected the note of a checkpoint': "la note d'un point de contrôle est attendue",
  'an anchor of size {} at leaf {}': 'un ancrage de taille {1} à la feuille {2}',
  '{} does not hold the role {} at this leaf': "{1} n'a pas le rôle {2} à cette feuille",
  'expected the countersignature of a registrar': "contreseing d'un officier d'enregistrement attendu",
  'expected the role {}, received {}': 'rôle {1} attendu, {2} reçu',
  'a registrar signs about somebody else': "un officier d'enregistrement signe au sujet d'autrui",
  'expected the countersignature of another registrar':
    "contreseing d'un autre officier d'enregistrement attendu",
  'expected the countersignature of another registrar, or of the officer himself':
    "contreseing d'un autre officier d'enregistrement, ou de l'officier lui-même, attendu",
  'expected the reason {}': 'motif {1} attendu',
  'the key or grant named is not one of this officer': "la clé ou l'octroi désigné n'est pas de cet officier",
  'a grant is not in its form': "un octroi n'est pas dans sa forme",
  'expected until to be later than from, or null': 'until : plus tard que from, ou null, attendu',
  'the founder {} is not registered': "le fondateur {1} n'est pas enregistré",
  'the line stands at the place of leaf {}': 'la ligne se trouve à la place de la feuille {1}',
  'the tree has {} leaves': "l'arbre a {1} feuilles",
  'not a JWS': 'pas un JWS',
  'the key is for {}': 'la clé est pour {1}',
  'not an event': 'pas un acte',
  'expected log {}, received {}': 'journal {1} attendu, {2} reçu',
  '{} is no good key of {} at this leaf': "{1} n'est pas une clé valable de {2} à cette feuille",
  'no leaf data': 'aucune donnée de feuille',
  'a log is opened at leaf 0': "un journal s'ouvre à la feuille 0",
  'the log is {}': 'le journal est {1}',
  'no salt of {} is inside': "aucun sel de {1} n'est présent",
  'the line stands after that of leaf {}': 'la ligne se trouve après celle de la feuille {1}',
  'expected founders with the members {}': 'fondateurs avec les membres {1} attendus',
  'a founder is not in its form': "un fondateur n'est pas dans sa forme",
  'leaf 0 names no founders': 'la feuille 0 ne désigne aucun fondateur',
  'leaf 0 names no founders: its payload is not JSON':
    "la feuille 0 ne désigne aucun fondateur : son contenu n'est pas du JSON",
  '{} is not the origin of a log opened by these founders':
    "{1} n'est pas l'origine d'un journal ouvert par ces fondateurs",
  'expected two founders or more, different officers with different keys':
    'deux fondateurs ou plus attendus, officiers différents aux clés différentes',
  'log.opened begins the history of the log': "log.opened commence l'historique du journal",
  'log.opened is signed by its first founder': 'log.opened est signé par son premier fondateur',
  'expected the countersignature of every other founder, and of nobody else':
    'contreseing de chaque autre fondateur attendu, et de nul autre',
  '{} names no earlier event of the log': '{1} ne désigne aucun acte antérieur du journal',
  'the key of the countersignature is not good at leaf {} of the act':
    "la clé du contreseing n'est pas valable à la feuille {1} de l'acte",
  'the role of the countersignature is not held at leaf {} of the act':
    "le rôle du contreseing n'est pas détenu à la feuille {1} de l'acte",
  'expected group to be an event': 'group : un acte attendu',
  'the group does not list an event at this leaf': "le groupe n'énumère pas d'acte à cette feuille",
  'expected the countersignature of an erasure': "contreseing d'un effacement attendu",
  'no event of {} directly after, which the group lists':
    'aucun acte de {1} juste après, que le groupe énumère pourtant',
  'expected prev at seq {}': 'prev attendu à seq {1}',
  'the leaf of seq {} names no leaf before it': 'la feuille de seq {1} ne désigne aucune feuille avant elle',
  '{} is missing': '{1} manque',
  '{} is too long': '{1} est trop long',
  'the proof is under another checkpoint': 'la preuve est sous un autre point de contrôle',
  'the proof is of leaf {}': 'la preuve est de la feuille {1}',
  'the proof is of other leaf data': "la preuve est d'autres données de feuille",
  'the proof is not UTF-8': "la preuve n'est pas en UTF-8",
  'expected a proof of possession': 'preuve de possession attendue',
  'expected the grant to have a name': "l'octroi doit avoir un nom",
  'expected the key of the log': 'la clé du journal est attendue',
  'the key is not one of this log': "la clé n'est pas de ce journal",
  'compromisedSince stands with the reason compromised only':
    "compromisedSince ne va qu'avec le motif compromised",
  "expected compromisedSince above the key's registration at {}":
    "compromisedSince doit être au-delà de l'enregistrement de la clé en {1}",
  'the log names no key for size {}': 'le journal ne désigne aucune clé pour la taille {1}',
  'the key in force for size {} has not signed: {}':
    "la clé en vigueur pour la taille {1} n'a pas signé : {2}",
  'not a key of the log for size {}: {}': 'pas une clé du journal pour la taille {1} : {2}',
  'the key {} was registered before': 'la clé {1} a déjà été enregistrée',
  'the grant {} was registered before': "l'octroi {1} a déjà été enregistré",
  'received {}, before the leaf before it {}': 'reçu à {1}, avant la feuille précédente {2}',
  'received {}, more than 5 minutes after it was seen at {}':
    'reçu à {1}, plus de 5 minutes après avoir été vu à {2}',
  'received {}, more than 5 minutes before the anchor of {}':
    "reçu à {1}, plus de 5 minutes avant l'ancrage de {2}",
  'received more than 5 minutes after a checkpoint of size {} was cosigned':
    "reçu plus de 5 minutes après qu'un point de contrôle de taille {1} fut cosigné",
  '{} stands at {}, received {}': '{1} en est à {2}, {3} reçu',
};
