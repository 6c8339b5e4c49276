import { readNumber, toYuan } from '@/domain/number-forms';
import type { PrintedUnit } from '@/domain/money';
import { normalizeWord } from '@/domain/import-words';
import { PRINTED_UNITS } from '@/domain/vocabulary';
import {
  formField,
  headerColumns,
  indicatorColumns,
  NO_COLUMNS,
  isFieldName,
  type IndicatorColumns,
} from './indicator-columns';
import { readTarget, unitInName } from './indicator-target';
import { squash } from './matrix';
import { packedIndicators } from './packed-indicators';
import { projectKey, type NamedProject } from './project-names';
import type { IndicatorReading, JoinedCell, TableReading } from './reading';
import { bodyOf, type TableBody } from './table-columns';

/** A project as a table of targets names it. */
export interface TargetProject extends NamedProject {
  org: string | null;
  /** Its name stands in the first row of a page, and may go on from the page before. */
  startsPage: boolean;
}

/** A target before it is known which project of the document it belongs to. */
export interface FoundIndicator extends Omit<IndicatorReading, 'projectId' | 'rowNo'> {
  under: TargetProject | null;
  /** Page and table it stands in. */
  page: string;
  /** The cell of its project has no name, though it is another one than that of the project above. */
  isNameless: boolean;
}

/** A column whose blanks repeat what stands above: merged cells that were read as single ones. */
class Carried {
  private text = '';

  take(text: string): { text: string; isNew: boolean } {
    const isNew = text !== '' && text !== this.text;
    if (text !== '') this.text = text;
    return { text: this.text, isNew };
  }

  clear(): void {
    this.text = '';
  }
}

const OPERATOR_WORDS = /^(?:[<>=≤≥≦≧]{1,2}|(?:大|小|等)于(?:等于|或等于)?|正向|反向|定性)$/;
/** 正向指标 is to be reached or passed, 反向指标 not to be passed; 定性 has no figure. */
const DIRECTIONS: ReadonlyMap<string, string> = new Map([
  ['正向', '≥'],
  ['反向', '≤'],
  ['定性', ''],
]);

const UNIT_IN_WORDS = /[(（]((?:亿|万|千)?元)[)）]/;
/** 资金金额（万元）: the unit a form prints beside its amounts. */
function unitInWords(text: string): PrintedUnit | null {
  const printed = UNIT_IN_WORDS.exec(text)?.[1];
  return PRINTED_UNITS.find((unit) => unit === printed) ?? null;
}

/** Reads the rows of one table of targets, with the header rows and forms within it. */
class TargetTable {
  readonly found: FoundIndicator[] = [];
  private readonly body: TableBody;
  private columns: IndicatorColumns;
  private under: TargetProject | null = null;
  /** The cell with the name of the project. */
  private named: JoinedCell | null = null;
  private isNameless = false;
  private org: string | null = null;
  private inForm = false;
  private formUnit: PrintedUnit | null = null;
  private readonly level1 = new Carried();
  private readonly level2 = new Carried();
  private page = '';

  constructor(private readonly table: TableReading) {
    this.body = bodyOf(table);
    const columns = indicatorColumns(table);
    const isList = columns.level3 !== null || columns.packed !== null;
    this.columns = isList ? columns : NO_COLUMNS;
  }

  read(): void {
    const { headerRows } = this.table;
    const from = this.columns.level3 === null && this.columns.packed === null ? 1 - headerRows : 1;
    for (let rowNo = from; rowNo <= this.body.rows; rowNo++) this.row(rowNo);
  }

  private row(rowNo: number): void {
    const cells = this.body.matrix.starting(this.table.headerRows + rowNo - 1);
    const where = cells[0]?.where;
    const page = where ? [where.page, where.sheet, where.table].join(' ') : this.page;
    const startsPage = page !== this.page && this.page !== '';
    this.page = page;
    const header = headerColumns(cells);
    if (header) {
      this.columns = this.inForm ? { ...header, project: null, org: null, amount: null } : header;
      this.clear();
      this.page = startsPage ? '' : page;
      return;
    }
    if (this.form(rowNo)) return;
    this.name(rowNo, startsPage || this.page === '');
    this.indicator(rowNo);
    this.packed(rowNo);
  }

  private clear(): void {
    this.level1.clear();
    this.level2.clear();
  }

  /** 项目名称 beside its value: a form for one project begins or goes on. */
  private form(rowNo: number): boolean {
    const cells = this.body.matrix.starting(this.table.headerRows + rowNo - 1);
    let isForm = false;
    cells.forEach((cell, i) => {
      const field = formField(cell.text);
      this.formUnit = unitInWords(cell.text) ?? this.formUnit;
      const value = cells[i + 1];
      if (!field || !value || isFieldName(value.text)) return;
      const text = squash(value.text);
      if (field === 'project' && projectKey(text) !== '' && readNumber(text).value === null) {
        this.under = { label: text, amount: null, org: null, startsPage: false };
        this.inForm = isForm = true;
        this.columns = NO_COLUMNS;
        this.clear();
      }
      if (!this.inForm || !this.under) return;
      if (field === 'org') this.under = { ...this.under, org: this.under.org ?? text };
      if (field === 'amount') this.under.amount ??= this.yuan(value.text);
      isForm = true;
    });
    return isForm;
  }

  private yuan(text: string): string | null {
    const { value, unit } = readNumber(text);
    if (value === null || unit === '人') return null;
    return toYuan(value, unit ?? this.formUnit ?? this.table.unit.value)?.yuan ?? null;
  }

  private name(rowNo: number, startsPage: boolean): void {
    const { project, org, amount } = this.columns;
    const label = squash(this.body.text(rowNo, project, true));
    const named = squash(this.body.text(rowNo, org, true));
    if (named !== '') this.org = named;
    const cell = this.body.cell(rowNo, project);
    if (cell?.row === this.table.headerRows + rowNo - 1)
      this.isNameless = label === '' && !startsPage && this.isBehindName(cell);
    if (label === '' || projectKey(label) === '') return;
    this.named = cell;
    const sum = this.yuan(this.body.text(rowNo, amount));
    this.under = { label, amount: sum, org: this.org, startsPage };
    this.clear();
  }

  /** The name above stands in a merged cell that ends where this one begins. */
  private isBehindName({ row }: JoinedCell): boolean {
    return this.named !== null && this.named.rows > 1 && this.named.row + this.named.rows === row;
  }

  private indicator(rowNo: number): void {
    const { columns, body } = this;
    if (columns.level3 === null || columns.target === null) return;
    const cell = body.cell(rowNo, columns.level3);
    const first = this.level1.take(squash(body.text(rowNo, columns.level1)));
    if (first.isNew) this.level2.clear();
    const second = this.level2.take(squash(body.text(rowNo, columns.level2)));
    const level3 = squash(body.text(rowNo, columns.level3));
    const isSame = cell !== null && cell === body.cell(rowNo, columns.target);
    if (level3 === '' || isSame || cell?.row !== this.table.headerRows + rowNo - 1) return;
    const printed = body.text(rowNo, columns.target);
    this.found.push({
      under: this.under,
      page: this.page,
      isNameless: this.isNameless,
      projectLabel: squash(body.text(rowNo, columns.project, true)) || this.firstOfForm(),
      orgLabel: squash(body.text(rowNo, columns.org, true)) || null,
      level1: first.text || null,
      level2: second.text || null,
      level3,
      explanation: body.text(rowNo, columns.explanation) || null,
      ...this.target(rowNo, printed, level3),
      weight: readNumber(body.text(rowNo, columns.weight)).value,
    });
  }

  /** A form names its project above; its first target repeats the name, as in a table. */
  private firstOfForm(): string | null {
    const isFirst = this.inForm && this.found.at(-1)?.under !== this.under;
    return isFirst ? (this.under?.label ?? null) : null;
  }

  private target(rowNo: number, printed: string, level3: string) {
    const { operator, unit } = this.columns;
    const sign = normalizeWord(this.body.text(rowNo, operator));
    const known = OPERATOR_WORDS.test(sign) ? (DIRECTIONS.get(sign) ?? sign) : '';
    const separate = squash(this.body.text(rowNo, unit)) || unitInName(level3);
    return { ...readTarget(known + printed, separate), printed: squash(printed) || null };
  }

  /** One cell with all targets of the project. */
  private packed(rowNo: number): void {
    const cell = this.body.cell(rowNo, this.columns.packed);
    if (!cell || cell.row !== this.table.headerRows + rowNo - 1) return;
    packedIndicators(cell.text).forEach((one, i) =>
      this.found.push({
        ...one,
        under: this.under,
        page: this.page,
        isNameless: this.isNameless,
        projectLabel: i === 0 ? (this.under?.label ?? null) : null,
        orgLabel: null,
        explanation: null,
        weight: null,
      }),
    );
  }
}

/** The targets of the document's tables of targets, in the order they stand. */
export function indicatorsFound(tables: readonly TableReading[]): FoundIndicator[] {
  return tables
    .filter(({ tableId }) => tableId === 'performance')
    .flatMap((table) => {
      const reader = new TargetTable(table);
      reader.read();
      return reader.found;
    });
}

/** The projects that targets stand under, in their order. */
export const projectsOfTargets = (found: readonly FoundIndicator[]): TargetProject[] => [
  ...new Set(found.flatMap(({ under }) => (under ? [under] : []))),
];
