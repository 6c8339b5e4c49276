import type { CellMark, FindingFact, MetricMark, PlaceMark } from './finding';
import { groupBy } from './group';
import type { PrintedCell, StatementFact } from './source-facts';
import type { SourceRef } from './source-ref';

/** The sign beside a number that failed checks touch, and the finding it leads to. */
export interface QualityMark {
  severity: FindingFact['severity'];
  /** Failed checks that touch the number; null for several that were not counted. */
  findings: number | null;
  /** Document and number of the gravest of them. */
  doc: string;
  finding: number;
}

export type MarkSeverity = QualityMark['severity'];

/** Marks in drawn text: shapes that every Chinese font has. */
export const MARK_SIGNS: Readonly<Record<MarkSeverity, string>> = {
  error: '▲',
  warning: '△',
  note: '○',
};

export interface DetailMark {
  row_no: number;
  unit: FindingFact['unit'];
  mark: QualityMark;
}

/** Finds the mark of what the screens show; null where no failed check touches it. */
export interface QualityMarks {
  ofSource(source: SourceRef): QualityMark | null;
  ofCell(cell: Pick<PrintedCell, 'doc_id' | 'table_id' | 'row_no' | 'col_no'>): QualityMark | null;
  ofStatement(figure: Pick<StatementFact, 'doc_id' | 'statement_no'>): QualityMark | null;
  /** Marks of the rows of a detail table, with what was compared there. */
  details(doc: string, source: string): readonly DetailMark[];
  /** Those there are, gravest first. */
  severities: readonly MarkSeverity[];
}

const GRAVEST_FIRST = ['error', 'warning', 'note'] as const;
const gravity = ({ severity }: QualityMark): number => GRAVEST_FIRST.indexOf(severity);

const markOf = (row: CellMark | MetricMark | PlaceMark): QualityMark => ({
  severity: row.severity,
  findings: row.findings,
  doc: 'finding_doc_id' in row ? row.finding_doc_id : row.doc_id,
  finding: row.finding_no,
});

/** Severities of marks, each once, gravest first. */
export const severitiesOf = (
  marks: readonly (Pick<QualityMark, 'severity'> | null)[],
): MarkSeverity[] =>
  GRAVEST_FIRST.filter((severity) => marks.some((mark) => mark?.severity === severity));

const isSame = (a: QualityMark, b: QualityMark): boolean =>
  a.doc === b.doc && a.finding === b.finding && a.findings === 1 && b.findings === 1;

/** The mark of a number that several marked numbers make up: the gravest of theirs. */
export function gravestMark(marks: readonly (QualityMark | null)[]): QualityMark | null {
  const [first, ...rest] = marks
    .filter((mark) => mark !== null)
    .toSorted((a, b) => gravity(a) - gravity(b));
  if (!first) return null;
  return rest.every((mark) => isSame(mark, first)) ? first : { ...first, findings: null };
}

/** A finding as text for the address. */
export const findingText = ({ doc, finding }: Pick<QualityMark, 'doc' | 'finding'>): string =>
  `${encodeURIComponent(doc)}/${finding}`;

/** The finding that a text of the address stands for; null for anything else. */
export function parseFindingText(text: string): Pick<QualityMark, 'doc' | 'finding'> | null {
  const [, doc, number] = /^([^/]+)\/([1-9]\d{0,6})$/.exec(text) ?? [];
  if (!doc) return null;
  try {
    return { doc: decodeURIComponent(doc), finding: Number(number) };
  } catch {
    return null;
  }
}

const keyOf = (...parts: readonly (string | number)[]): string => parts.join('\t');

/**
 * Looks up marks by what they stand beside. A derived figure bears the marks of the stored ones it rests on, as `restsOn`
 * tells them.
 */
export function qualityMarks(
  metrics: readonly MetricMark[],
  cells: readonly CellMark[],
  places: readonly PlaceMark[],
  restsOn: (doc: string, metric: string) => readonly { doc: string; metric: string }[] = (
    doc,
    metric,
  ) => [{ doc, metric }],
): QualityMarks {
  const byMetric = new Map(metrics.map((row) => [keyOf(row.doc_id, row.metric_id), markOf(row)]));
  const byRow = groupBy(cells, (row) => keyOf(row.doc_id, row.table_id, row.row_no));
  const byPlace = groupBy(places, (row) => keyOf(row.doc_id, row.source));
  const statements = groupBy(
    places.filter(({ source }) => source === 'statement'),
    (row) => keyOf(row.doc_id, row.row_no),
  );
  return {
    ofSource(source) {
      if (source.kind === 'metric') {
        const figures = restsOn(source.doc, source.metric);
        return gravestMark(figures.map((one) => byMetric.get(keyOf(one.doc, one.metric)) ?? null));
      }
      const row = byRow.get(keyOf(source.doc, source.table, source.row)) ?? [];
      return gravestMark(
        row
          .filter(({ side, nature }) => side === source.side && nature === source.nature)
          .map(markOf),
      );
    },
    ofCell({ doc_id, table_id, row_no, col_no }) {
      const row = byRow.get(keyOf(doc_id, table_id, row_no)) ?? [];
      return gravestMark(row.filter((cell) => cell.col_no === col_no).map(markOf));
    },
    ofStatement: ({ doc_id, statement_no }) =>
      gravestMark((statements.get(keyOf(doc_id, statement_no)) ?? []).map(markOf)),
    details: (doc, source) =>
      (byPlace.get(keyOf(doc, source)) ?? []).map((row) => ({
        row_no: row.row_no,
        unit: row.unit,
        mark: markOf(row),
      })),
    severities: severitiesOf([...metrics, ...cells, ...places]),
  };
}
