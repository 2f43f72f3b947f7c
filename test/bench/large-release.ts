import type { Stage } from '../../src/cli/cast/stage.js';
import { type Service, uploadFile } from '../../src/client/index.js';
import { formatTime, type JsonObject } from '../../src/log/index.js';
import {
  photograph,
  placedBody,
  quantity,
  receivedFromOutsideBody,
  registeredBody,
} from '../helpers/bodies/evidence.js';
import { incidentBody } from '../helpers/bodies/incident.js';
import { releaseDecidedBody, releaseRequestedBody, waived } from '../helpers/bodies/release.js';
import { requestBody } from '../helpers/bodies/request.js';
import { siteBody, storeOf } from '../helpers/bodies/site.js';
import { unitBody } from '../helpers/bodies/unit.js';
import { circumstances } from '../helpers/procedure.js';
import type { DrawnFile } from './drawn-files.js';

/** A photograph of an item, of which a cleaned copy leaves; its position is withheld, or there is none. */
export interface TakenPhotograph {
  readonly file: DrawnFile;
  readonly withPosition: boolean;
  /** The bytes are still owed: nobody uploads them. */
  readonly owed?: boolean;
}

/** Members of a decision, where they tell of the items that are granted. */
export type DecisionMembers = (items: readonly Registered[]) => JsonObject;

const itemsOfBatch = 20;
const dayMs = 86_400_000;

/**
 * Items in a store, each with its photographs, and a release that grants all of them to a national unit.
 * @param read the bytes of a photograph from `start` to before `end`
 * @param decision members of the decision that are others
 * @returns UUID of the release
 */
export async function playLargeRelease(
  stage: Stage,
  photographs: readonly (readonly TakenPhotograph[])[],
  read: (file: DrawnFile, start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>,
  decision: DecisionMembers = () => ({}),
): Promise<string> {
  const [incident = '', site = '', unit = ''] = Array.from({ length: 3 }, () => stage.newId());
  await openRegister(stage, { incident, site, unit });
  const items: Registered[] = [];
  for (let start = 0; start < photographs.length; start += itemsOfBatch)
    items.push(
      ...(await registerItems(stage, photographs.slice(start, start + itemsOfBatch), { incident, site })),
    );
  const service = await stage.readingAs('DEMO-SEC-1');
  for (const { file } of photographs.flat().filter(({ owed }) => owed !== true))
    await uploadFile(service, { ...file, read: (start, end) => read(file, start, end) });
  return grantRelease(stage, items, photographs, { unit, decision });
}

/**
 * The dossier of the release, built and answered for.
 * @param follows UUID of the dossier that it replaces
 */
export async function answerForLarge(
  stage: Stage,
  service: Service,
  release: string,
  follows: string | null = null,
): Promise<JsonObject> {
  const named = follows === null ? { number: 'DEMO-LARGE-1' } : { follows };
  const order = await service.orderDossier({ release, contents: 'ORIGINALS', ...named });
  const { id: _, subject, missing: _1, cosigned: _2, stamped: _3, counts, ...stated } = order;
  const { filesMissing: _4, bytes: _5, ...counted } = counts as JsonObject;
  const body = { ...circumstances(formatTime(Date.now())), ...stated, counts: counted };
  await stage.require([{ subject: String(subject), type: 'dossier.built', by: 'DEMO-CASE-1/CASE', body }]);
  return order;
}

export interface Registered {
  readonly subject: string;
  /** `event_id` of the registration, which binds the photographs. */
  readonly boundBy: string;
}

interface Register {
  readonly incident: string;
  readonly site: string;
  readonly unit: string;
}

async function openRegister(stage: Stage, { incident, site, unit }: Register): Promise<void> {
  for (const name of ['DEMO-SEC-1', 'DEMO-CASE-1', 'DEMO-LEG-1', 'DEMO-JMAC-1'])
    await stage.enlist(name, [name.split('-')[1] as 'SEC' | 'CASE' | 'LEG' | 'JMAC'], { unit: null });
  const registrars = { by: 'DEMO-REG-1/REG', countersigned: ['DEMO-REG-2/REG as registrar'] };
  await stage.require([
    { ...registrars, subject: `unit/${unit}`, type: 'unit.registered', body: unitBody() },
    { ...registrars, subject: `site/${site}`, type: 'site.registered', body: siteBody() },
    {
      subject: `incident/${incident}`,
      type: 'incident.opened',
      by: 'DEMO-JMAC-1/JMAC',
      body: incidentBody({ ...circumstances(formatTime(Date.now())), reportingUnit: unit }),
    },
  ]);
}

async function registerItems(
  stage: Stage,
  photographs: readonly (readonly TakenPhotograph[])[],
  { incident, site }: Pick<Register, 'incident' | 'site'>,
): Promise<readonly Registered[]> {
  const at = formatTime(Date.now());
  const place = { site, description: 'DEMO-STORE', position: null };
  const here: JsonObject = { ...circumstances(at), place };
  const counted = { ...quantity('143'), countedBy: stage.officer('DEMO-SEC-1').officer };
  const by = 'DEMO-SEC-1/SEC';
  const items = photographs.map(taken => ({ subject: `evidence/${stage.newId()}`, taken }));
  const eventIds = await stage.require(
    items.flatMap(({ subject, taken }) => {
      const shown = taken.map(({ file, withPosition }, n) =>
        photograph(`DEMO-${n + 1}`, { file, takenAt: at, ...(withPosition ? {} : { position: null }) }),
      );
      const registered = { ...here, incident, quantity: counted, photographs: shown };
      return [
        { subject, by, type: 'evidence.registered', body: registeredBody(at, registered) },
        {
          subject,
          by,
          type: 'evidence.received-from-outside',
          body: receivedFromOutsideBody(at, here),
          countersigned: ['DEMO-CASE-1/CASE as witness'],
        },
        {
          subject,
          by,
          type: 'evidence.placed',
          body: placedBody(at, String(storeOf('DEMO-GENERAL').store), here),
        },
      ];
    }),
  );
  // One after the other: its registration, its receipt with the witness's signature, its place.
  const each = eventIds.length / items.length;
  return items.map(({ subject }, index) => ({ subject, boundBy: eventIds[index * each] ?? '' }));
}

async function grantRelease(
  stage: Stage,
  items: readonly Registered[],
  photographs: readonly (readonly TakenPhotograph[])[],
  { unit, decision }: { readonly unit: string; readonly decision: DecisionMembers },
): Promise<string> {
  const [release = '', request = ''] = [stage.newId(), stage.newId()];
  const at = formatTime(Date.now());
  const day = (days: number) => formatTime(Date.now() + days * dayMs).slice(0, 10);
  const { occurred = null, place = null } = circumstances(at);
  await stage.require([
    {
      subject: `request/${request}`,
      type: 'request.registered',
      by: 'DEMO-LEG-1/LEG',
      body: requestBody(unit, { ...circumstances(at), date: day(-1), receivedOn: day(0), deadline: day(30) }),
    },
    {
      subject: `release/${release}`,
      type: 'release.requested',
      by: 'DEMO-CASE-1/CASE',
      body: releaseRequestedBody(unit, at, { request }),
      items: items.map(({ subject, boundBy }, index) => ({
        subject,
        type: 'evidence.release-requested',
        body: {
          occurred,
          place,
          as: 'ORIGINAL',
          files: (photographs[index] ?? []).map(({ file: { sha256 } }) => ({ sha256, boundBy })),
          version: null,
        },
      })),
    },
    {
      subject: `release/${release}`,
      type: 'release.decided',
      by: 'DEMO-LEG-1/LEG',
      body: releaseDecidedBody(at, {
        validFrom: at,
        validUntil: formatTime(Date.now() + 30 * dayMs),
        dueDiligence: {
          assessment: null,
          reference: 'DEMO-HRDDP-1',
          risk: 'DEMO: low',
          mitigation: 'DEMO',
          reviewOn: day(200),
        },
        inputs: waived(),
        ...decision(items),
      }),
      items: items.map(({ subject }) => ({
        subject,
        type: 'evidence.release-decided',
        body: { occurred, place },
      })),
    },
  ]);
  return release;
}
