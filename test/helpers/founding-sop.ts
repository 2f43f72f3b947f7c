import { reconstruction } from '../../src/custody/sop/reconstruction.js';
import { sopReference } from '../../src/custody/sop/sop-bytes.js';

/** SHA-256 of the SOP document that the logs of the tests are founded under: it lies among the files of each. */
export const foundingSop = sopReference(reconstruction).sha256;
