import type { BigInteger, LogPlace } from './columns.js';

/** What every record of the analysis cell has. */
interface AnalysisRecord extends LogPlace {
  readonly id: string;
  readonly recorded_by: string;
  readonly classification: string;
  readonly withdrawn: boolean;
}

export interface ArmedGroupTable extends AnalysisRecord {
  /** The one in use. */
  readonly name: string;
  readonly names: readonly string[];
  readonly areas: readonly string[];
  readonly regimes: readonly string[];
}

export interface PropagandaTable extends AnalysisRecord {
  readonly number: string;
  readonly subjects: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly published: string;
  readonly medium: string;
  readonly armed_group: string | null;
  readonly verified: string;
}

export interface LinkTable extends AnalysisRecord {
  /** `<kind>/<UUID>`. */
  readonly from_subject: string;
  readonly relation: string;
  readonly to_subject: string;
  readonly standing: string;
  readonly shared_what: string | null;
  readonly shared_key: string | null;
  readonly confidence: string;
  /** Leaf of the statement in force: what became known later is a new fact. */
  readonly stated_index: BigInteger;
}

export interface RequirementTable extends AnalysisRecord {
  readonly number: string;
  readonly priority: string;
  readonly question_en: string;
  readonly question_fr: string;
  readonly areas: readonly string[];
  readonly answer_by: string | null;
  /** `<kind>/<UUID>` of what is tagged to it. */
  readonly tagged: readonly string[];
}
