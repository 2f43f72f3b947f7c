/** A text in the two languages of the service. French is what the court reads. */
export interface Text {
  readonly en: string;
  readonly fr: string;
}

export type Language = keyof Text;

/** An error whose message people read as it stands, in their language where that is known. */
export class LocalizedError extends Error {
  readonly text: Text;

  constructor(text: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}
