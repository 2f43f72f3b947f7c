import type { AccessLogTable } from './access-log.js';
import type { AdministrativeActOwedTable } from './administration.js';
import type { ArmedGroupTable, LinkTable, PropagandaTable, RequirementTable } from './analysis.js';
import type { AuditExportTable } from './audit-export.js';
import type { CustodyGapTable, CustodyIntervalTable } from './custody.js';
import type { DiscrepancyItemTable, DiscrepancyTable } from './discrepancy.js';
import type { DossierOrderTable, DossierPartTable } from './dossier.js';
import type { EvidenceTable } from './evidence.js';
import type { ExaminationItemTable, ExaminationTable } from './examination.js';
import type { FileAwaitedTable, FileReferenceTable, FileTable } from './file.js';
import type { GivenTable } from './given.js';
import type { HoldPieceTable, HoldTable } from './hold.js';
import type { ImportRowTable, ImportTable } from './import.js';
import type { AccountTable, AccountVersionTable, IncidentVersionTable } from './incident-register.js';
import type { InformationItemTable, InformationTable } from './information.js';
import type {
  CheckpointTable,
  CheckpointTimestampTable,
  ClaimTable,
  CosignatureTable,
  DisclosureTable,
  EventTable,
  LogStateTable,
  SubjectTable,
  TileTable,
} from './log.js';
import type {
  IdentificationTable,
  MaterielItemTable,
  MaterielVersionTable,
  ReferenceEntryTable,
  ReferenceTable,
} from './materiel.js';
import type { OfficerKeyTable, OfficerRoleTable, OfficerTable } from './officer.js';
import type { PackageTable, SealTable } from './package.js';
import type { IncidentTable, SceneTable, SiteStoreTable, SiteTable, UnitTable, VisitTable } from './place.js';
import type { ReleaseItemTable, ReleaseTable } from './release.js';
import type { RequestTable } from './request.js';
import type { SourcePieceTable, SourceTable } from './source.js';
import type { ItemTraceTable, TraceComparisonTable } from './trace.js';
import type { TracingTable } from './tracing.js';
import type { TransferItemTable, TransferTable } from './transfer.js';

/** Tables for reading: made from the log inside the transaction that appends, and made anew by a rebuild. */
export interface ReadingTables {
  evidence: EvidenceTable;
  custody_interval: CustodyIntervalTable;
  custody_gap: CustodyGapTable;
  identification: IdentificationTable;
  reference: ReferenceTable;
  reference_entry: ReferenceEntryTable;
  materiel_item: MaterielItemTable;
  materiel_version: MaterielVersionTable;
  information: InformationTable;
  information_item: InformationItemTable;
  source: SourceTable;
  source_piece: SourcePieceTable;
  package: PackageTable;
  seal: SealTable;
  transfer: TransferTable;
  transfer_item: TransferItemTable;
  discrepancy: DiscrepancyTable;
  discrepancy_item: DiscrepancyItemTable;
  request: RequestTable;
  tracing: TracingTable;
  import: ImportTable;
  import_row: ImportRowTable;
  armedgroup: ArmedGroupTable;
  propaganda: PropagandaTable;
  link: LinkTable;
  requirement: RequirementTable;
  hold: HoldTable;
  hold_piece: HoldPieceTable;
  release: ReleaseTable;
  release_item: ReleaseItemTable;
  given: GivenTable;
  examination: ExaminationTable;
  examination_item: ExaminationItemTable;
  item_trace: ItemTraceTable;
  trace_comparison: TraceComparisonTable;
  officer: OfficerTable;
  officer_key: OfficerKeyTable;
  officer_role: OfficerRoleTable;
  unit: UnitTable;
  site: SiteTable;
  site_store: SiteStoreTable;
  incident: IncidentTable;
  incident_version: IncidentVersionTable;
  account: AccountTable;
  account_version: AccountVersionTable;
  scene: SceneTable;
  visit: VisitTable;
  file_reference: FileReferenceTable;
}

/** All tables. One file a table or a family of tables. */
export interface Database extends ReadingTables {
  event: EventTable;
  disclosure: DisclosureTable;
  subject: SubjectTable;
  claim: ClaimTable;
  tile: TileTable;
  log_state: LogStateTable;
  checkpoint: CheckpointTable;
  cosignature: CosignatureTable;
  checkpoint_timestamp: CheckpointTimestampTable;
  file: FileTable;
  file_awaited: FileAwaitedTable;
  access_log: AccessLogTable;
  administrative_act_owed: AdministrativeActOwedTable;
  audit_export: AuditExportTable;
  dossier_order: DossierOrderTable;
  dossier_part: DossierPartTable;
}
