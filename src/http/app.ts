import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import type { OpenLog } from '../store/open-log.js';
import type { OutsideStanding } from '../store/outside-standing.js';
import { type AlertPace, usualAlertPace } from './alerts/alert-streams.js';
import type { StampCheckpoint } from './exports/stamp-order.js';
import { UploadAllowance } from './files/upload-allowance.js';
import type { WatchedWitness } from './metrics/witness-metrics.js';
import { accessLog } from './plugins/access-log.js';
import { alertStreams } from './plugins/alert-streams.js';
import { bodyBudget } from './plugins/body-budget.js';
import { conditional } from './plugins/conditional.js';
import { docs } from './plugins/docs.js';
import { type Limits, limits, usualLimits } from './plugins/limits.js';
import { mediaTypes } from './plugins/media-types.js';
import { metrics } from './plugins/metrics.js';
import { missingClaims } from './plugins/missing-claims.js';
import { openapi } from './plugins/openapi.js';
import { answerError, problems } from './plugins/problems.js';
import { routeIndex } from './plugins/route-index.js';
import { sessions } from './plugins/sessions.js';
import { validation } from './plugins/validation.js';
import { answerClientError } from './problem/client-error.js';
import { accessLogRoutes } from './routes/access-log.js';
import { alertRoutes } from './routes/alerts.js';
import { custodyRoutes } from './routes/custody.js';
import { disputedRoutes } from './routes/disputed.js';
import { dossierRoutes } from './routes/dossiers.js';
import { draftRoutes } from './routes/drafts.js';
import { singleEventRoutes } from './routes/event.js';
import { eventRoutes } from './routes/events.js';
import { examinationPaperRoutes } from './routes/examination-papers.js';
import { exportRoutes } from './routes/exports.js';
import { fileUploadRoutes } from './routes/file-uploads.js';
import { fileRoutes } from './routes/files.js';
import { headRoutes } from './routes/heads.js';
import { healthRoutes } from './routes/health.js';
import { incidentStatisticsRoutes } from './routes/incident-statistics.js';
import { keyRotationRoutes } from './routes/key-rotations.js';
import { linkSuggestionRoutes } from './routes/link-suggestions.js';
import { logRoutes } from './routes/log.js';
import { materielDistributionRoutes } from './routes/materiel-distributions.js';
import { materielNewRoutes } from './routes/materiel-new.js';
import { materielRecordRoutes } from './routes/materiel-records.js';
import { materielScreeningRoutes } from './routes/materiel-screening.js';
import { materielSerialRoutes } from './routes/materiel-serials.js';
import { metricsRoutes } from './routes/metrics.js';
import { openapiRoutes } from './routes/openapi.js';
import { printedPaperRoutes } from './routes/printed-papers.js';
import { problemRoutes } from './routes/problems.js';
import { referenceEntryRoutes } from './routes/reference-entries.js';
import { releasePaperRoutes } from './routes/release-paper.js';
import { releasePreviewRoutes } from './routes/release-preview.js';
import { releaseQueueRoutes } from './routes/release-queue.js';
import { releaseRegisterRoutes } from './routes/release-register.js';
import { resourceRoutes } from './routes/resources.js';
import { resumableUploadRoutes } from './routes/resumable-uploads.js';
import { rootRoutes } from './routes/root.js';
import { sessionRoutes } from './routes/sessions.js';
import { signedHeadRoutes } from './routes/signed-head.js';
import { sourceConsentRoutes } from './routes/source-consents.js';
import { standingReportRoutes } from './routes/standing-reports.js';
import { tileRoutes } from './routes/tiles.js';
import { traceMatchRoutes } from './routes/trace-matches.js';
import { traceRequestRoutes } from './routes/trace-request.js';
import { transferReceiptRoutes } from './routes/transfer-receipt.js';
import { turnRoundRoutes } from './routes/turn-round.js';
import { untracedRoutes } from './routes/untraced.js';

export interface AppParts {
  readonly log: OpenLog;
  readonly logger: FastifyServerOptions['logger'];
  readonly limits?: Partial<Limits>;
  readonly alertPace?: Partial<AlertPace>;
  /** Proxies in front of the service whose `X-Forwarded-For` is believed. */
  readonly trustedProxyHops?: number;
  /** What whoever reads `/metrics` has to send; null: it is not there. */
  readonly metricsToken?: string | null;
  /** Time-stamps the checkpoint of an export when it is ordered; null: no authority is configured. */
  readonly stamp?: StampCheckpoint | null;
  /** Witnesses that are asked, for the metrics. */
  readonly witnesses?: () => readonly WatchedWitness[];
  /** How far others vouch for the log, as it was looked at last; null: not yet. */
  readonly outside?: () => OutsideStanding | null;
}

/** The service as a tree of plugins, without a port: `server.ts` listens, tests inject. */
export async function buildApp({
  log,
  logger,
  limits: wanted,
  alertPace,
  trustedProxyHops = 0,
  metricsToken = null,
  stamp = null,
  witnesses = () => [],
  outside = () => null,
}: AppParts): Promise<FastifyInstance> {
  const allowed: Limits = { ...usualLimits, ...wanted };
  const app = Fastify({
    ...(logger === undefined ? {} : { logger }),
    bodyLimit: allowed.bodyBytes,
    // A slow link in the field may need hours for a file; bodies that are read whole have a deadline of their own.
    requestTimeout: 0,
    connectionTimeout: 120_000,
    keepAliveTimeout: 72_000,
    http: { headersTimeout: 20_000 },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    trustProxy: (_address: string, hop: number) => hop < trustedProxyHops,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => answerError(error, request, reply),
    clientErrorHandler: (error, socket) => answerClientError(error, socket),
  });
  await app.register(validation);
  await app.register(limits, { limits: allowed });
  await app.register(routeIndex);
  await app.register(problems);
  await app.register(bodyBudget, { limits: allowed });
  await app.register(mediaTypes);
  await app.register(sessions, { log });
  await app.register(accessLog, { log });
  await app.register(conditional);
  await app.register(alertStreams, { pace: { ...usualAlertPace, ...alertPace } });
  await app.register(metrics, { log, witnesses, outside });
  await app.register(missingClaims);
  await app.register(openapi);
  await app.register(docs);
  await app.register(openapiRoutes);
  await app.register(problemRoutes);
  await app.register(rootRoutes);
  await app.register(healthRoutes, { log, outside });
  await app.register(metricsRoutes, { token: metricsToken });
  await app.register(logRoutes, { log });
  await app.register(tileRoutes, { log });
  await app.register(signedHeadRoutes, { log });
  await app.register(sessionRoutes, { log, limits: allowed });
  await app.register(eventRoutes, { log });
  await app.register(draftRoutes, { log });
  await app.register(singleEventRoutes, { log });
  await app.register(disputedRoutes, { log });
  await app.register(sourceConsentRoutes, { log });
  await app.register(headRoutes, { log });
  await app.register(keyRotationRoutes, { log });
  await app.register(resourceRoutes, { log });
  await app.register(custodyRoutes, { log });
  await app.register(transferReceiptRoutes, { log });
  await app.register(examinationPaperRoutes, { log });
  await app.register(traceRequestRoutes, { log });
  await app.register(untracedRoutes, { log });
  await app.register(printedPaperRoutes, { log });
  await app.register(exportRoutes, { log, stamp });
  await app.register(dossierRoutes, { log, stamp });
  await app.register(standingReportRoutes, { log });
  await app.register(releasePreviewRoutes, { log });
  await app.register(releasePaperRoutes, { log });
  await app.register(releaseQueueRoutes, { log });
  await app.register(releaseRegisterRoutes, { log });
  await app.register(traceMatchRoutes, { log });
  await app.register(turnRoundRoutes, { log });
  await app.register(incidentStatisticsRoutes, { log });
  await app.register(materielDistributionRoutes, { log });
  await app.register(materielNewRoutes, { log });
  await app.register(materielScreeningRoutes, { log });
  await app.register(linkSuggestionRoutes, { log });
  await app.register(materielRecordRoutes, { log });
  await app.register(materielSerialRoutes, { log });
  await app.register(referenceEntryRoutes, { log });
  await app.register(accessLogRoutes, { log });
  await app.register(fileRoutes, { log });
  const allowance = new UploadAllowance(allowed, log.now);
  app.addHook('preClose', async () => allowance.interruptAll());
  await app.register(fileUploadRoutes, { log, limits: allowed, allowance });
  await app.register(alertRoutes, { log });
  await app.register(resumableUploadRoutes, { log, limits: allowed, allowance });
  return app;
}
