import type { Sop } from '../document.js';
import { signedBy } from './signatures.js';

/** Scenes (E02, E03, E05, E06). */
export const sceneActs: Sop['acts'] = {
  'scene.opened': signedBy(
    ['FR', 'EOD', 'WIT', 'CSO', 'CASE', 'JMAC'],
    [['eod', 0, ['EOD']]],
    'D1; GATE-1: EOD where the hazard is excluded',
    'I',
  ),
  'scene.leader-named': signedBy(['EOD', 'WIT', 'CSO', 'CASE'], [], 'D1, RQ-07', 'I'),
  'scene.secured': signedBy(['FR', 'EOD', 'WIT', 'CSO'], [], 'E02', 'G'),
  'scene.cleared': signedBy(['EOD'], [], 'E03', 'S'),
  'scene.clearance-withdrawn': signedBy(['EOD'], [], 'E03', 'I'),
  'scene.documented': signedBy(['WIT', 'CSO'], [], 'E05', 'R'),
  'scene.closed': signedBy(['EOD', 'WIT', 'CSO'], [], 'E06: the leader', 'S'),
  'scene.corrected': signedBy(['FR', 'EOD', 'WIT', 'CSO', 'CASE', 'JMAC'], [], 'E55', 'I'),
  'scene.disclosure-erased': signedBy(
    ['LEG', 'HR'],
    [['second-officer', 1, ['LEG', 'HR', 'HOM', 'REG']]],
    'log-format section 2',
    'I',
  ),
};
