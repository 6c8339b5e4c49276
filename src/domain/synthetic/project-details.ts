import type { OfficeStyle } from './document-style';
import type { Ledger } from './ledger';
import { yuanOfGrains } from './printed';
import type { SyntheticProject } from './projects';
import { split, type Random } from './random';

type Row = Record<string, string | number | boolean | null>;

/** Row of the first project in the project table: the sum stands above it. */
const FIRST_ROW = 2;

export const projectId = (index: number): string => `p${String(index + 1).padStart(2, '0')}`;

/** The rows of `project` of a document. */
export const projectRows = (docId: string, { projects }: Ledger): Row[] =>
  projects.map(({ name, category, unit }, i) => ({
    doc_id: docId,
    project_id: projectId(i),
    level1: name,
    level2: name,
    category,
    org_name: unit,
    row_no: FIRST_ROW + i,
  }));

interface TargetForm {
  level1: string;
  level2: string;
  level3: string;
  operator: '>=' | '<=' | '=' | null;
  unit: string;
  /** The least and the most that is set as a target; null for a target in words. */
  range: readonly [number, number] | null;
}

const target = (
  level1: string,
  level2: string,
  level3: string,
  operator: TargetForm['operator'],
  unit: string,
  range: TargetForm['range'],
): TargetForm => ({ level1, level2, level3, operator, unit, range });

const TARGETS: readonly TargetForm[] = [
  target('产出指标', '数量指标', '服务群众数量', '>=', '人次', [200, 90_000]),
  target('产出指标', '数量指标', '开展检查次数', '>=', '次', [2, 60]),
  target('产出指标', '数量指标', '维护系统数量', '>=', '个', [1, 24]),
  target('产出指标', '质量指标', '验收合格率', '>=', '%', [90, 100]),
  target('产出指标', '质量指标', '工作持续进行', null, '', null),
  target('产出指标', '时效指标', '资金支付及时率', '>=', '%', [90, 100]),
  target('产出指标', '成本指标', '单位成本', '<=', '元', [50, 9000]),
  target('效益指标', '社会效益指标', '办事便利程度提高', null, '', null),
  target('效益指标', '可持续影响指标', '系统正常运行率', '>=', '%', [95, 100]),
  target('满意度指标', '服务对象满意度指标', '服务对象满意度', '>=', '%', [85, 98]),
];
const SIGNS = { '>=': '≥', '<=': '≤', '=': '' };
const FEWEST = 3;
const MOST = 6;
/** Points that the targets of a project share. */
const POINTS = 90;
const STEP = 5;
const IN_WORDS = '持续';

function targetOf({ operator, unit, range }: TargetForm, random: Random): Row {
  if (!range || !operator)
    return { operator: null, target: null, target_unit: null, printed: IN_WORDS };
  const number = random.whole(...range);
  return {
    operator,
    target: number,
    target_unit: unit,
    printed: `${SIGNS[operator]}${number}${unit}`,
  };
}

/** The rows of `indicator` of a document: some targets of each project, with weights that come to 90. */
export function indicatorRows(docId: string, { projects }: Ledger, random: Random): Row[] {
  const rows: Row[] = [];
  projects.forEach(({ name }, i) => {
    const forms = random.some(TARGETS, random.whole(FEWEST, MOST));
    const weights = split(
      POINTS / STEP - forms.length,
      forms.map(() => random.between(0.5, 1)),
    );
    forms.forEach((form, at) => {
      const { level1, level2, level3 } = form;
      rows.push({
        doc_id: docId,
        project_id: projectId(i),
        project_label: name,
        row_no: rows.length + 1,
        level1,
        level2,
        level3,
        ...targetOf(form, random),
        weight: ((weights[at] ?? 0) + 1) * STEP,
      });
    });
  });
  return rows;
}

/** A project with the part of its money that others are paid for. */
export interface EntrustedTask {
  project: SyntheticProject;
  id: string;
  amount: number;
}

/** Projects of which a part is entrusted to others. */
export const entrustedTasks = ({ projects }: Ledger, random: Random): EntrustedTask[] =>
  projects.flatMap((project, i) =>
    project.generalPublic > 0 && random.chance(0.35)
      ? [
          {
            project,
            id: projectId(i),
            amount: Math.ceil(project.generalPublic * random.between(0.2, 1)),
          },
        ]
      : [],
  );

/**
 * The rows of `outsourcing` of a document, below the sum of its table.
 * @param procured what is bought in all: tasks marked as bought do not come to more
 */
export function outsourcingRows(
  docId: string,
  tasks: readonly EntrustedTask[],
  procured: number,
  { grain }: OfficeStyle,
  random: Random,
): Row[] {
  let left = procured;
  return tasks.map(({ project, id, amount }, i) => {
    const isProcured = amount <= left && random.chance(0.6);
    if (isProcured) left -= amount;
    return {
      doc_id: docId,
      project_id: id,
      row_no: FIRST_ROW + i,
      label: project.name,
      amount: yuanOfGrains(amount, grain),
      is_service_purchase: random.chance(0.7),
      is_procurement: isProcured,
    };
  });
}
