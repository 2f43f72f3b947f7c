/** What is wrong with a policy: English as it is thrown, with `{}` for each value, and French. */
export const policyDetails: Readonly<Record<string, string>> = {
  'line {}: {}': 'ligne {1} : {2}',
  'unknown keyword {}': 'mot inconnu {1}',
  'no quorum line': 'aucune ligne quorum',
  'expected log <vkey> [<url>]': 'log <vkey> [<url>] attendu',
  'expected witness <name> <vkey> [<url>]': 'witness <nom> <vkey> [<url>] attendu',
  'expected group <name> <any, all or a number> <name>...':
    'group <nom> <any, all ou un nombre> <nom>... attendu',
  '{} is not defined before': "{1} n'est pas défini auparavant",
  '{} is a member twice': '{1} est membre deux fois',
  'expected quorum <name>': 'quorum <nom> attendu',
  'a second quorum': 'un second quorum',
  'the name {} is taken': 'le nom {1} est pris',
  'expected a key for a {}': 'clé pour {1} attendue',
  'this public key is listed twice': 'cette clé publique figure deux fois',
  'expected any, all or a number from 1 to {}': 'any, all ou un nombre de 1 à {1} attendu',
  'the policy is too long': 'la politique est trop longue',
  'a control character': 'un caractère de contrôle',
  'the policy is not UTF-8': "la politique n'est pas en UTF-8",
  'no policy was handed over apart from the bag': "aucune politique n'a été remise à part de l'export",
  'there is no policy': "il n'y a pas de politique",
  'the log {} itself has not signed': "le journal {1} lui-même n'a pas signé",
  'signed for {} under another key (id {}) than the policy names (id {}): if the log has rotated its key, the policy also needs the line of that one, obtained apart':
    "signé pour {1} d'une autre clé (id {2}) que celle que nomme la politique (id {3}) : si le journal a renouvelé sa clé, il faut aussi à la politique la ligne de celle-ci, obtenue à part",
  'no key of the policy has signed for {}: the policy is of {}':
    "aucune clé de la politique n'a signé pour {1} : la politique est celle de {2}",
};
