import type { MeasureId } from '@/domain/measures';
import type { StoredFormula } from '@/domain/metric';
import { FUNCTION_SHARE, METRICS } from '@/domain/metrics';
import type { DocumentChecks } from './check-document';
import type { CheckRow } from './finding-rows';
import { documentPlaces, placeOf, type DocumentPlaces } from './metric-places';
import type { Severity } from './rule';

/** Places a formula is worked out from; of a change those of the base it is stated on. */
function formulaPlaces(formula: StoredFormula, places: DocumentPlaces): readonly string[] {
  const of = (id: MeasureId): readonly string[] => places.measure(id) ?? [];
  switch (formula.op) {
    case 'measure':
    case 'per_staff':
      return of(formula.of);
    case 'ratio':
    case 'per':
      return [...of(formula.of), ...of(formula.by)];
    case 'concentration':
      return of(formula.sum);
    case 'growth': {
      const base = formula.bases.find(
        (one) => places.measure(one.change) && places.measure(one.of),
      );
      return base ? [...of(base.change), ...of(base.of)] : [];
    }
    case 'function_share':
      return [...(places.functionClass(formula.code) ?? []), ...of('total')];
  }
}

interface Finding {
  no: number;
  severity: Severity;
}

/** Failed findings that weigh, by the places they touch; numbered as the rows of findings are. */
function findingsByPlace({ checks }: DocumentChecks): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  let no = 0;
  for (const { rule, outcome } of checks) {
    if (outcome.status === 'pass') continue;
    no++;
    if (outcome.status !== 'fail' || rule.severity === 'note') continue;
    const finding = { no, severity: rule.severity };
    const cells = [...outcome.left.cells, ...outcome.right.cells].filter(({ doc }) => doc === null);
    for (const place of new Set(cells.map((cell) => placeOf(cell, outcome.unit)))) {
      const before = found.get(place);
      if (before) before.push(finding);
      else found.set(place, [finding]);
    }
  }
  return found;
}

/**
 * The metrics of a document that rest on a cell of a failed check, a row per metric and check: those checks that are
 * errors or warnings. Classes are marked where their rows print a code.
 */
export function metricMarks(checked: DocumentChecks): CheckRow<'metric_mark'>[] {
  const byPlace = findingsByPlace(checked);
  if (byPlace.size === 0) return [];
  const { document } = checked;
  const places = documentPlaces(document);
  const formulas: readonly (readonly [string, StoredFormula])[] = [
    ...METRICS.map(({ id, compute }) => [id, compute] as const),
    ...[...places.classes].map(
      (code) => [`${FUNCTION_SHARE}:${code}`, { op: 'function_share', code }] as const,
    ),
  ];
  return formulas.flatMap(([metric_id, formula]) => {
    const findings = new Map(
      formulaPlaces(formula, places)
        .flatMap((place) => byPlace.get(place) ?? [])
        .map((finding) => [finding.no, finding]),
    );
    return [...findings.values()]
      .toSorted((a, b) => a.no - b.no)
      .map(({ no, severity }) => ({ doc_id: document.id, metric_id, finding_no: no, severity }));
  });
}
