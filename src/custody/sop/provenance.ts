import { Code, Exactly, Line, Prose } from '../schema/described.js';

/** What the SOP says to people. */
export const BothLanguages = Exactly({
  en: Prose('English', 'Anglais'),
  fr: Prose('French', 'Français'),
});

/** Where a statement of the SOP comes from, and how sure that is (domain.md section 0). */
export const Provenance = {
  source: Line('Source', 'Source', 300),
  confidence: Code(['S', 'R', 'R°', 'I', 'G'], 'Mark of confidence', 'Degré de confiance'),
};
