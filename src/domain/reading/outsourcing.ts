import { normalizeWord } from '@/domain/import-words';
import { squash } from './matrix';
import { matchProjects } from './project-names';
import type { OutsourcingReading, ProjectReading, TableReading } from './reading';
import { bodyOf, columnOf, columnWith } from './table-columns';

/** 是 and 否 as printed; null for anything else. */
function yesOrNo(text: string): boolean | null {
  const word = normalizeWord(text);
  if (/^(?:是|√|✓|y|yes)$/.test(word)) return true;
  return /^(?:否|×|✗|n|no|不是)$/.test(word) ? false : null;
}

/**
 * The entrusted tasks of the document: rows of the table of 委托业务费 that other rows do not divide, each with the
 * project it belongs to where the project table has it. Amounts in yuan.
 */
export function readOutsourcing(
  tables: readonly TableReading[],
  projects: readonly ProjectReading[],
): OutsourcingReading[] {
  const table = tables.find(({ tableId }) => tableId === 'outsourcing');
  if (!table) return [];
  const body = bodyOf(table);
  const purchase = columnOf(table, 'is_service_purchase') ?? columnWith(table, /购买服务/);
  const procurement = columnOf(table, 'is_procurement') ?? columnWith(table, /是否政府采购/);
  const name =
    columnOf(table, 'project') ?? columnOf(table, 'label') ?? columnWith(table, /项目名称/);
  const parents = new Set(table.rows.map(({ parentRowNo }) => parentRowNo));
  const tasks = table.rows.filter(
    ({ isTotal, rowNo, label }) => !isTotal && !parents.has(rowNo) && label !== '',
  );
  const rows = tasks.map(({ rowNo, label }) => {
    const own = table.lines.filter(({ row }) => row.rowNo === rowNo);
    const whole =
      own.find(
        ({ fund, vintage }) =>
          (fund === 'appropriation' || fund === 'all') && vintage !== 'carryover',
      ) ?? own[0];
    return { rowNo, label: body.text(rowNo, name) || label, amount: whole?.amount ?? null };
  });
  const matched = matchProjects(rows, tables, projects);
  return rows.map(({ rowNo, label, amount }) => ({
    rowNo,
    projectId: matched.get(label) ?? null,
    label,
    amount,
    isServicePurchase: yesOrNo(squash(body.text(rowNo, purchase))),
    isProcurement: yesOrNo(squash(body.text(rowNo, procurement))),
  }));
}
