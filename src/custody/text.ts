/** A text in the two languages of the service. French is what the court reads. */
export interface Text {
  readonly en: string;
  readonly fr: string;
}

export type Language = keyof Text;
