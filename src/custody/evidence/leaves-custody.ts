/**
 * Acts of an item as a line of a group that change neither who has it nor where it is: an outsider who was not handed the
 * group goes on from what he knew. Examinations, releases and holds are about an item; moving it is a transfer.
 */
export function leavesCustody(type: string): boolean {
  return besideCustody.test(type);
}

const besideCustody =
  /^evidence\.(examination-|release-|hold-|result-|destruction-approved$|lead-recorded$|traces-matched$|copy-disclosed$)/;
