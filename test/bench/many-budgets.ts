import document from '../../data/document.csv?raw';
import headcount from '../../data/headcount.csv?raw';
import indicator from '../../data/indicator.csv?raw';
import line from '../../data/line.csv?raw';
import organization from '../../data/organization.csv?raw';
import outsourcing from '../../data/outsourcing.csv?raw';
import column from '../../data/printed_column.csv?raw';
import table from '../../data/printed_table.csv?raw';
import project from '../../data/project.csv?raw';
import statement from '../../data/statement.csv?raw';

/** Tables of the package by file name; no cell of them holds a line break. */
const TABLES = {
  organization,
  document,
  printed_table: table,
  printed_column: column,
  line,
  statement,
  project,
  indicator,
  outsourcing,
  headcount,
};
/** Identifiers and names of the two budgets, in which a copy differs from them. */
const MODELS = [
  { id: '220622-government-services', name: '靖宇县政务服务和数字化建设管理局' },
  { id: '222400-government-services', name: '延边朝鲜族自治州政务服务和数字化建设管理局' },
];
const YEAR = /(?<![\d.])202[56](?![\d.])/g;
/** Budgets of one organization, in years one after the other. */
const YEARS = 2;

/**
 * A data package of so many budgets (an even number) with some 850 amounts each: the two that the app ships with,
 * under names of organizations that each have this year's and last year's.
 */
export function packageOfBudgets(budgets: number): { path: string; blob: Blob }[] {
  return Object.entries(TABLES).map(([name, text]) => {
    const [header, ...rows] = text.trimEnd().split('\n');
    const ofModels = MODELS.map(({ id }) => rows.filter((row) => row.includes(id)).join('\n'));
    const copies = Array.from({ length: budgets }, (_, i) =>
      name === 'organization' && i % YEARS > 0 ? '' : copyOf(ofModels, i),
    );
    const lines = [header, ...copies].filter((copy) => copy !== '');
    return { path: `budgets/${name}.csv`, blob: new Blob([lines.join('\n')]) };
  });
}

function copyOf(ofModels: readonly string[], i: number): string {
  const organization = Math.floor(i / YEARS);
  const model = organization % MODELS.length;
  const { id, name } = MODELS[model]!;
  return ofModels[model]!.replaceAll(id, `${id}-${organization}`)
    .replaceAll(name, `${name}第${organization}分局`)
    .replace(YEAR, (year) => String(Number(year) - (i % YEARS)));
}
