import t from 'tap';
import { type SealstockState, statusInStock } from '../../../src/custody/sealstock/state.js';
import { issueStock, stockSubject, withdrawnBody } from '../../helpers/bodies/sealstock.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';

const at = '2021-04-02T11:00:00Z';

function issued(): { readonly procedure: Procedure; readonly holder: string } {
  const procedure = new Procedure();
  const holder = procedure.enlist('DEMO-WIT-1', 'WIT');
  procedure.accept(issueStock(holder));
  return { procedure, holder };
}

function withdraw(word: 'spoiled' | 'lost', number: string, by = 'DEMO-WIT-1/WIT'): Intent {
  return { subject: stockSubject, type: `sealstock.${word}`, by, body: withdrawnBody(number, at) };
}

t.test('D3: a stock says which seals it holds and what became of each', async t => {
  const { procedure } = issued();
  procedure.accept(withdraw('spoiled', 'DEMO-000007'));
  procedure.accept(withdraw('lost', 'DEMO-000008'));
  const stock = procedure.state<SealstockState>(stockSubject);
  t.equal(statusInStock(stock, 'DEMO-000001'), 'ISSUED');
  t.equal(statusInStock(stock, 'DEMO-000100'), 'ISSUED');
  t.equal(statusInStock(stock, 'DEMO-000007'), 'SPOILED_BEFORE_USE');
  t.equal(statusInStock(stock, 'DEMO-000008'), 'LOST_STOCK');
  for (const other of ['DEMO-000101', 'DEMO-000000', 'DEMO-1', 'DEMO-00001x', 'OTHER-000001', 'DEMO-'])
    t.equal(statusInStock(stock, other), undefined, other);
});

t.test('D3: mandatory fields of a stock and of a seal withdrawn from it', async t => {
  const { procedure, holder } = issued();
  const other = issueStock(holder, {}, `sealstock/${uuidOf('DEMO-STOCK-2')}`);
  assertMandatory(t, procedure, other, ['numbers', 'sealType', 'issuedTo', 'remark']);
  assertMandatory(t, procedure, withdraw('spoiled', 'DEMO-000001'), [
    'occurred',
    'place',
    'number',
    'reason',
    'photo',
  ]);
});

t.test('D3: two stocks never overlap, however their numbers are cut', async t => {
  const { procedure, holder } = issued();
  const second = `sealstock/${uuidOf('DEMO-STOCK-2')}`;
  for (const numbers of [
    { prefix: 'DEMO-', first: '000100', last: '000101' },
    { prefix: 'DEMO-0000', first: '50', last: '50' },
    { list: ['X-1', 'DEMO-000003'] },
  ])
    t.same(procedure.refuse(issueStock(holder, { numbers }, second)), ['claim.taken']);
  procedure.accept(
    issueStock(holder, { numbers: { prefix: 'DEMO-', first: '000101', last: '001100' } }, second),
  );
});

t.test('D3: a run of seals is a run', async t => {
  const { procedure, holder } = issued();
  const other = `sealstock/${uuidOf('DEMO-STOCK-2')}`;
  for (const [first, last] of [
    ['0010', '0009'],
    ['09', '010'],
    ['0001', '1001'],
  ] as const)
    t.same(procedure.refuse(issueStock(holder, { numbers: { prefix: 'A', first, last } }, other)), [
      'sealstock.run-not-valid',
    ]);
});

t.test('D3: a number is listed once', async t => {
  const { procedure, holder } = issued();
  const other = `sealstock/${uuidOf('DEMO-STOCK-2')}`;
  const numbers = { list: ['A-1', 'A-2', 'A-1'] };
  t.same(procedure.refuse(issueStock(holder, { numbers }, other)), ['sealstock.number-twice']);
});

t.test('D3: a number is spelled in one way only', async t => {
  const { procedure, holder } = issued();
  const other = `sealstock/${uuidOf('DEMO-STOCK-2')}`;
  for (const number of ['demo-1', 'A 1', ' A1', 'A-', ''])
    t.ok(
      procedure
        .refuse(issueStock(holder, { numbers: { list: [number] } }, other))
        .includes('body.value-refused'),
    );
});

t.test('D3: a type of seal outside the list is described', async t => {
  const { procedure, holder } = issued();
  const other = `sealstock/${uuidOf('DEMO-STOCK-2')}`;
  const numbers = { list: ['A-1'] };
  const described = (text: string | null) =>
    issueStock(holder, { numbers, sealType: { code: 'OTHER', text } }, other);
  t.same(procedure.refuse(described(null)), ['vocabulary.other-without-text']);
  procedure.accept(described('DEMO: lead seal with wire'));
});

t.test('V8: a seal is withdrawn once, and only from its stock', async t => {
  const { procedure } = issued();
  t.same(procedure.refuse(withdraw('lost', 'DEMO-000101')), ['sealstock.not-in-stock']);
  procedure.accept(withdraw('lost', 'DEMO-000002'));
  t.same(procedure.refuse(withdraw('spoiled', 'DEMO-000002')), [
    'sealstock.withdrawn-already',
    'claim.taken',
  ]);
});

t.test('D3: who reports a seal holds the stock, or may issue one', async t => {
  const { procedure } = issued();
  t.same(procedure.refuse(withdraw('lost', 'DEMO-000003', 'DEMO-WIT-2/WIT')), ['sealstock.not-holder']);
  procedure.accept(withdraw('lost', 'DEMO-000003', 'DEMO-SEC-1/SEC'));
});

t.test('SOP: a stock is issued by those the SOP names', async t => {
  const procedure = new Procedure();
  const holder = procedure.enlist('DEMO-WIT-1', 'WIT');
  t.same(procedure.refuse({ ...issueStock(holder), by: 'DEMO-WIT-1/WIT' }), ['signer.role-not-provided']);
});
