/** An act on an item, its body as it was signed. */
export interface RecordedAct {
  readonly index: number;
  readonly eventId: string;
  readonly item: string;
  readonly type: string;
  readonly officer: string;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of five types, judged when they were appended
  readonly body: any;
}

export interface KnownIdentity {
  readonly producer: string | null;
  readonly model: string | null;
  readonly calibre: string | null;
  readonly calibreWritten: string | null;
  readonly serial: string | null;
  readonly year: number | null;
  readonly country: string | null;
  readonly lot: string | null;
  readonly secondaryMark: string | null;
  readonly headstamp: string | null;
  readonly confidence: string | null;
  readonly reference: string | null;
}

export interface KnownItem {
  readonly incident: string;
  readonly category: string;
  readonly subCategory: string;
  readonly origin: string;
  readonly takenFrom: string | null;
  readonly foundAs: string;
  readonly found: null;
  readonly recoveringParty: string;
  readonly holding: string;
  readonly import: null;
  readonly obliterated: boolean;
  readonly amount: string | null;
  readonly unit: string;
  readonly consumed: readonly string[];
  readonly recorded: KnownIdentity;
  readonly inherited: boolean;
  readonly statement: null;
}

type Body = RecordedAct['body'];

export function beginItem(
  { type, body }: RecordedAct,
  parentOf: (id: string) => KnownItem | undefined,
): KnownItem | undefined {
  if (type === 'evidence.registered') return registered(body);
  if (type === 'evidence.obtained') return obtained(body);
  return type === 'evidence.derived' ? divided(body, parentOf(body.parent)) : undefined;
}

export function followItem(known: KnownItem, { type, body }: RecordedAct): KnownItem {
  if (type === 'evidence.split') return { ...known, amount: body.remainder };
  const { amount, remainder } = body;
  return {
    ...known,
    amount: remainder,
    consumed: amount === null ? known.consumed : [...known.consumed, amount],
  };
}

function registered(body: Body): KnownItem {
  const { derivedFrom } = body;
  const component = derivedFrom?.relation.code === 'COMPONENT';
  return {
    ...described(body),
    incident: body.incident,
    category: body.category.code,
    subCategory: body.subCategory.code,
    origin: derivedFrom === null ? 'FOUND' : component ? 'COMPONENT' : 'TAKEN',
    takenFrom: derivedFrom?.parent ?? null,
    foundAs: body.foundAs.code,
    recoveringParty: codeOrText(body.recoveringParty),
    holding: body.holding,
  };
}

function obtained(body: Body): KnownItem {
  return {
    ...described(body),
    incident: body.inherits.incident,
    category: body.category.code,
    subCategory: body.subCategory.code,
    origin: body.how.code === 'COMPONENT' ? 'COMPONENT' : 'TAKEN',
    takenFrom: body.parent,
    foundAs: 'DERIVED',
    recoveringParty: body.inherits.recoveringParty,
    holding: 'IN_CUSTODY',
  };
}

function divided(body: Body, parent: KnownItem | undefined): KnownItem {
  const { inherits } = body;
  const own = described(body);
  const common = body.interpretation === null ? parent?.recorded : undefined;
  const { headstamp } = own.recorded;
  const taken =
    common === undefined
      ? {}
      : { recorded: { ...common, headstamp: headstamp ?? common.headstamp }, inherited: true };
  return {
    ...own,
    ...taken,
    incident: inherits.incident,
    category: inherits.category,
    subCategory: inherits.subCategory,
    origin: 'DIVIDED',
    takenFrom: body.parent,
    foundAs: inherits.foundAs,
    recoveringParty: inherits.recoveringParty,
    holding: 'IN_CUSTODY',
  };
}

function described({ marks, quantity, headstamp, interpretation }: Body) {
  return {
    found: null,
    import: null,
    obliterated: marks.some((mark: Body) => mark.obliteration === 'OBLITERATED'),
    amount: quantity.amount,
    unit: codeOrText(quantity.unit),
    consumed: [],
    recorded: identity(marks, headstamp, interpretation),
    inherited: false,
    statement: null,
  };
}

function identity(marks: Body, headstamp: Body, interpretation: Body): KnownIdentity {
  const read = (kind: string) => marks.find((mark: Body) => codeOrText(mark.kind) === kind)?.text ?? null;
  return {
    producer: interpretation?.make ?? null,
    model: interpretation?.model ?? null,
    calibre: calibreOf(interpretation?.calibre ?? null),
    calibreWritten: interpretation?.calibre?.written ?? null,
    serial: interpretation?.serial ?? read('SERIAL'),
    year: interpretation?.year ?? null,
    country: interpretation?.country ?? null,
    lot: interpretation?.lot ?? read('LOT'),
    secondaryMark: read('SECONDARY_OWNERSHIP'),
    headstamp: headstampText(headstamp),
    confidence: interpretation?.confidence ?? null,
    reference: interpretation?.reference ?? null,
  };
}

function headstampText(headstamp: Body): string | null {
  if (headstamp === null) return null;
  return headstamp.characters
    .map(({ clock, text, symbol }: Body) => {
      const read = [text, symbol === null ? null : codeOrText(symbol)].filter(one => one !== null);
      return `${codeOrText(clock)}: ${read.join(' ')}`;
    })
    .join('; ');
}

function codeOrText({ code, text }: { readonly code: string; readonly text: string | null }): string {
  return code === 'OTHER' ? (text ?? code) : code;
}

const gauge = /^(?:12 ?(?:ga|gauge|bore|g)|calibre 12|cal\.? 12)$/;

function calibreOf(calibre: Body): string | null {
  if (calibre === null) return null;
  if (calibre.code !== 'OTHER') return calibre.code;
  const plain = calibre.written.normalize('NFKC').trim().toLowerCase();
  if (gauge.test(plain)) return '12GA';
  return plain
    .replaceAll(',', '.')
    .replace(/\s*(?:[x×*])\s*/g, 'x')
    .replace(/\s*mm\b\.?/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(x\d+) ?r$/, '$1R')
    .trim();
}
