import { TABLE_IDS, type TableId } from '@/domain/vocabulary';
import { bareName } from '../../queries/line-code';
import { codeKeys, codeTexts } from './code-digits';
import { dividedBy, TABLE_OF_CLASS } from './landing';
import type { MappedPlan } from './plan';
import { keyText } from './source';

/** A label that stands for the whole table or organization, without blanks. */
const WHOLE_SHAPE =
  '^(?:(?:本年|全年)?(?:支出|收入|预算|支出预算|收入预算)?(?:合计|总计|共计|小计)|[Gg]rand[Tt]otal|[Tt]otal)[:：]?$';
/** Label of a row that is the whole and prints none. */
const WHOLE = '合计';

/** Tables whose rows are projects. */
export const PROJECT_TABLES: readonly TableId[] = TABLE_IDS.filter(
  (table) => dividedBy(table) === 'project',
);
/** A name as it is compared with that of the organization, which stands for the whole of its own table. */
export const bareOrganization = (name: string): string => name.replace(/[\s()（）]/g, '');
const bareSql = (text: string): string => `regexp_replace(${text}, '[\\s\\p{Z}()（）]+', '', 'g')`;

/** Depth of a label that is numbered, by its number. */
const NUMBERED: readonly [shape: string, level: number][] = [
  ['^[一二三四五六七八九十]+[、．.]', 1],
  ['^[(（][一二三四五六七八九十]+[)）]', 2],
  ['^[0-9]+[、．.][^0-9]', 3],
];
/** Level of a project (二级项目). */
export const PROJECT_LEVEL = 3;

const NO_TEXT = 'CAST(NULL AS VARCHAR)';

const unspaced = (text: string): string =>
  `CASE WHEN regexp_matches(${text}, '[\\s\\p{Z}]')
    THEN regexp_replace(${text}, '[\\s\\p{Z}]+', '', 'g') ELSE ${text} END`;

/** What a raw record says of its row: `<key>_digits` for each key of codes, `label` without blanks, `project`. */
export function rowTexts(plan: MappedPlan): string[] {
  const labels = [
    ...(plan.keys.has('label') ? [keyText(plan, 'label')] : []),
    ...codeKeys(plan).map(
      (key) => `NULLIF(regexp_extract(${keyText(plan, key)}, '[\\p{Han}].*$'), '')`,
    ),
  ];
  const label = labels.length > 0 ? unspaced(`COALESCE(${labels.join(', ')})`) : NO_TEXT;
  return [
    ...codeTexts(plan),
    `${label} AS label_text`,
    `${plan.keys.has('project_name') ? keyText(plan, 'project_name') : NO_TEXT} AS project`,
  ];
}

/** Columns that follow from those texts: the code, the one that goes with it, and what the row is divided by. */
export function classColumns(table: TableId): string[] {
  return [
    'COALESCE(function_code_digits, economic_code_digits, code_digits) AS code',
    'CASE WHEN function_code_digits IS NOT NULL THEN economic_code_digits END AS detail',
    `CASE WHEN function_code_digits IS NOT NULL THEN 'function'
      WHEN economic_code_digits IS NOT NULL THEN 'economic'
      ELSE CASE left(code_digits, 1) WHEN '1' THEN 'income_source' WHEN '2' THEN 'function'
        WHEN '3' THEN 'economic' WHEN '5' THEN 'government_economic'
        ELSE '${dividedBy(table)}' END END AS class`,
  ];
}

/** Whether rows are told apart by names alone, whose depth has to be found. */
export const namedOnly = (plan: MappedPlan): boolean =>
  plan.keys.has('label') && codeKeys(plan).length === 0;

/** Joins to a row `s` the level its name has in the classification, where it has the same wherever it stands. */
export function levelNames(plan: MappedPlan): string {
  if (!namedOnly(plan)) return '';
  return `LEFT JOIN (
      SELECT kind, ${bareName('name')} AS bare, MIN(level) AS level FROM tongchi.main.classification
      WHERE superseded IS NOT TRUE GROUP BY kind, ${bareName('name')}
      HAVING COUNT(DISTINCT level) = 1) n ON n.kind = s.class AND n.bare = ${bareName('s.label_text')}`;
}

/** Depth of a row `s`: 0 the whole, 1 类, 2 款, 3 项. */
export function levelSql(plan: MappedPlan): string {
  const numbered = NUMBERED.map(
    ([shape, level]) => `WHEN regexp_matches(s.label_text, '${shape}') THEN ${level}`,
  );
  const isOrganization = (text: string): string => `${bareSql(text)} = s.org_name`;
  return `CASE WHEN s.code IS NOT NULL THEN
        CASE WHEN length(s.code) <= 3 THEN 1 WHEN length(s.code) <= 5 THEN 2 ELSE 3 END
      WHEN s.label_text IS NULL THEN
        CASE WHEN s.project IS NULL OR ${isOrganization('s.project')} THEN 0
          ELSE ${PROJECT_LEVEL} END
      WHEN regexp_matches(s.label_text, '${WHOLE_SHAPE}') OR ${isOrganization('s.label_text')} THEN 0
      ${namedOnly(plan) ? `${numbered.join(' ')} ELSE COALESCE(n.level, 1)` : 'ELSE 1'} END`;
}

/** Whether a row is named by its project: in tables of projects, and where nothing else names it. */
const namedByProject = (table: TableId): string =>
  PROJECT_TABLES.includes(table)
    ? 'project IS NOT NULL'
    : '(project IS NOT NULL AND code IS NULL AND label_text IS NULL)';

/** Standard table of a row: projects without a code or label, and codes that belong to a table, go there. */
export function tableSql(table: TableId): string {
  if (PROJECT_TABLES.includes(table)) return `'${table}'`;
  const classes = Object.entries(TABLE_OF_CLASS).map(([name, of]) => `WHEN '${name}' THEN '${of}'`);
  return `CASE WHEN level > 0 AND ${namedByProject(table)} THEN 'project'
      WHEN code IS NULL THEN '${table}'
      ELSE CASE class ${classes.join(' ')} ELSE '${table}' END END`;
}

/** Label of a row as the document prints it. */
export const labelSql = (table: TableId): string =>
  `CASE WHEN ${namedByProject(table)} THEN project ELSE COALESCE(label_text, code, '${WHOLE}') END`;
