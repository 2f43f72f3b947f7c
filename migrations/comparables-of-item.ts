interface Result {
  readonly report: string;
  readonly event: string;
  readonly traces: readonly { readonly kind: string; readonly reference: string }[];
  readonly marks: readonly { readonly text: string; readonly place: string }[];
}

/** Of the state of an item what can be compared from case to case. */
export interface ItemState {
  readonly incident: string;
  readonly marks: Result['marks'];
  readonly examinations: Readonly<
    Record<string, { readonly laboratory: string; readonly results: readonly Result[] }>
  >;
}

/**
 * Rows of `item_trace`, with the key in clear. A copy of what src/custody compared when the table came: a migration does
 * the same for ever.
 */
export function comparablesOf(subject: string, { incident, marks, examinations }: ItemState) {
  const registered = marks.map(mark => markOf(mark, null, null));
  const found = Object.entries(examinations)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([examination, { laboratory, results }]) =>
      newestOf(results).flatMap(result => [
        ...result.traces.map(({ kind, reference }) => ({
          kind: 'TRACE',
          key: `${laboratory} ${reference}`,
          reference,
          trace_kind: kind,
          place: null,
          examination,
          event: result.event,
        })),
        ...result.marks.map(mark => markOf(mark, examination, result.event)),
      ]),
    );
  const item = subject.slice('evidence/'.length);
  return [...registered, ...found].map((row, position) => ({ item, position, incident, ...row }));
}

function markOf({ text, place }: Result['marks'][number], examination: string | null, event: string | null) {
  return {
    kind: 'MARK',
    key: comparedMark(text),
    reference: text,
    trace_kind: null,
    place,
    examination,
    event,
  };
}

function comparedMark(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}]/gu, '');
  return plain === '' ? text : plain;
}

function newestOf(results: readonly Result[]): readonly Result[] {
  return [...new Map(results.map(result => [result.report, result])).values()];
}
