import { createHash } from 'node:crypto';

/** What stands on every page, however the browser breaks them: no page can be put behind another paper. */
export interface PaperMargins {
  /** Title and number of the paper. */
  readonly name: string;
  /** `page {page} of {pages}`, in the language of the paper. */
  readonly count: string;
  /** In the middle of the head; empty: nothing. */
  readonly head: string;
}

/** Prints on A4, black on white; a line of a table is never torn in two. */
export function paperStyle({ name, count, head }: PaperMargins): string {
  const font = 'font: 7.5pt "Liberation Sans", Arial, Helvetica, sans-serif; color: #000;';
  return `
@page {
  size: A4; margin: 15mm 12mm 15mm 12mm;
  @top-center { content: ${cssText(head)}; ${font} font-weight: bold; font-size: 10pt; }
  @bottom-left { content: ${cssText(name)}; ${font} }
  @bottom-right { content: ${counted(count)}; ${font} white-space: nowrap; }
}
@page :first { @top-center { content: none; } }
${rules}`;
}

const rules = `* { box-sizing: border-box; }
body { font: 9pt/1.35 "Liberation Sans", Arial, Helvetica, sans-serif; color: #000; background: #fff; margin: 0 auto; max-width: 186mm; }
header { display: flex; gap: 6mm; align-items: flex-start; justify-content: space-between; border-bottom: 1.2pt solid #000; padding-bottom: 2mm; }
header svg { width: 27mm; height: 27mm; flex: none; }
h1 { font-size: 15pt; line-height: 1.15; margin: 0 0 1.5mm; }
h2 { font-size: 10.5pt; margin: 4.5mm 0 1.5mm; break-after: avoid; }
p { margin: 0 0 1mm; }
.subtitle { font-size: 10.5pt; }
.warning { border: 1.2pt solid #000; padding: 1.5mm 2mm; margin-top: 2mm; font-weight: bold; }
.demo { border: 2pt solid #000; padding: 1mm 2mm; margin-bottom: 2mm; font-size: 17pt; line-height: 1.2; font-weight: bold; text-align: center; letter-spacing: .06em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .6mm 3mm; margin: 2mm 0 0; }
dt { color: #444; }
dd { margin: 0; overflow-wrap: anywhere; }
.write { display: inline-block; min-width: 40mm; border-bottom: .6pt dotted #000; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm; margin-top: 3mm; }
.side { border: .6pt solid #777; padding: 1.5mm 2mm; break-inside: avoid; }
.side h2 { margin: 0; }
.side dl { margin-top: 1mm; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 8pt; line-height: 1.3; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: .5pt solid #777; padding: .8mm 1.2mm; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { background: #eee; font-weight: bold; }
td p { margin: 0 0 .5mm; }
.id { font-family: "Liberation Mono", "DejaVu Sans Mono", monospace; font-size: 6.8pt; overflow-wrap: anywhere; }
.number { font-weight: bold; white-space: nowrap; }
.status { font-style: italic; }
.label { color: #444; }
.differs { font-weight: bold; border-left: 2pt solid #000; padding-left: 1.2mm; }
ul { margin: 0; padding-left: 4mm; }
.closing { break-inside: avoid; }
.ink { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 3mm; }
.ink div { border: .6pt solid #000; height: 30mm; padding: 1mm 1.5mm; font-size: 8pt; }
.ink .label { font-size: 7pt; }
pre { font-family: "Liberation Mono", "DejaVu Sans Mono", monospace; font-size: 6.8pt; white-space: pre-wrap; overflow-wrap: anywhere; border: .5pt solid #777; padding: 1.5mm; margin: 1.5mm 0 0; }
@media screen { body { padding: 8mm; } }
`;

/**
 * A text as a CSS string. What an officer typed as the number of a manifest ends neither the string nor the element:
 * all but letters and digits is written as its code point.
 */
function cssText(text: string): string {
  const escaped = Array.from(text, character =>
    /^[A-Za-z0-9]$/.test(character) ? character : `\\${character.codePointAt(0)?.toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}

function counted(text: string): string {
  return text
    .split(/(\{pages?\})/)
    .map(part =>
      part === '{page}' ? 'counter(page)' : part === '{pages}' ? 'counter(pages)' : cssText(part),
    )
    .join(' ');
}

/** The page may apply its own style and nothing else: no script, nothing from elsewhere. */
export function paperPolicy(style: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
