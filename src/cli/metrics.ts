import type { LocalEngine } from '@/db/duckdb';
import { rowsOf } from '@/db/engine';
import { metricList, type MetricListRow } from '@/db/queries/metric-list';
import { metricById } from '@/domain/metrics';
import { REASONS, type Reason } from '@/domain/missing';

/** A metric value as printed: amounts with two decimals, ratios with six, counts whole. */
function printedValue(value: string | null, unit: string | undefined): string {
  if (value === null) return 'null';
  if (unit === 'yuan' || unit === 'yuan per person') return value.replace(/(\.\d\d)\d*$/, '$1');
  if (unit === 'count') return value.replace(/\.0+$/, '');
  return value;
}

/** Lines of `tongchi metrics`; a JSON number keeps every digit of the decimal. */
export async function metricLines(engine: LocalEngine, json: boolean): Promise<string[]> {
  const rows = rowsOf<MetricListRow>(await engine.query(metricList().sql, [], { exact: true }));
  return rows.map(({ value, reason, ...row }) => {
    const unit = metricById(row.metric_id)?.unit;
    const printed = printedValue(value, unit);
    const why = reason === null ? null : REASONS[reason as Reason].en;
    if (!json) {
      return [
        row.organization,
        row.fiscal_year,
        row.metric_id,
        why ?? `${printed} ${unit ?? ''}`,
      ].join('\t');
    }
    const { doc_id, organization, jurisdiction_code, fiscal_year, stage, scope, metric_id } = row;
    const head = JSON.stringify({
      doc_id,
      organization,
      jurisdiction_code,
      fiscal_year,
      stage,
      scope,
      metric_id,
    });
    return `${head.slice(0, -1)},"value":${printed},"unit":${JSON.stringify(unit ?? null)},"reason":${JSON.stringify(why)}}`;
  });
}
