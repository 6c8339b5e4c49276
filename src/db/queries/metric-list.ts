import type { MetricUnit } from '@/domain/metric';
import type { Query } from '../engine';

export interface MetricListRow {
  doc_id: string;
  organization: string;
  jurisdiction_code: string;
  fiscal_year: number;
  stage: string;
  scope: string;
  metric_id: string;
  value: string | null;
  reason: string | null;
  unit?: MetricUnit;
}

/** Every metric of every document, with what identifies the document. */
export const metricList = (): Query<MetricListRow> => ({
  sql: `
  SELECT m.doc_id, o.name AS organization, o.jurisdiction_code, d.fiscal_year, d.stage, o.scope,
    m.metric_id, m.value, m.reason
  FROM metric m
  JOIN document d ON d.doc_id = m.doc_id
  JOIN organization o ON o.org_id = d.org_id
  ORDER BY m.doc_id, m.metric_id`,
});
