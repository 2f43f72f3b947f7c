import type { Sop } from './document.js';

type Grant = Sop['reading'][number];

const custodyResources: Grant['resources'] = [
  'evidence',
  'packages',
  'seals',
  'transfers',
  'files',
  'events',
  'alerts',
];
/** A courier answers for sealed containers, a national officer gets files with a dossier: neither reads photographs. */
const withoutFiles = custodyResources.filter(resource => resource !== 'files');
const sceneResources: Grant['resources'] = ['incidents', 'scenes', 'visits'];
const people: Grant['resources'] = ['officers', 'sites'];
const directory: Grant['resources'] = [...people, 'units'];

/**
 * Who may read what (design section 6): default deny. `withheld` shows disclosed claims; it is granted where
 * the work cannot be done without, and to nobody by default.
 */
export const reading: Sop['reading'] = [
  {
    roles: [
      'FR',
      'EOD',
      'WIT',
      'CSO',
      'HQC',
      'CASE',
      'JMAC',
      'LEG',
      'HR',
      'JUS',
      'FOC',
      'HOM',
      'AUD',
      'ARC',
      'REG',
      'OPS',
    ],
    resources: directory,
    fields: 'record',
    scope: 'all',
  },
  // Who carries, keeps or examines reads what a unit is called, not whether it is suspended: with that, a stopped handover
  // would tell by exclusion that a source took back his consent (GATE-8).
  { roles: ['SEC', 'COU', 'LABR', 'LABX', 'LABV'], resources: people, fields: 'record', scope: 'all' },
  { roles: ['SEC', 'COU', 'LABR', 'LABX', 'LABV'], resources: ['units'], fields: 'summary', scope: 'all' },
  { roles: ['NAT-OPJ', 'NAT-GRF', 'NAT-PRO'], resources: directory, fields: 'summary', scope: 'all' },
  { roles: ['REG'], resources: ['officers'], fields: 'withheld', scope: 'all' },
  // Signed statements are shown where the record of their subject is granted too: of officers, units and sites.
  { roles: ['REG'], resources: ['events'], fields: 'record', scope: 'all' },
  { roles: ['FR', 'EOD', 'WIT', 'CSO'], resources: sceneResources, fields: 'withheld', scope: 'all' },
  {
    roles: ['FR', 'EOD', 'WIT', 'CSO'],
    resources: [...custodyResources, 'discrepancies'],
    fields: 'record',
    scope: 'custody',
  },
  { roles: ['COU'], resources: [...withoutFiles, 'discrepancies'], fields: 'record', scope: 'custody' },
  { roles: ['EOD', 'WIT', 'CSO'], resources: custodyResources, fields: 'record', scope: 'unit' },
  // Who works at a scene collects, clears and packs what a colleague of another unit has registered there.
  { roles: ['WIT', 'CSO'], resources: ['evidence', 'packages'], fields: 'record', scope: 'incident' },
  // Nobody waits for a record to be opened to him before he says that something is not to be touched.
  { roles: ['EOD'], resources: ['evidence', 'packages'], fields: 'record', scope: 'all' },
  {
    roles: ['SEC', 'LABR', 'LABX', 'LABV'],
    resources: [...custodyResources, 'discrepancies'],
    fields: 'record',
    scope: 'site',
  },
  // A laboratory reads what it is asked and answers, with all that belongs to it; who asked reads his own.
  { roles: ['LABR', 'LABX', 'LABV'], resources: ['examinations'], fields: 'withheld', scope: 'unit' },
  {
    roles: ['LABR', 'LABX', 'LABV'],
    resources: ['events', 'files', 'alerts'],
    fields: 'record',
    scope: 'unit',
  },
  { roles: ['WIT', 'CSO'], resources: ['examinations'], fields: 'withheld', scope: 'custody' },
  {
    roles: ['SEC', 'LABR', 'LABX', 'LABV', 'COU'],
    resources: sceneResources,
    fields: 'summary',
    scope: 'all',
  },
  { roles: ['HQC', 'AUD'], resources: ['examinations'], fields: 'record', scope: 'all' },
  { roles: ['CASE', 'LEG', 'HOM'], resources: ['examinations'], fields: 'withheld', scope: 'all' },
  {
    roles: ['HQC', 'ARC'],
    resources: [...custodyResources, 'discrepancies', 'releases', ...sceneResources],
    fields: 'record',
    scope: 'all',
  },
  {
    roles: ['CASE', 'LEG', 'HOM'],
    resources: [...custodyResources, 'discrepancies', 'requests', 'releases', ...sceneResources],
    fields: 'withheld',
    scope: 'all',
  },
  {
    roles: ['HR', 'JUS', 'FOC'],
    resources: ['evidence', 'incidents', 'scenes', 'releases'],
    fields: 'summary',
    scope: 'all',
  },
  // Who receives requests for the Mission registers and answers them; who is asked for his view reads them.
  { roles: ['JUS'], resources: ['requests'], fields: 'withheld', scope: 'all' },
  { roles: ['HR', 'FOC'], resources: ['requests'], fields: 'record', scope: 'all' },
  {
    roles: ['HR', 'JUS', 'FOC'],
    resources: ['releases', 'alerts', 'events'],
    fields: 'record',
    scope: 'all',
  },
  {
    roles: ['JMAC'],
    resources: ['evidence', 'events', 'alerts', 'files', ...sceneResources],
    fields: 'record',
    scope: 'all',
  },
  // What sources say of incidents: who they are, to the analysts whose work it is; field teams read none of it.
  // Who opens and maps incidents sees where they were: positions are withheld.
  { roles: ['JMAC'], resources: ['incidents', 'accounts'], fields: 'withheld', scope: 'all' },
  { roles: ['CASE', 'LEG', 'HOM', 'AUD'], resources: ['accounts'], fields: 'record', scope: 'all' },
  {
    roles: ['AUD'],
    resources: [...custodyResources, 'discrepancies', 'requests', 'releases', ...sceneResources],
    fields: 'record',
    scope: 'all',
  },
  // Trace requests and what came back: contacts, answers and names of buyers to the analysts alone.
  { roles: ['JMAC'], resources: ['tracings'], fields: 'withheld', scope: 'all' },
  { roles: ['CASE', 'LEG', 'HOM', 'AUD'], resources: ['tracings'], fields: 'record', scope: 'all' },
  // The analysts' side: what is identified of items stays with the analysts and who decides; who identified one reads
  // his own. What identifications rest on is open to whoever may identify.
  { roles: ['JMAC'], resources: ['identifications'], fields: 'withheld', scope: 'all' },
  { roles: ['CASE', 'LEG', 'HOM', 'AUD'], resources: ['identifications'], fields: 'record', scope: 'all' },
  { roles: ['WIT', 'CSO', 'LABX'], resources: ['identifications'], fields: 'record', scope: 'custody' },
  { roles: ['JMAC'], resources: ['references'], fields: 'withheld', scope: 'all' },
  {
    roles: ['WIT', 'CSO', 'LABX', 'LABV', 'CASE', 'LEG', 'HOM', 'AUD'],
    resources: ['references'],
    fields: 'record',
    scope: 'all',
  },
  // Information beside evidence: names of authors and sources, and the files that tell them, to who decides and to
  // the analysts whose work it is; whoever wrote or took a statement reads his own.
  { roles: ['JMAC', 'LEG'], resources: ['information'], fields: 'withheld', scope: 'all' },
  { roles: ['CASE', 'HOM', 'AUD', 'ARC', 'HR'], resources: ['information'], fields: 'record', scope: 'all' },
  {
    roles: [
      'FR',
      'EOD',
      'WIT',
      'CSO',
      'SEC',
      'HQC',
      'COU',
      'LABR',
      'LABX',
      'LABV',
      'CASE',
      'JUS',
      'FOC',
      'HOM',
      'AUD',
      'HR',
    ],
    resources: ['information'],
    fields: 'withheld',
    scope: 'custody',
  },
  { roles: ['EOD', 'WIT', 'CSO'], resources: ['information'], fields: 'summary', scope: 'incident' },
  { roles: ['JUS', 'FOC'], resources: ['information'], fields: 'summary', scope: 'all' },
  // Sources: human rights and the legal office, and whoever registered one, who is shown no name either.
  { roles: ['HR', 'LEG'], resources: ['sources'], fields: 'withheld', scope: 'all' },
  { roles: ['JMAC', 'CASE'], resources: ['sources'], fields: 'record', scope: 'custody' },
  // Due diligence on units: why one is suspended, how its risk is mitigated.
  { roles: ['HR', 'LEG', 'HOM'], resources: ['units'], fields: 'withheld', scope: 'all' },
  // Holds: the grounds stand open to who works with the items; why, to the functions that place and lift them.
  { roles: ['LEG', 'HR'], resources: ['holds'], fields: 'withheld', scope: 'all' },
  { roles: ['AUD', 'CASE', 'HOM', 'HQC', 'ARC'], resources: ['holds'], fields: 'record', scope: 'all' },
  { roles: ['AUD'], resources: ['holds'], fields: 'withheld', scope: 'custody' },
  // What human rights reads by itself it reads signed, and is alerted about.
  { roles: ['HR'], resources: ['events', 'alerts', 'files'], fields: 'record', scope: 'all' },
  // Who makes exports for auditors (E60), and reads which were made. What is withheld goes along only where that is
  // granted too, and asked for.
  { roles: ['AUD'], resources: ['exports'], fields: 'record', scope: 'all' },
  { roles: ['LEG'], resources: ['exports'], fields: 'withheld', scope: 'all' },
  // E41: who builds dossiers and who answers for what went to whom read them whole, and fetch them again.
  { roles: ['CASE', 'LEG', 'HOM', 'AUD', 'HQC'], resources: ['dossiers'], fields: 'record', scope: 'all' },
  { roles: ['FOC', 'HR', 'JUS', 'ARC'], resources: ['dossiers'], fields: 'summary', scope: 'all' },
  // What the analysis cell keeps of groups, claims and links: sources of claims to nobody else; who decides reads the records,
  // field teams, custodians and laboratories none of it.
  {
    roles: ['JMAC'],
    // Answers, letters and claims are files in withheld members.
    resources: ['files', 'armedgroups', 'propaganda', 'links', 'requirements'],
    fields: 'withheld',
    scope: 'all',
  },
  {
    roles: ['CASE', 'LEG', 'HOM', 'AUD'],
    resources: ['armedgroups', 'propaganda', 'links', 'requirements'],
    fields: 'record',
    scope: 'all',
  },
  { roles: ['FOC'], resources: ['requirements'], fields: 'record', scope: 'custody' },
  // Tables taken over: whoever keeps the register of incidents, and who answers for it.
  {
    roles: ['JMAC', 'CASE', 'LEG', 'HOM', 'AUD', 'ARC'],
    resources: ['imports'],
    fields: 'record',
    scope: 'all',
  },
  {
    roles: ['NAT-OPJ', 'NAT-GRF', 'NAT-PRO'],
    resources: ['dossiers'],
    fields: 'record',
    scope: 'recipient',
  },
  {
    roles: ['NAT-OPJ', 'NAT-GRF', 'NAT-PRO'],
    resources: ['evidence', 'packages', 'seals', 'transfers', 'events'],
    fields: 'record',
    scope: 'recipient',
  },
  // That there is such a piece for him, and what it is called; what it says comes with the dossier.
  {
    roles: ['NAT-OPJ', 'NAT-GRF', 'NAT-PRO'],
    resources: ['information'],
    fields: 'summary',
    scope: 'recipient',
  },
  // That it was granted, for what and until when; its conditions stand on the item. The four answers with their
  // grounds, the reasons and the risk assessment are about his own authorities, and stay with who decides.
  {
    roles: ['NAT-OPJ', 'NAT-GRF', 'NAT-PRO'],
    resources: ['releases'],
    fields: 'summary',
    scope: 'recipient',
  },
];
