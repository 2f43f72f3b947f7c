import t from 'tap';
import type { Block } from '../../../src/dossier/paper/print/block.js';
import { volumesOf } from '../../../src/dossier/paper/print/volumes.js';
import { exampleDocument } from './example-document.js';

t.test('ISO 14289-1, 7.4.2: headings go down one level at a time, in each volume', async t => {
  for (const { blocks } of volumesOf(exampleDocument(3))) {
    let before = 0;
    for (const { level, text } of blocks.flatMap(headingsOf)) {
      t.ok(level <= before + 1, `${text.fr}: ${level} after ${before}`);
      before = level;
    }
  }
});

function headingsOf(block: Block): readonly Extract<Block, { kind: 'heading' }>[] {
  if (block.kind === 'turned') return block.blocks.flatMap(headingsOf);
  return block.kind === 'heading' ? [block] : [];
}
