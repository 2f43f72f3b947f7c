import t from 'tap';
import { uuidOf } from '../../helpers/procedure.js';
import { append, createTestLog } from '../../helpers/test-log.js';

t.test('RQ-09: a time that no table can hold is refused, not an error', async t => {
  const { appender, cast } = await createTestLog(t);
  await append(appender, await cast.enlist('DEMO-WIT-1', ['WIT']));
  const subject = `officer/${cast.member('DEMO-WIT-1').officer}`;
  const head = cast.heads.of(subject);
  for (const from of ['0000-01-01T00:00:00Z', '2021-02-30T00:00:00Z', '2021-04-02T24:00:00Z']) {
    if (head !== undefined) cast.heads.advance(subject, head);
    const { submitted } = await cast.sign({
      subject,
      type: 'officer.role-granted',
      by: 'DEMO-REG-1/REG',
      countersigned: ['DEMO-REG-2/REG as registrar'],
      body: { grant: uuidOf(from), role: 'EOD', from, until: '2022-01-01T00:00:00Z' },
    });
    t.match(await appender.submit(submitted), { kind: 'refused' }, from);
  }
});
