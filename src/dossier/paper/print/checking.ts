import type { DossierDocument } from '../document.js';
import type { Block } from './block.js';
import { facts, heading, moment, paragraph, same, unlessEmpty } from './told.js';

/** How to check the dossier with no help of ours (appendix of D7). */
export function checkingAppendix({ checking, origin, piecesHash, date }: DossierDocument): readonly Block[] {
  return [
    { kind: 'page' },
    heading(1, 'Annexe : comment vérifier ce dossier', 'Appendix: how to check this dossier'),
    paragraph(
      "Le dossier imprimé est accompagné d'une archive ZIP. Tout ce qu'elle contient peut être vérifié sans réseau, sans serveur et sans l'aide de la Mission. Le présent imprimé ne prouve rien par lui-même : seules comptent les déclarations signées que contient l'archive.",
      'A ZIP archive goes with the printed dossier. Everything in it can be checked with no network, no server and no help from the Mission. This print proves nothing by itself: what counts are the signed statements in the archive.',
    ),
    {
      kind: 'notice',
      texts: [
        {
          fr: "Un vérificateur trouvé dans l'archive ne prouve rien : qui falsifie l'archive peut le remplacer. Il faut l'obtenir séparément et en comparer l'empreinte avec celle qui suit.",
          en: 'A verifier found in the archive proves nothing: who forges the archive can replace it. Obtain it apart and compare its hash with the one below.',
        },
      ],
    },
    facts([
      [{ fr: "Répertoire de l'archive", en: 'Folder in the archive' }, same(checking.bag)],
      [{ fr: 'Journal', en: 'Log' }, [{ exact: origin }]],
      [{ fr: 'Clé du journal', en: 'Key of the log' }, [{ exact: checking.logKey }]],
      [
        { fr: 'Taille du journal au point de contrôle', en: 'Size of the log at the checkpoint' },
        same(String(checking.size)),
      ],
      [{ fr: 'Racine', en: 'Root' }, [{ exact: checking.root }]],
      [{ fr: 'Date du dossier', en: 'Date of the dossier' }, moment(date)],
      [{ fr: 'Empreinte de la liste des pièces', en: 'Hash of the list of pieces' }, [{ exact: piecesHash }]],
      ...checking.verifiers.map(
        ({ name, sha256, obtain }) =>
          [
            { fr: 'Vérificateur', en: 'Verifier' },
            [same(name), { exact: `SHA-256 ${sha256}` }, obtain],
          ] as const,
      ),
    ]),
    heading(2, 'Pas à pas', 'Step by step'),
    {
      kind: 'list',
      numbered: true,
      entries: steps.map(step => [step]),
    },
    heading(2, 'Ce que la vérification ne prouve pas', 'What checking does not prove'),
    ...unlessEmpty(checking.notProven, entries => [
      { kind: 'list', entries: entries.map(text => [text]) } as const,
    ]),
  ];
}

const steps = [
  {
    fr: 'Obtenir séparément la page HTML qui vérifie et comparer son empreinte SHA-256 avec celle imprimée ci-dessus ; à défaut, le programme scelle-verify.mjs, dont l’empreinte se demande à part elle aussi : commande « sha256sum » sous Linux, « certutil -hashfile FICHIER SHA256 » sous Windows, « shasum -a 256 » sous macOS.',
    en: 'Obtain the HTML page that verifies apart and compare its SHA-256 with the one printed above; or the program scelle-verify.mjs, whose hash is asked for apart as well: "sha256sum" on Linux, "certutil -hashfile FILE SHA256" on Windows, "shasum -a 256" on macOS.',
  },
  {
    fr: "Obtenir séparément aussi la politique du journal (policy.txt), qui dit quelles clés font foi : celle que contient l'archive ne compte pas. Ouvrir la page par un double clic et y déposer l'archive ZIP et policy.txt, ou exécuter « node scelle-verify.mjs ARCHIVE --policy policy.txt --lang fr ».",
    en: 'Obtain the policy of the log (policy.txt) apart too: it says whose keys are believed, and the one in the archive does not count. Open the page by a double click and drop the ZIP archive and policy.txt on it, or run "node scelle-verify.mjs ARCHIVE --policy policy.txt".',
  },
  {
    fr: "Donner aussi au vérificateur, s'il fut remis, le récépissé qui accompagne l'archive (fichier .receipt.json, déposé sur la page ; option « --known » du programme) : il porte l'empreinte de l'archive entière, imprimé et copies compris.",
    en: 'Give the verifier, where it was handed over, the receipt that goes beside the archive as well (file .receipt.json, dropped on the page; "--known" of the program): it has the hash of the whole archive, print and copies included.',
  },
  {
    fr: "Lire le verdict, puis la liste de ce qui n'est pas prouvé. Un contrôle en échec est nommé : le dossier ne doit alors pas être utilisé avant explication.",
    en: 'Read the verdict, then the list of what is not proven. A check that fails is named: do not rely on the dossier then before it is explained.',
  },
  {
    fr: 'Comparer la clé du journal et la racine affichées avec celles imprimées ci-dessus, et la clé avec une source indépendante (témoin, publication).',
    en: 'Compare the key of the log and the root shown with those printed above, and the key with an independent source (witness, publication).',
  },
  {
    fr: "Sans aucun outil particulier : extraire l'archive et, dans le dossier extrait, contrôler chaque fichier par « sha256sum -c manifest-sha256.txt », puis « sha256sum -c tagmanifest-sha256.txt ».",
    en: 'With no special tool: unpack the archive and, in the folder that comes of it, check every file by "sha256sum -c manifest-sha256.txt", then "sha256sum -c tagmanifest-sha256.txt".',
  },
] as const;
