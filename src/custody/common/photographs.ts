import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { boundFiles, filesKeptBack } from './files-kept-back.js';

/** A photograph that an act binds, by hash. */
interface BoundPhotograph {
  readonly sha256: string;
  /**
   * It is bound as one that was taken (RQ-12): what is withheld beside it is what the camera wrote, which a cleaned copy
   * leaves out. Any other picture may show what is withheld: kept back, it stays whole.
   */
  readonly isTaken: boolean;
}

interface BindingAct {
  readonly type: string;
  readonly form: number;
  readonly body: JsonObject;
}

/**
 * The photographs of an act (GATE-8): who, where and when stand in their bytes beside the pixels, so that of each a cleaned
 * copy leaves unless a person lets the original go.
 */
export function photographsBoundBy(act: BindingAct): readonly BoundPhotograph[] {
  const keptBack = new Set(filesKeptBack(act).map(({ sha256 }) => sha256));
  const pictures = picturesIn(act).filter(sha256 => !keptBack.has(sha256));
  return [
    ...photographsTakenIn(act).map(sha256 => ({ sha256, isTaken: true })),
    ...pictures.map(sha256 => ({ sha256, isTaken: false })),
  ];
}

/** Those alone that stand in the body as photographs: what a decision before form 4 treated as such. */
export function photographsListedIn({
  body: { photographs = null },
}: Pick<BindingAct, 'body'>): readonly string[] {
  return filesOf(photographs);
}

/** E10: what is destroyed in place is photographed before and after. */
function photographsTakenIn(act: BindingAct): readonly string[] {
  const { before = null, after = null } = act.body;
  const inPlace = act.type === 'evidence.destroyed-in-situ' ? [...filesOf(before), ...filesOf(after)] : [];
  return [...photographsListedIn(act), ...inPlace];
}

/** What a laboratory binds as a picture: lifts, images, what an instrument wrote; and a series of photographs as a document. */
function picturesIn({ type, body }: BindingAct): readonly string[] {
  if (type.startsWith('examination.') || Array.isArray(body.exams))
    return boundFiles(body)
      .filter(({ mediaType }) => mediaType.startsWith('image/'))
      .map(({ sha256 }) => sha256);
  const { kind = null, document = null } = body;
  const isSeries =
    type === 'information.registered' && isJsonObject(kind) && kind.code === 'PHOTOGRAPH_SERIES';
  return isSeries ? boundFiles(document).map(({ sha256 }) => sha256) : [];
}

function filesOf(photographs: JsonValue): readonly string[] {
  if (!Array.isArray(photographs)) return [];
  return (photographs as readonly JsonValue[]).flatMap(photograph =>
    boundFiles(isJsonObject(photograph) ? (photograph.file ?? null) : null).map(({ sha256 }) => sha256),
  );
}
