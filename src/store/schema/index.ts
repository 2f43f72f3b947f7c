import type {
  CheckpointTable,
  ClaimTable,
  DisclosureTable,
  EventTable,
  LogStateTable,
  SubjectTable,
  TileTable,
} from './log.js';

/** All tables. One file a table or a family of tables. */
export interface Database {
  event: EventTable;
  disclosure: DisclosureTable;
  subject: SubjectTable;
  claim: ClaimTable;
  tile: TileTable;
  log_state: LogStateTable;
  checkpoint: CheckpointTable;
}
