import type { DocumentChecks } from './check-document';
import type { CheckRow } from './finding-rows';

/** The metrics of a document that rest on a cell of a failed check. */
export function metricMarks(_checks: DocumentChecks): CheckRow<'metric_mark'>[] {
  return [];
}
