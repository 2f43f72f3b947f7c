import { groupBody, groupId } from '../../common/group-body.js';
import type { EvidenceState } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { Exactly, Line, List, Nullable, Prose } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { refuseIf } from '../../violation.js';
import { Coded } from '../../vocabulary/coded.js';
import { precautions } from '../../vocabulary/examination.js';
import { checkRequestedExams, checkRequestedOrder } from '../checks/exam-order.js';
import { requestedBody } from '../events/requested.js';
import { classOf, nameOfExam, RequestedExam } from '../exam.js';

const body = Exactly({
  ...itemMembers,
  question: Prose('What the laboratory is asked', 'Question posée au laboratoire', 2000),
  exams: List(
    RequestedExam,
    'Examinations, in the order in which they are to be made',
    "Examens, dans l'ordre où ils sont à pratiquer",
    { min: 1, max: 20 },
  ),
  priorExams: Prose(
    'What was examined before, by whom; "none known" where that is so',
    'Examens antérieurs, par qui ; « aucun connu » le cas échéant',
    2000,
  ),
  hazard: Nullable(Line('Hazard, in words', 'Danger, en clair', 400)),
  certificates: List(
    Line('Certificate number', 'Numéro du certificat', 60),
    'Certificates that go with the item',
    'Certificats joints à la pièce',
    { max: 10 },
  ),
  precautions: List(Coded(precautions, 'Precaution', 'Précaution'), 'Precautions', 'Précautions à observer', {
    min: 1,
    max: 12,
  }),
});

/** `evidence.examination-requested` (E30, RQ-50): the question and the examinations, in their order (GATE-5). */
export const evidenceExaminationRequested = following<EvidenceState, typeof body>({
  type: 'evidence.examination-requested',
  form: 1,
  source: 'E30, D5, GATE-5, RQ-50',
  title: { en: 'Examination requested', fr: 'Examen demandé' },
  body,
  decide(state, { body: asked }) {
    const { number, explosivePossible, firearm, hazardClass, safety } = state;
    const { certificate } = safety;
    const dangerous = explosivePossible || firearm || hazardClass !== null;
    return [
      ...checkRequestedExams(number, asked.exams),
      ...checkRequestedOrder(number, asked.exams),
      ...refuseIf(dangerous && asked.hazard === null, 'examination.hazard-not-stated', '/body/hazard', {
        number,
      }),
      ...refuseIf(
        certificate !== null && !asked.certificates.includes(certificate),
        'examination.certificate-not-listed',
        '/body/certificates',
        { number, certificate: certificate ?? '' },
      ),
    ];
  },
  evolve(state, act, circumstances) {
    const { number, laboratory, level } = groupBody(requestedBody, circumstances);
    const requested = {
      number,
      laboratory,
      level,
      status: 'REQUESTED' as const,
      requestedBy: act.actor.officer,
      question: act.body.question,
      exams: act.body.exams.map(exam => ({
        type: nameOfExam(exam.type),
        class: classOf(exam),
        status: 'ASKED' as const,
      })),
      laboratoryNumber: null,
      destruction: [],
      consumed: [],
      results: [],
      event: act.eventId,
    };
    return { ...state, examinations: { ...state.examinations, [groupId(circumstances)]: requested } };
  },
});
