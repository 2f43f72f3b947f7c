import type { Refusal } from '../refusal.js';
import { photographKinds } from '../vocabulary/examination.js';
import { precisionWords } from '../vocabulary/states.js';
import { inWords, inWordsAndCode } from '../vocabulary/told.js';

export const sceneRefusals = {
  'scene.not-cleared': {
    gate: 'GATE-1',
    source: 'GATE-1, E03',
    message: {
      en: 'Nobody works at scene {scene} before EOD clearance: the act names none in refs.',
      fr: "Nul ne travaille sur les lieux {scene} avant l'autorisation NEDEX : l'acte n'en cite aucune dans refs.",
    },
    missing: {
      en: 'In refs: the clearance of this scene (scene.cleared), or the opening that excluded the hazard.',
      fr: "Dans refs : l'autorisation pour ces lieux (scene.cleared), ou l'ouverture qui excluait le risque.",
    },
    provider: ['EOD'],
  },
  'scene.clearance-not-valid-then': {
    gate: 'GATE-1',
    source: 'GATE-1, E03',
    message: {
      en: 'The clearance does not cover the act at {at} ({precision}): it holds from {from} until {until}.',
      fr: "L'autorisation ne couvre pas l'acte du {at} ({precision}) : elle vaut du {from} au {until}.",
    },
    missing: {
      en: 'A clearance valid for the whole of the time when the act occurred.',
      fr: "Une autorisation valable pendant tout le moment de l'acte.",
    },
    provider: ['EOD'],
    told: { precision: inWords(precisionWords) },
  },
  'scene.clearance-withdrawn': {
    gate: 'GATE-1',
    source: 'GATE-1, E03',
    message: {
      en: 'The clearance of {scene} was withdrawn at {at}, before the act.',
      fr: "L'autorisation pour {scene} a été retirée le {at}, avant l'acte.",
    },
    missing: { en: 'A new clearance.', fr: 'Une nouvelle autorisation.' },
    provider: ['EOD'],
  },
  'scene.exclusion-not-by-eod': {
    gate: 'GATE-1',
    source: 'GATE-1',
    message: {
      en: 'An explosive hazard is excluded by an EOD officer only.',
      fr: 'Seul un officier NEDEX peut exclure le risque explosif.',
    },
    missing: {
      en: 'The signature or countersignature (as eod) of an EOD officer.',
      fr: "La signature ou le contreseing (en qualité de eod) d'un officier NEDEX.",
    },
    provider: ['EOD'],
  },
  'scene.exclusion-reason': {
    gate: null,
    source: 'GATE-1',
    message: {
      en: 'hazardReason says why a hazard is EXCLUDED, and stands with EXCLUDED only.',
      fr: "hazardReason dit pourquoi le risque est exclu (EXCLUDED) et n'accompagne que ce choix.",
    },
    missing: { en: 'The reason of the exclusion, or null.', fr: "La raison de l'exclusion, ou null." },
    provider: ['EOD'],
  },
  'scene.clearance-dates': {
    gate: null,
    source: 'E03',
    message: {
      en: 'The clearance ends at {validUntil}, not after it is given at {at}.',
      fr: "L'autorisation prend fin le {validUntil}, pas après le moment où elle est donnée ({at}).",
    },
    missing: { en: 'validUntil later than the clearance.', fr: "validUntil postérieur à l'autorisation." },
    provider: ['EOD'],
  },
  'scene.clearance-too-long': {
    gate: null,
    source: 'E03; SOP, sceneClearanceMaximumHours',
    message: {
      en: 'A clearance holds for at most {hours} hours; this one would until {validUntil}.',
      fr: "Une autorisation vaut {hours} heures au plus ; celle-ci irait jusqu'au {validUntil}.",
    },
    missing: {
      en: 'An earlier end, and a new clearance afterwards.',
      fr: 'Une fin plus proche, puis une nouvelle autorisation.',
    },
    provider: ['EOD'],
  },
  'scene.clearance-unknown': {
    gate: null,
    source: 'E03',
    message: {
      en: '{clearance} is no clearance of this scene.',
      fr: "{clearance} n'est pas une autorisation pour ces lieux.",
    },
    missing: {
      en: 'The event_id of a scene.cleared, or of an opening that excluded the hazard.',
      fr: "L'event_id d'un acte scene.cleared, ou d'une ouverture qui excluait le risque.",
    },
    provider: ['EOD'],
  },
  'scene.withdrawn-before': {
    gate: null,
    source: 'E03',
    message: {
      en: 'The clearance was withdrawn at {at} already.',
      fr: "L'autorisation est déjà retirée depuis le {at}.",
    },
    missing: { en: 'A clearance that stands.', fr: 'Une autorisation en cours.' },
    provider: ['EOD'],
  },
  'scene.secured-before-arrival': {
    gate: null,
    source: 'E02, RQ-09',
    message: {
      en: 'The scene was secured at {occurred}, before the arrival at {arrival}.',
      fr: "Les lieux auraient été sécurisés le {occurred}, avant l'arrivée ({arrival}).",
    },
    missing: { en: 'An arrival not after the act.', fr: "Une arrivée qui ne suit pas l'acte." },
    provider: ['AUTHOR'],
  },
  'scene.views-missing': {
    gate: null,
    source: 'E05',
    message: {
      en: 'A scene is photographed from the general to the particular; missing: {views}.',
      fr: 'Les lieux se photographient du général au particulier ; il manque : {views}.',
    },
    missing: { en: 'A photograph of each kind: {views}.', fr: 'Une photographie de chaque type : {views}.' },
    provider: ['AUTHOR'],
    told: { views: inWordsAndCode(photographKinds) },
  },
  'scene.close-view-without-scale': {
    gate: null,
    source: 'E05',
    message: {
      en: 'The close view {number} shows no scale.',
      fr: 'La vue rapprochée {number} ne montre pas d’échelle.',
    },
    missing: { en: 'Close views with a scale.', fr: 'Des vues rapprochées avec échelle.' },
    provider: ['AUTHOR'],
  },
  'scene.not-leader': {
    gate: null,
    source: 'E06, RQ-07',
    message: {
      en: 'Officer {officer} is not the leader of the scene: its closing is his own statement.',
      fr: "L'officier {officer} n'est pas le chef des opérations : la fermeture vaut déclaration personnelle.",
    },
    missing: {
      en: 'The signature of the leader, or the naming of another (scene.leader-named).',
      fr: "La signature du chef, ou la désignation d'un autre (scene.leader-named).",
    },
    provider: ['AUTHOR', 'CASE'],
  },
  'scene.record-incomplete': {
    gate: null,
    source: 'D1',
    message: {
      en: 'The record of a scene that was worked at lacks: {lacking}.',
      fr: "Les constatations d'une scène exploitée sont incomplètes ; il manque : {lacking}.",
    },
    missing: { en: '{lacking} before the closing.', fr: '{lacking} avant la fermeture.' },
    provider: ['FR', 'WIT', 'CSO'],
  },
  'scene.reason-missing': {
    gate: null,
    source: 'E06, D1',
    message: {
      en: 'The scene was not fully exploited and no reason is given.',
      fr: "Les lieux n'ont pas été entièrement exploités et aucune raison n'est donnée.",
    },
    missing: { en: 'At least one reason.', fr: 'Au moins une raison.' },
    provider: ['AUTHOR'],
  },
  'scene.reason-without-cause': {
    gate: null,
    source: 'E06, D1',
    message: {
      en: 'The scene was fully exploited, yet reasons say why it was not.',
      fr: 'Les lieux ont été entièrement exploités, mais des raisons disent le contraire.',
    },
    missing: { en: 'No reasons, or PARTIAL.', fr: 'Aucune raison, ou PARTIAL.' },
    provider: ['AUTHOR'],
  },
  'scene.counts': {
    gate: null,
    source: 'D1',
    message: {
      en: '{recorded} items are recorded, {accounted} accounted for.',
      fr: '{recorded} pièces relevées, {accounted} dont le sort est indiqué.',
    },
    missing: {
      en: 'Recorded = collected + left + destroyed + documented only.',
      fr: 'Relevées = prélevées + laissées + détruites + seulement décrites.',
    },
    provider: ['AUTHOR'],
  },
  'scene.items-left': {
    gate: null,
    source: 'E06, D1',
    message: {
      en: '{left} items were left in place, {listed} are listed with their reason.',
      fr: '{left} pièces laissées sur place, {listed} citées avec leur raison.',
    },
    missing: { en: 'Each item left, with its reason.', fr: 'Chaque pièce laissée, avec sa raison.' },
    provider: ['AUTHOR'],
  },
  'scene.closed-before': {
    gate: null,
    source: 'E06',
    message: {
      en: 'The scene {scene} was closed at {at}.',
      fr: 'Les lieux {scene} ont été fermés le {at}.',
    },
    missing: {
      en: 'An act that occurred before; for new work, a new scene of the incident.',
      fr: "Un acte antérieur ; pour un nouveau travail, d'autres lieux du même incident.",
    },
    provider: ['AUTHOR'],
  },
  'scene.closed-before-leaving': {
    gate: null,
    source: 'E06, RQ-09',
    message: {
      en: 'The scene was closed at {occurred}, before the team left at {leaving}.',
      fr: "Les lieux ont été fermés le {occurred}, avant le départ de l'équipe ({leaving}).",
    },
    missing: {
      en: 'A time of leaving not after the closing.',
      fr: 'Un départ qui ne suit pas la fermeture.',
    },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
