import t from 'tap';
import { chosenOffsets, readChoice } from '../../helpers/every-byte.js';

t.test('the parts of a run over every byte are together every byte, once', async t => {
  const part = (text: string) => [...chosenOffsets(100, 13, readChoice(text))];
  const parts = Array.from({ length: 7 }, (_, place) => part(`${place + 1}/7`)).flat();
  t.same(
    parts.sort((a, b) => a - b),
    part('yes'),
  );
  t.equal(part('yes').length, 100);
  t.same([...chosenOffsets(30, 13, readChoice(''))], [0, 13, 26], 'nothing chosen');
  for (const wrong of ['no', '0/3', '4/3', '1/', '1/3 '])
    t.throws(() => readChoice(wrong), /SCELLE_EVERY_BYTE/);
});
