import type { Language, Text } from '../../custody/text.js';
import { escapeHtml } from '../html.js';
import type { CodeExplanation } from './explanation.js';

const labels = {
  heading: { en: 'Codes of this service', fr: 'Codes de ce service' },
  all: { en: 'All codes', fr: 'Tous les codes' },
  status: { en: 'HTTP status', fr: 'Statut HTTP' },
  gate: { en: 'Gate', fr: 'Verrou' },
  source: { en: 'Source', fr: 'Source' },
  missing: { en: 'What is missing', fr: 'Ce qui manque' },
  who: { en: 'Who can provide it', fr: 'Qui peut le fournir' },
} as const satisfies Record<string, Text>;

/** The page of one code, for whoever follows the `type` of a problem document in a browser. */
export function explanationPage(explanation: CodeExplanation, language: Language): string {
  const label = (name: keyof typeof labels) => labels[name][language];
  const { code } = explanation;
  const content =
    explanation.kind === 'problem'
      ? [
          heading(explanation.title),
          paragraph(explanation.detail),
          rows([[label('status'), String(explanation.status)]]),
        ]
      : [
          heading(explanation.message),
          rows([
            [label('missing'), explanation.missing],
            [
              label('who'),
              explanation.whoCanProvide.map(({ code: who, name }) => `${name} (${who})`).join(', '),
            ],
            [label('gate'), explanation.gate ?? '–'],
            [label('source'), explanation.source],
          ]),
        ];
  return page(code, language, [`<p><code>${escapeHtml(code)}</code></p>`, ...content, back(label('all'))]);
}

export function explanationsPage(explanations: readonly CodeExplanation[], language: Language): string {
  const lines = explanations.map(explanation => {
    const words = explanation.kind === 'problem' ? explanation.title : explanation.message;
    const code = escapeHtml(explanation.code);
    return `<dt><a href="/problems/${code}"><code>${code}</code></a></dt><dd>${escapeHtml(words)}</dd>`;
  });
  const title = labels.heading[language];
  return page(title, language, [heading(title), `<dl>${lines.join('\n')}</dl>`]);
}

function page(title: string, language: Language, content: readonly string[]): string {
  return `<!DOCTYPE html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)} – Scellé</title></head>
<body>
${content.join('\n')}
</body>
</html>
`;
}

function heading(text: string): string {
  return `<h1>${escapeHtml(text)}</h1>`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

function rows(entries: readonly (readonly [string, string])[]): string {
  return `<dl>${entries
    .map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('')}</dl>`;
}

function back(text: string): string {
  return `<p><a href="/problems">${escapeHtml(text)}</a></p>`;
}
