import t from 'tap';
import { settleDiscrepancies } from '../../src/cli/demo/chapters/discrepancies.js';
import { playHandover, playRelease } from '../../src/cli/demo/chapters/handover.js';
import { playHeadquartersLeg } from '../../src/cli/demo/chapters/headquarters-leg.js';
import { releaseDecision, releaseRequest } from '../../src/cli/demo/chapters/release.js';
import { offer } from '../../src/cli/demo/transfers.js';
import { formatPolicy, type JsonObject } from '../../src/log/index.js';
import { verifyExport } from '../../src/verify/index.js';
import { memoryBag } from '../helpers/bag-files.js';
import { answerForDossier, type DossierOrder, dossierRequests } from '../helpers/dossier-requests.js';
import { storyAtSector } from '../helpers/played-story.js';
import { unzip } from '../helpers/unzip.js';

t.setTimeout(600_000);

t.test(
  'RQ-65 to RQ-67: of an item that was handed over, copies are asked for by another unit, granted and built; never the item',
  async t => {
    const { testStage, play, setting, stocks, packed, discrepancies } = await storyAtSector(t);
    const casesFired = await settleDiscrepancies(play, setting, stocks, packed, discrepancies);
    await playHeadquartersLeg(play, setting, Object.values({ ...packed, casesFired }));
    const packages = [packed.arms];
    const leg = await playRelease(play, setting, packages, { assessment: null });
    await playHandover(play, setting, packages, leg);
    const { stage } = testStage;

    const release = { id: play.newId('DEMO-RELEASE-2'), number: 'DEMO-RELEASE-2' };
    const [registered, requested] = releaseRequest(play, release, setting.otherBrigade, packages);
    await stage.require([registered]);
    const asOriginals = await stage.attempt([requested]);
    t.match(
      JSON.stringify(asOriginals),
      'evidence.custody-ended',
      'the items themselves are not there to be asked for',
    );
    const copies = { id: play.newId('DEMO-RELEASE-3'), number: 'DEMO-RELEASE-3' };
    const [ofCopies, anew] = releaseRequest(play, copies, setting.otherBrigade, packages);
    await stage.require([
      ofCopies,
      {
        ...anew,
        body: { ...anew.body, dossierType: 'COPIES' },
        items: (anew.items ?? []).map(item => ({ ...item, body: { ...item.body, as: 'COPY' } })),
      },
    ]);
    await stage.require([releaseDecision(play, copies.id, packages)]);

    const officer = await dossierRequests(testStage, 'DEMO-CASE-1');
    const order = (contents: string): JsonObject => ({
      release: copies.id,
      contents,
      number: 'DEMO-DOSSIER-7',
    });
    const originals = await officer.build(order('ORIGINALS'));
    t.not(originals.statusCode, 201);
    t.match(originals.body, 'dossier.contents-not-released');
    const made = await officer.build(order('COPIES'));
    t.equal(made.statusCode, 201, made.body);
    const stated = made.json<DossierOrder>();
    t.same(stated.pieces, packed.arms.items.map(({ subject }) => subject).sort());
    await answerForDossier(testStage, stated);
    const bag = await unzip((await officer.fetch(stated.id)).rawPayload);
    const policy = formatPolicy(testStage.log.policy);
    const verdict = await verifyExport(memoryBag(bag.files), { policy });
    t.equal(verdict.verdict, 'ok', JSON.stringify(verdict.failed));
    const again = { ...leg, transfer: play.newId('DEMO-MANIFEST-8'), manifest: 'DEMO-MANIFEST-8' };
    const handedOver = await stage.attempt([
      offer(play, { ...again, release: copies.id, receiver: null, unit: setting.otherBrigade }, packages),
    ]);
    t.equal(handedOver.kind, 'refused', 'the item left: there is nothing to hand over');
  },
);
