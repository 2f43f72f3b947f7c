import type { Text } from '../../../custody/text.js';
import { pieceForms } from '../../../custody/vocabulary/releases.js';
import type { DossierDocument, Piece, PieceOfDecision } from '../document.js';
import type { Block, Said } from './block.js';
import {
  facts,
  heading,
  joined,
  moment,
  paragraph,
  rowsOf,
  same,
  shortMoment,
  signatory,
  unlessEmpty,
} from './told.js';

const kinds = {
  ORIGINALS: {
    fr: 'Remise des objets et pièces en original.',
    en: 'The objects and pieces are handed over in the original.',
  },
  COPIES: {
    fr: 'Remise de copies. Les originaux restent conservés par la Mission.',
    en: 'Copies are handed over. The originals stay with the Mission.',
  },
  SUMMARY: {
    fr: "Remise d'un résumé. Un résumé n'est pas un élément de preuve : il ne remplace ni les objets ni les pièces dont il rend compte.",
    en: 'A summary is handed over. A summary is not evidence: it replaces neither the objects nor the papers that it reports on.',
  },
} as const;

/** What the dossier is and what it is not (RQ-67), and what the reader may expect of it. */
export function nature({ nature: { kind, statements }, pieces }: DossierDocument): readonly Block[] {
  return [
    heading(1, "Ce qu'est ce dossier, et ce qu'il n'est pas", 'What this dossier is, and what it is not'),
    { kind: 'notice', texts: [kind === 'MIXED' ? mixed(pieces.entries) : kinds[kind]] },
    ...statements.map((text): Block => ({ kind: 'paragraph', text })),
    paragraph(
      "Ce dossier est établi par des agents des Nations Unies, qui ne sont pas officiers de police judiciaire maliens. Leurs écrits sont joints à titre de documents ; il appartient à l'officier ou au magistrat qui les reçoit d'en dresser procès-verbal.",
      'This dossier is made by United Nations personnel, who are not Malian judicial police officers. Their writings are attached as documents; it is for the officer or magistrate who receives them to draw up a record.',
    ),
    paragraph(
      "Il rapporte ce que des personnes désignées par leur qualité et par la fin de leur identifiant au journal ont vu, fait ou trouvé et ont signé. Il ne contient ni qualification juridique des faits ni avis sur la culpabilité de quiconque. Un rapprochement trouvé dans un fichier n'est qu'une piste.",
      'It reports what persons named by their capacity and the end of their identifier in the log saw, did or found and signed. It holds no legal characterisation of the facts and no opinion on the guilt of anyone. A match found in a database is a lead only.',
    ),
    paragraph(
      'Les défauts connus (lacunes, scellés altérés, dérogations, inscriptions tardives, écarts) sont énumérés plus loin, et les passages retirés le sont aussi.',
      'Known defects (gaps, damaged seals, overrides, late entries, discrepancies) are listed further on, and so are redactions.',
    ),
  ];
}

/** What there is among the pieces, and nothing else: as what each goes, the schedule says. */
function mixed(pieces: readonly Piece[]): Text {
  const found = natures.filter(({ nature }) => pieces.some(piece => piece.nature === nature));
  const [fr, en] = [found.map(({ fr }) => fr), found.map(({ en }) => en)];
  const sentence = listed(en, 'and');
  return {
    fr: `Remise ${listed(fr, 'et')}. Le bordereau dit pour chaque pièce ce qu'elle est.`,
    en: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)} are handed over. The schedule says for each piece which it is.`,
  };
}

const natures = [
  { nature: 'ORIGINAL', fr: "d'originaux", en: 'originals' },
  { nature: 'COPY', fr: 'de copies', en: 'copies' },
  { nature: 'SUMMARY', fr: 'de résumés', en: 'summaries' },
] as const;

function listed(parts: readonly string[], and: string): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** RQ-07: statements of those who saw. */
export function statementOfFacts({ facts: section }: DossierDocument): readonly Block[] {
  return [
    heading(1, 'Exposé des faits par ceux qui les ont constatés', 'Statement of facts by those who saw them'),
    ...unlessEmpty(section, entries =>
      entries.flatMap((entry, index): readonly Block[] => [
        { kind: 'heading', level: 2, text: joined([same(`${index + 1}.`), signatory(entry.by)], ' ') },
        { kind: 'paragraph', text: entry.text },
        facts([
          [{ fr: 'Pièce n°', en: 'Piece no.' }, same(String(entry.piece))],
          [{ fr: 'Comment il le sait', en: 'How he knows it' }, entry.known],
          [{ fr: 'Déclaration faite le', en: 'Stated' }, moment(entry.stated)],
          [{ fr: 'Inscrit le', en: 'Entered' }, moment(entry.entered)],
          ...(entry.marks.length === 0 ? [] : ([[{ fr: 'Mentions', en: 'Marks' }, entry.marks]] as const)),
          [{ fr: 'Déclaration signée', en: 'Signed statement' }, [{ exact: entry.event }]],
        ]),
      ]),
    ),
  ];
}

/** Form D6: under which decision everything here is handed over. */
export function clearance({ decision }: DossierDocument): readonly Block[] {
  return [
    heading(1, "Décision d'autorisation de remise", 'Legal clearance'),
    facts([
      [{ fr: 'Numéro', en: 'Number' }, same(decision.number)],
      [{ fr: 'Décision', en: 'Decision' }, decision.outcome],
      [{ fr: 'Rendue le', en: 'Decided' }, moment(decision.decided)],
      [{ fr: 'Par', en: 'By' }, signatory(decision.by)],
      [
        { fr: 'Valable', en: 'Valid' },
        joined(
          [
            decision.validFrom === null
              ? same('')
              : { fr: `du ${moment(decision.validFrom).fr}`, en: `from ${moment(decision.validFrom).en}` },
            decision.validUntil === null
              ? { fr: 'sans terme indiqué', en: 'no end stated' }
              : { fr: `au ${moment(decision.validUntil).fr}`, en: `until ${moment(decision.validUntil).en}` },
          ],
          ' ',
        ),
      ],
      [
        { fr: 'Demande', en: 'Request' },
        joined([decision.requestReference, moment(decision.requested)], ', '),
      ],
      [{ fr: 'Objet et procédure', en: 'Purpose and proceedings' }, decision.purpose],
      [{ fr: 'Infraction', en: 'Offence' }, decision.offence],
      [{ fr: 'Motifs', en: 'Reasons' }, decision.reasons],
    ]),
    ...decision.parts.flatMap(({ title, rows }): readonly Block[] => [
      { kind: 'heading', level: 2, text: title },
      facts(rowsOf(rows)),
    ]),
    heading(2, 'Pièces visées par la décision', 'Pieces that the decision is about'),
    ...unlessEmpty(decision.contents, entries => [pieceTable(entries)]),
    heading(2, 'Conditions', 'Conditions'),
    ...unlessEmpty(decision.conditions, entries => [{ kind: 'list', entries: entries.map(text => [text]) }]),
    {
      kind: 'code',
      text: decision.receipt,
      words: [
        {
          fr: 'Récépissé de la décision : journal, rang et empreinte de la déclaration signée.',
          en: 'Receipt of the decision: log, position and hash of the signed statement.',
        },
        ...decision.receipt.split('\n').map(line => ({ exact: line })),
      ],
    },
  ];
}

/** The numbered pieces, with pages and hash (D7). */
export function bordereau({ pieces, piecesHash }: DossierDocument): readonly Block[] {
  return [
    heading(1, 'Bordereau de pièces', 'Schedule of pieces'),
    ...unlessEmpty(pieces, entries => [
      {
        kind: 'table',
        columns: [
          { title: { fr: 'N°', en: 'No.' }, width: 1 },
          { title: { fr: 'Pièce', en: 'Piece' }, width: 9 },
          { title: { fr: 'Nature', en: 'Nature' }, width: 2 },
          { title: { fr: 'Pages', en: 'Pages' }, width: 1.3 },
        ],
        rows: entries.map(({ number, title, nature, pages, sha256, head, file, copyOf }) => ({
          cells: [
            [same(String(number))],
            [title],
            [pieceForms[nature]],
            [same(pages === null ? '–' : String(pages))],
          ],
          below: [
            ...(head === null ? [] : [history(head)]),
            ...(sha256 === null ? [] : [{ exact: `SHA-256 ${sha256}` }]),
            ...(file === null ? [] : [{ exact: file }]),
            ...(copyOf === null ? [] : [original(copyOf)]),
          ],
        })),
      },
      facts([
        [
          { fr: 'Empreinte de la liste des pièces', en: 'Hash of the list of pieces' },
          [{ exact: piecesHash }],
        ],
      ]),
    ]),
  ];
}

/** As what each piece goes, and with which files, by their hashes. */
function pieceTable(pieces: readonly PieceOfDecision[]): Block {
  return {
    kind: 'table',
    close: true,
    columns: [
      { title: { fr: 'N°', en: 'No.' }, width: 1 },
      { title: { fr: 'Pièce', en: 'Piece' }, width: 9 },
      { title: { fr: 'Sous quelle forme', en: 'As what it goes' }, width: 3 },
      { title: { fr: 'Fichiers', en: 'Files' }, width: 1.6 },
    ],
    rows: pieces.map(({ number, title, nature, head, files, copiesOf }) => ({
      cells: [
        [same(String(number))],
        [title],
        [pieceForms[nature]],
        [same(String(files.length + copiesOf.length))],
      ],
      below: [
        history(head),
        ...files.map(sha256 => ({ exact: `SHA-256 ${sha256}` })),
        ...copiesOf.map(original),
      ],
    })),
  };
}

/** What a cleaned copy was made of; it does not go along. */
function original(sha256: string): Said {
  return { exact: `original SHA-256 ${sha256}` };
}

/** By what a piece that is no file is bound: the last act of its history at the checkpoint. */
function history(head: string): Said {
  return { exact: `historique ${head}` };
}

/** Defects told by us first, then what was taken out (RQ-31, GATE-8, GATE-9, GATE-12). */
export function defectsAndRedactions({ defects, redactions }: DossierDocument): readonly Block[] {
  return [
    heading(1, 'Défauts et réserves connus', 'Known defects and reservations'),
    ...unlessEmpty(defects, entries => [
      {
        kind: 'table',
        columns: [
          { title: { fr: 'Scellé ou objet', en: 'Exhibit' }, width: 3 },
          { title: { fr: 'Nature', en: 'Kind' }, width: 3 },
          { title: { fr: 'Ce qui est connu', en: 'What is known' }, width: 7 },
          { title: { fr: 'Date (UTC)', en: 'Date (UTC)' }, width: 2 },
        ],
        rows: entries.map(({ item, kind, what, at }) => ({
          cells: [
            [item === null ? { fr: 'Dossier', en: 'Dossier' } : same(item)],
            [kind],
            [what],
            [at === null ? same('–') : shortMoment(at)],
          ],
        })),
      },
    ]),
    heading(1, 'Passages et pièces retirés', 'Redactions'),
    ...unlessEmpty(redactions, entries => [
      {
        kind: 'table',
        columns: [
          { title: { fr: 'Où', en: 'Where' }, width: 3 },
          { title: { fr: 'Ce qui est retiré', en: 'What was taken out' }, width: 5 },
          { title: { fr: 'Motif', en: 'Reason' }, width: 5 },
        ],
        rows: entries.map(({ where, file, what, why }) => ({
          cells: [[where], [what], [why]],
          below: file === null ? [] : [{ exact: `SHA-256 ${file}` }],
        })),
      },
    ]),
  ];
}
