import Type from 'typebox';
import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Count, Exactly, Flag, Line, Prose, words } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { checkScope, ExportScope } from '../scope.js';
import type { ExportState } from '../state.js';

const largest = 2 ** 53 - 1;

const body = Exactly({
  ...actMembers,
  scope: ExportScope,
  recipient: Line('For whom it is made', 'Pour qui il est fait'),
  purpose: Prose('What it is made for', 'À quelles fins', 2000),
  size: Count('Leaves of the tree it is an export of', "Feuilles de l'arbre dont il est l'extrait", {
    min: 1,
    max: largest,
  }),
  root: Type.String({
    ...words('Root of that tree, base64', 'Racine de cet arbre, en base64'),
    pattern: '^[A-Za-z0-9+/]{43}=$',
  }),
  hash: Type.String({
    ...words(
      'SHA-256 of its tagmanifest-sha256.txt, hexadecimal: through the manifests a hash of every byte',
      'SHA-256 de son tagmanifest-sha256.txt, en hexadécimal : par les manifestes, une empreinte de chaque octet',
    ),
    pattern: '^[0-9a-f]{64}$',
  }),
  counts: Exactly(
    {
      events: Count('Acts inside', 'Actes contenus', { min: 1, max: largest }),
      subjects: Count('Subjects inside', 'Sujets contenus', { min: 1, max: largest }),
      files: Count('Files inside', 'Fichiers contenus', { max: largest }),
      withheld: Count('Claims that are not handed over', 'Éléments non communiqués', { max: largest }),
    },
    words('How much is inside', 'Ce que contient'),
  ),
  withheldIncluded: Flag('Are withheld claims handed over?', 'Les éléments réservés sont-ils communiqués ?'),
});

/**
 * `export.generated` (E60): an officer answers for an export, before it leaves: of which tree, what of it, its hash,
 * for whom and what for. That the service made exactly this one is checked when it is fetched: the log does not hold
 * the order.
 */
export const exportGenerated = beginning<ExportState, typeof body>({
  type: 'export.generated',
  form: 1,
  source: 'E60, RQ-78',
  title: { en: 'Export for auditors generated', fr: "Extrait établi à des fins d'audit" },
  body,
  decide: act => checkScope(act.body.scope, '/body/scope'),
  evolve: act => ({
    ...uncorrected,
    generatedBy: act.actor.officer,
    generatedAt: act.body.occurred.at,
    scope: act.body.scope,
    recipient: act.body.recipient,
    purpose: act.body.purpose,
    size: act.body.size,
    root: act.body.root,
    hash: act.body.hash,
    withheldIncluded: act.body.withheldIncluded,
  }),
});
