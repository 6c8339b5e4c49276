import type { StageInput } from '@/db/loading/stage';

/** Columns of the budget-like file. */
export const COLUMNS = 10;

const HEADER = '年度,地区,单位编码,单位名称,科目编码,科目名称,项目名称,合计,基本支出,项目支出';
const ITEMS = [
  ['2010301', '行政运行'],
  ['2010350', '事业运行'],
  ['2050201', '学前教育'],
  ['2080505', '机关事业单位基本养老保险缴费支出'],
  ['2080506', '机关事业单位职业年金缴费支出'],
  ['2101101', '行政单位医疗'],
  ['2101102', '事业单位医疗'],
  ['2101103', '公务员医疗补助'],
  ['2210201', '住房公积金'],
  ['2130104', '事业运行'],
] as const;
const PIECE = 10_000;

/** Amounts that look like any: whole and broken, never the same twice in a row. */
const amount = (n: number): string => (((n * 7919) % 10_000_019) / 100).toFixed(2);

/** A file of so many records, ten per organization, with quoted cells and empty ones; about 90 bytes a record. */
export function budgetCsv(records: number): Blob {
  const pieces = [`${HEADER}\n`];
  for (let from = 0; from < records; from += PIECE) {
    let text = '';
    for (let i = from; i < Math.min(from + PIECE, records); i += 1) {
      const [code, name] = ITEMS[i % ITEMS.length]!;
      const unit = Math.floor(i / ITEMS.length);
      const project = i % 3 === 0 ? '"专项,经费"' : '';
      text += `2026,2206${22 + (unit % 4)},${100_000 + unit},某县第${unit}局,${code},${name},${project},${amount(i)},${amount(i + 1)},${amount(i + 2)}\n`;
    }
    pieces.push(text);
  }
  return new Blob(pieces);
}

const LINE_HEADER =
  'doc_id,table_id,row_no,col_no,parent_row_no,side,classification,code,label,level,is_total,fund,vintage,nature,amount,state,printed';
/** Rows and columns of each document's expenditure table. */
const ROWS_OF_DOCUMENT = 34;
const NATURES = ['total', 'basic', 'project'] as const;

/** A data package with at least so many lines, in documents of a hundred. */
export function packageOfLines(lines: number): StageInput[] {
  const documents = Math.ceil(lines / (ROWS_OF_DOCUMENT * NATURES.length));
  const organization = ['org_id,name,jurisdiction_code,scope'];
  const document = ['doc_id,org_id,fiscal_year,stage,printed_unit'];
  const line = [LINE_HEADER];
  for (let d = 0; d < documents; d += 1) {
    organization.push(`220622-${d},某县第${d}局,220622,department`);
    document.push(`220622-${d}-2026-budget,220622-${d},2026,budget,万元`);
    line.push(documentLines(d));
  }
  const bytes = (text: string[]) => new TextEncoder().encode(`${text.join('\n')}\n`);
  return [
    { table: 'organization', file: 'organization.csv', format: 'csv', bytes: bytes(organization) },
    { table: 'document', file: 'document.csv', format: 'csv', bytes: bytes(document) },
    { table: 'line', file: 'line.csv', format: 'csv', bytes: bytes(line) },
  ];
}

function documentLines(d: number): string {
  const rows: string[] = [];
  for (let row = 1; row <= ROWS_OF_DOCUMENT; row += 1) {
    const [code, label] = ITEMS[row % ITEMS.length]!;
    const isTotal = row === 1;
    const head = `220622-${d}-2026-budget,expenditure,${row}`;
    const place = isTotal ? ',' : '1,';
    const what = isTotal ? ',合计,0,true' : `${code},${label},3,false`;
    for (const [column, nature] of NATURES.entries()) {
      const yuan = amount(d * ROWS_OF_DOCUMENT + row + column);
      const printed = (Number(yuan) / 10_000).toFixed(6);
      rows.push(
        `${head},${column + 3},${place}expenditure,function,${what},all,total,${nature},${yuan},number,${printed}`,
      );
    }
  }
  return rows.join('\n');
}
