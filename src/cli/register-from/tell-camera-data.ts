import type { Output } from '../output.js';
import type { FoundPhotograph } from './photographs.js';

/** A photograph, and when the officer says that what it shows happened. */
export interface PhotographOfRow {
  readonly label: string;
  /** As the form calls it. */
  readonly number: string;
  readonly found: FoundPhotograph;
  /** In the log's form. */
  readonly statedAt: string;
}

/** What a camera wrote, marked as that: nobody has checked its clock. Where it was is withheld, so only said to be. */
export interface CameraDataTold {
  readonly label: string;
  readonly number: string;
  readonly file: string;
  readonly sha256: string;
  readonly asWrittenByCamera: {
    readonly takenAt: string | null;
    readonly device: string | null;
    readonly position: boolean;
    readonly serialNumber: boolean;
  };
}

/** From here on the clock of a camera is told to differ from what the officer states. */
const notableDifferenceMs = 24 * 3_600_000;

export function cameraDataTold({ label, number, found }: PhotographOfRow): CameraDataTold {
  const { name, file, camera } = found;
  const position = camera.position !== null;
  return { label, number, file: name, sha256: file.sha256, asWrittenByCamera: { ...camera, position } };
}

/**
 * Tells, before anybody signs, what goes into the forms from the cameras: as read, never as a fact. When the act took
 * place remains what the officer states.
 */
export function tellCameraData(photographs: readonly PhotographOfRow[], output: Output): void {
  for (const photograph of photographs) output.note(cameraLine(photograph, output.language === 'fr'));
  warnOfOriginals(photographs, output);
}

function cameraLine({ number, found, statedAt }: PhotographOfRow, french: boolean): string {
  const called = `${number} = ${found.name}`;
  const { takenAt, device } = found.camera;
  if (takenAt === null && device === null) {
    return french
      ? `${called} : l'appareil n'a rien écrit ; heure et appareil selon l'officier`
      : `${called}: the camera wrote nothing; time and camera are as the officer states`;
  }
  const read = [takenAt ?? (french ? "pas d'heure" : 'no time'), device ?? (french ? 'sans nom' : 'no name')];
  const differs =
    takenAt !== null && Math.abs(Date.parse(takenAt) - Date.parse(statedAt)) >= notableDifferenceMs;
  const difference = french ? ` ; l'officier indique ${statedAt}` : `; the officer states ${statedAt}`;
  return french
    ? `${called} : selon l'appareil, non vérifié : ${read.join(', ')}${differs ? difference : ''}`
    : `${called}: as the camera wrote it, not checked: ${read.join(', ')}${differs ? difference : ''}`;
}

/** F-28, RQ-12: the originals stay as they are; whoever hands out copies has to know what is inside. */
function warnOfOriginals(photographs: readonly PhotographOfRow[], output: Output): void {
  const placed = photographs.filter(({ found }) => found.camera.position !== null).length;
  const numbered = photographs.filter(({ found }) => found.camera.serialNumber).length;
  if (placed + numbered === 0) return;
  output.note(
    output.language === 'fr'
      ? `${placed} photographies contiennent une position, ${numbered} un numéro d'appareil : les originaux restent intacts ; ne diffusez que des copies sans ces données.`
      : `${placed} photographs hold a position, ${numbered} a camera's serial number: the originals stay as they are; hand out only copies without.`,
  );
}
