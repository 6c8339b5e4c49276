import { plainName } from './label';
import type { Office } from './offices';
import type { AmountRow, AmountTable } from './printed';
import type { EntrustedTask } from './project-details';

/** 财政拨款委托业务费支出预算表: the sum, and below it what is entrusted of each project. */
export function outsourcingTable(tasks: readonly EntrustedTask[], { name }: Office): AmountTable {
  const row = (no: number, label: string, amount: number): AmountRow => ({
    no,
    parent: no === 1 ? null : 1,
    side: 'expenditure',
    classification: 'project',
    code: null,
    label,
    level: no === 1 ? 0 : 1,
    isTotal: no === 1,
    amounts: [amount, amount],
  });
  const sum = tasks.reduce((total, { amount }) => total + amount, 0);
  return {
    id: 'outsourcing',
    title: '财政拨款委托业务费支出预算表',
    parts: [
      {
        columns: [
          {
            no: 3,
            header: '财政拨款/小计',
            fund: 'appropriation',
            vintage: 'total',
            nature: 'project',
          },
          {
            no: 4,
            header: '财政拨款/一般公共预算',
            fund: 'general_public',
            vintage: 'total',
            nature: 'project',
          },
        ],
        rows: [
          row(1, plainName(name), sum),
          ...tasks.map(({ project, amount }, i) => row(i + 2, project.name, amount)),
        ],
      },
    ],
    words: [
      { no: 1, header: '单位名称', role: 'org_name' },
      { no: 2, header: '项目名称', role: 'label' },
    ],
  };
}
